/** Modules that the build makes (tools/shipping/corePlugins.mjs). */

declare module "virtual:core-wasm" {
  /** The core's bytes. Rejects where its file cannot be had. */
  export function coreBytes(): Promise<Uint8Array<ArrayBuffer>>;
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
