/** Modules that the build makes (tools/shipping/corePlugins.mjs). */

declare module "virtual:core-wasm" {
  /** The core's bytes: at once where they are inlined, as a response where they are a file. */
  export function wasmBytes(): Promise<ArrayBuffer | Response>;
}

declare module "virtual:worker-code" {
  /** The worker's program, a classic script. */
  const code: string;
  export default code;
}

declare module "*/backprop_lab_module.mjs" {
  /** Emscripten's factory: resolves to the module that bindings/bindings.cpp registers. */
  export default function factory(options: object): Promise<unknown>;
}
