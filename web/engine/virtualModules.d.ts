/** Modules that the build makes (tools/shipping/corePlugins.mjs). */

declare module "virtual:core-wasm" {
  /** The core, packed. Rejects where its file cannot be had. */
  export function packedCore(): Promise<Uint8Array>;
}

declare module "virtual:engine-script" {
  /** Of the engine's script; undefined where the page holds it in its element #backprop-lab-engine. */
  export const address: string | undefined;
}

declare module "*/backprop_lab_module.mjs" {
  /** Emscripten's factory: resolves to the module that bindings/bindings.cpp registers. */
  export default function factory(options: object): Promise<unknown>;
}
