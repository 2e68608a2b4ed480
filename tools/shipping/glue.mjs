/** A Vite plugin for Emscripten's script. We always bring the instance (web/engine/module.ts); told so, the minifiers drop
 *  what would find, fetch and compile the WebAssembly otherwise. Where the question is put in other words, all stays. */
export const glue = {
  name: "emscripten-glue",
  enforce: "pre",
  transform: (code, id) =>
    id.endsWith("backprop_lab_module.mjs")
      ? code.replace(/\bif ?\(Module\["instantiateWasm"\]\)/, "if(true)")
      : undefined,
};
