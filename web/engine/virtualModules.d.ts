/** Modules that the build makes (tools/shipping/corePlugins.mjs). */

declare module "virtual:core-wasm" {
  /** Compiles the core. Rejects where its file cannot be had, or WebAssembly. */
  export function compiledCore(): Promise<WebAssembly.Module>;
}

declare module "virtual:unpacker" {
  /** The WebAssembly of bindings/unpacker.cpp. */
  export const base64: string;
}

declare module "virtual:engine-script" {
  /** Of the engine's script; undefined where the page holds it (web/app/unpackPage.ts). */
  export const address: string | undefined;
}

declare module "*/backprop_lab_module.mjs" {
  /** Emscripten's factory: resolves to the module that bindings/bindings.cpp registers. */
  export default function factory(options: object): Promise<unknown>;
}
