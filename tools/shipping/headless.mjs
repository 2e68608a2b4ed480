/** The headless API, dist/backprop-lab.js: one ES module for node and for pages, the core inlined, with its types. */
import { build } from "vite";
import { root } from "../command.mjs";
import { coreWasm, unpacker } from "./corePlugins.mjs";
import { writeDeclarations } from "./declarations.mjs";
import { glue } from "./glue.mjs";
import { terser } from "./terser.mjs";

const entry = "web/engine/headless.ts";

export async function buildHeadless(folder) {
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    plugins: [glue, coreWasm("script"), unpacker, terser],
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      target: "es2022",
      minify: true,
      lib: { entry: `${root}${entry}`, formats: ["es"], fileName: () => "backprop-lab.js" },
    },
  });
  await writeDeclarations(entry, `${folder}/backprop-lab.d.ts`);
}
