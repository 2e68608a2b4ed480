/** What Emscripten's script can do and the page never asks of it: where each begins, and what is put there. Told so, the
 *  minifiers drop it, and what only it uses. Where a newer Emscripten puts it in other words, it stays. */
const unused = [
  // finding, fetching and compiling the WebAssembly: we always bring the instance (web/engine/module.ts)
  [/\bif ?\(Module\["instantiateWasm"\]\)/, "if(true)"],
  [/\bif ?\(ENVIRONMENT_IS_WEB ?\|\| ?ENVIRONMENT_IS_WORKER\)/, "if(false)"],
  // strings of wide characters
  [/\bfunction __embind_register_std_wstring\([^)]*\) ?\{/, "$&return;"],
];

/** A Vite plugin for Emscripten's script. */
export const glue = {
  name: "emscripten-glue",
  enforce: "pre",
  transform: (code, id) =>
    id.endsWith("backprop_lab_module.mjs")
      ? unused.reduce((script, [where, what]) => script.replace(where, what), code)
      : undefined,
};
