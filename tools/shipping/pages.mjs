/** The page, shipped two ways: a folder for any static host, and one file that needs no host at all. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { build } from "vite";
import { root } from "../command.mjs";
import { hostedPolicy, singleFilePolicy, withPolicy } from "./contentPolicy.mjs";
import {
  bundleEngine,
  bundleScript,
  coreWasm,
  engineScript,
  modulePath,
  onlyWhatIsUsed,
  unpacker,
} from "./corePlugins.mjs";
import { shortLiterals } from "./literals.mjs";
import { packed } from "./packed.mjs";
import { printable } from "./printable.mjs";
import { terser } from "./terser.mjs";
import { pageWithoutAddresses, restWithoutAddresses } from "./withoutAddresses.mjs";

const common = {
  configFile: false,
  root: `${root}web`,
  base: "./",
  publicDir: false,
  logLevel: "warn",
};

/** dist/index.html and dist/assets/: relative addresses, so that any sub-folder of any host will do. */
export async function buildHosted(folder) {
  await build({
    ...common,
    plugins: [
      plainImports,
      shortLiterals(),
      coreWasm("file"),
      unpacker,
      engineScript({ inline: false }),
      policyInHead(hostedPolicy),
      engineAhead,
      terser,
    ],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: "es2022",
      modulePreload: false,
      assetsInlineLimit: 0,
      rolldownOptions: { treeshake: onlyWhatIsUsed, output: { codeSplitting: chunksOf(atOnce) } },
    },
  });
}

/** One chunk of all that the page imports at once: smaller than several that share it with later parts. */
const atOnce = { name: "page", tags: ["$initial"], priority: 1 };
const chunksOf = (...groups) => ({ includeDependenciesRecursively: false, groups });

/** Vite loads style sheets and files ahead of what is imported later. There are none: the import is all there is to do. */
const plainImports = {
  name: "plain-imports",
  enforce: "pre",
  load: (id) => (id === "\0vite/preload-helper.js" ? "export const __vitePreload = (load) => load();" : undefined),
};

function policyInHead(policy) {
  return { name: "content-policy", transformIndexHtml: { order: "post", handler: (html) => withPolicy(html, policy) } };
}

/** The page's head names the core and the engine's script, which come along with the page's own: else they would be asked
 *  for when that has come and has run. */
const engineAhead = {
  name: "engine-ahead",
  transformIndexHtml: {
    order: "post",
    handler: (_, { bundle }) =>
      Object.keys(bundle)
        .filter((file) => /^assets\/(core|engine)-/.test(file))
        .map((file) => ({
          tag: "link",
          attrs: { rel: "preload", as: "fetch", crossorigin: "", href: `./${file}` },
          injectTo: "head",
        })),
  },
};

/** dist/backprop-lab.html: everything in one file. */
export async function buildSingleFile(folder) {
  const { output } = await build({
    ...common,
    plugins: [plainImports, shortLiterals(), coreWasm("page"), engineScript({ inline: true }), terser],
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      cssCodeSplit: false,
      assetsInlineLimit: Number.POSITIVE_INFINITY,
      rolldownOptions: { treeshake: onlyWhatIsUsed, output: { codeSplitting: chunksOf(atOnce, { name: "rest" }) } },
    },
  });
  mkdirSync(folder, { recursive: true });
  const [engine, boot] = [await bundleEngine(), await bundleScript("web/app/unpackPage.ts")];
  writeFileSync(`${folder}/backprop-lab.html`, inOneFile(output, scriptText(engine), scriptText(boot)));
}

/** Puts everything into the page, in place of the elements that load it: the styles, what web/app/unpackPage.ts unpacks
 *  (the core, the engine's script, the page's, the rest), and the unpacker itself. */
function inOneFile(output, engine, boot) {
  const page = output.find((file) => file.fileName === "index.html").source;
  const chunks = output.filter((file) => file.type === "chunk");
  const styles = output.filter((file) => file.fileName.endsWith(".css")).map((file) => styleText(String(file.source)));
  const strays = output.filter((file) => file.type === "asset" && !/\.(html|css)$/.test(file.fileName));
  const [first, rest] = [true, false].map((isEntry) => chunks.filter((chunk) => chunk.isEntry === isEntry));
  if (first.length !== 1 || rest.length !== 1 || strays.length > 0) {
    throw new Error(`The single file would leave out some of ${[...strays, ...chunks].map((file) => file.fileName)}`);
  }
  const scripts = [
    engine,
    scriptText(pageWithoutAddresses(first[0].code, basename(rest[0].fileName))),
    scriptText(restWithoutAddresses(rest[0].code, basename(first[0].fileName))),
  ];
  const html = page
    .replace(/\s*<script[^>]*\ssrc=[^>]*><\/script>/g, "")
    .replace(/\s*<link[^>]*\srel="(stylesheet|modulepreload)"[^>]*>/g, "")
    .replace("</head>", () => `${styles.map((style) => `<style>${style}</style>`).join("")}</head>`)
    .replace("</body>", () => `${packedElement(scripts)}<script>${boot}</script></body>`);
  return withPolicy(html, singleFilePolicy([...scripts, boot], styles));
}

/** Text that no browser runs: the core and the scripts, packed in the order of their use, and the scripts' sizes. */
function packedElement(scripts) {
  const bytes = scripts.map((script) => Buffer.from(script));
  const sizes = bytes.map(({ length }) => length);
  const text = printable(packed(readFileSync(modulePath), Buffer.concat(bytes)));
  return `<script type="text/plain" id="backprop-lab-packed" data-sizes="${sizes}">${text}</script>`;
}

/** A style sheet without the mark that Vite leaves at its end. */
const styleText = (css) => css.replace(/\/\*\$vite\$:\d+\*\//g, "").trim();

/** A script as it may stand inside HTML: nothing in it ends the element or begins a comment. */
function scriptText(code) {
  return code
    .trim()
    .replace(/<(?=\/script|!--)/gi, "\\x3C")
    .replaceAll("\r", "\\r");
}
