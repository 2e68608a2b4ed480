/** Vite plugins that give the page its odd pieces: the WebAssembly core, what unpacks it, and the engine's script. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { build } from "vite";
import { root } from "../command.mjs";
import { glue } from "./glue.mjs";
import { packed } from "./packed.mjs";
import { terser } from "./terser.mjs";

export const modulePath = `${root}build/wasm/bindings/backprop_lab_module.wasm`;
const unpackerPath = `${root}build/wasm/bindings/backprop_lab_unpacker.wasm`;
const packedPath = `${root}build/engine/core.lzma`;
const enginePath = `${root}build/engine/engine.js`;

/**
 * Provides `virtual:core-wasm`: `compiledCore(): Promise<WebAssembly.Module>`. The core is packed here, more tightly than hosts do
 * it, and by all hosts alike.
 * @param {keyof typeof coreSources} from  "file": fetched by relative address; "script": part of the script, in base64;
 *   "page": what web/app/unpackPage.ts compiles (it needs no request, and none could be made from file://)
 */
export function coreWasm(from) {
  return virtualModule("virtual:core-wasm", coreSources[from]);
}

/** Provides `virtual:unpacker`: `base64`, the WebAssembly that web/engine/unpacked.ts runs. */
export const unpacker = virtualModule(
  "virtual:unpacker",
  () => `export const base64 = "${readFileSync(unpackerPath).toString("base64")}";`,
);

const unpacking = `import { bytesOf, compiled, unpacked } from "${root}web/engine/unpacked.ts";`;

const coreSources = {
  file() {
    mkdirSync(dirname(packedPath), { recursive: true });
    writeFileSync(packedPath, packedWasm());
    return `${unpacking}
    import address from ${JSON.stringify(`${packedPath}?url`)};
    export async function compiledCore() {
      const response = await fetch(address);
      if (!response.ok) throw new Error(address + ": " + response.status + " " + response.statusText);
      return compiled(unpacked(new Uint8Array(await response.arrayBuffer())));
    }`;
  },
  script: () => `${unpacking}
    export async function compiledCore() {
      return compiled(unpacked(bytesOf("${Buffer.from(packedWasm()).toString("base64")}")));
    }`,
  page: () => "export const compiledCore = () => globalThis.backpropLabParts.core;",
};

/** Once for all pages of a build: it takes seconds. */
function packedWasm() {
  core ??= packed(readFileSync(modulePath));
  return core;
}
let core;

/**
 * Provides `virtual:engine-script`: the address of the engine's script, a file of its own.
 * @param {{inline: boolean}} options  inline: there is no address, for the page itself holds the script
 */
export function engineScript({ inline }) {
  return virtualModule("virtual:engine-script", async () => {
    if (inline) return "export const address = undefined;";
    mkdirSync(dirname(enginePath), { recursive: true });
    writeFileSync(enginePath, await bundleEngine());
    return `export { default as address } from ${JSON.stringify(`${enginePath}?url`)};`;
  });
}

/** Modules that do nothing by being imported: each room of words goes where it is used, and of the signals' package only
 *  what is. */
export const onlyWhatIsUsed = {
  moduleSideEffects: [{ test: /\/web\/texts\/|\/@lit-labs\/preact-signals\//, sideEffects: false }],
};

/** The engine as one classic script: Chromium refuses module workers from file:// and in sandboxed frames. */
export const bundleEngine = () => bundleScript("web/engine/engineScript.ts");

/** A source file and what it imports as one classic script. */
export async function bundleScript(entry) {
  const [{ output }] = await build({
    configFile: false,
    root,
    logLevel: "warn",
    plugins: [glue, unpacker, terser],
    build: {
      write: false,
      target: "es2022",
      rolldownOptions: { treeshake: onlyWhatIsUsed },
      lib: { entry: `${root}${entry}`, formats: ["iife"], name: "script" },
    },
  });
  return output[0].code;
}

/** A module that is no file: imported by its name, its code made when it is first asked for. */
function virtualModule(name, code) {
  const id = `\0${name}`;
  return {
    name,
    resolveId: (source) => (source === name ? id : undefined),
    load: (asked) => (asked === id ? code() : undefined),
  };
}
