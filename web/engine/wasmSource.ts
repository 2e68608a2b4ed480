/** Where the core's WebAssembly comes from: a file beside the hosted page, what app/unpackPage.ts has
 *  compiled in the one file, the script itself in the headless API. The build decides (tools/shipping/corePlugins.mjs). */
import { compiledCore } from "virtual:core-wasm";

let compiled: Promise<WebAssembly.Module> | undefined;

/** The compiled core, compiled once however often it is asked for. Rejects where it cannot be had: WebAssembly is
 *  refused by the host page's policy, or the file is not there. */
export function loadWasm(): Promise<WebAssembly.Module> {
  compiled ??= compiledCore();
  return compiled;
}
