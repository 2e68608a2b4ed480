/** Where the core's WebAssembly comes from: a file beside the hosted page, or the script itself where the page is one
 *  file. The build decides (tools/shipping/corePlugins.mjs). */
import { coreBytes } from "virtual:core-wasm";

let compiled: Promise<WebAssembly.Module> | undefined;

/** The compiled core, compiled once however often it is asked for. Rejects where it cannot be had: WebAssembly is
 *  refused by the host page's policy, or the file is not there. */
export function loadWasm(): Promise<WebAssembly.Module> {
  compiled ??= coreBytes().then((bytes) => WebAssembly.compile(bytes));
  return compiled;
}
