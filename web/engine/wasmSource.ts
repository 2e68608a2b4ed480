/** Where the core's WebAssembly comes from: a file beside the hosted page, or the script itself where the page is one
 *  file. The build decides (tools/shipping/corePlugins.mjs). */
import { wasmBytes } from "virtual:core-wasm";

let compiled: Promise<WebAssembly.Module> | undefined;

/** The compiled core, compiled once however often it is asked for. Rejects where it cannot be had: WebAssembly is
 *  refused by the host page's policy, or the file is not there. */
export function loadWasm(): Promise<WebAssembly.Module> {
  compiled ??= compile();
  return compiled;
}

async function compile(): Promise<WebAssembly.Module> {
  const bytes = await wasmBytes();
  if (!(bytes instanceof Response)) return WebAssembly.compile(bytes);
  if (!bytes.ok) throw new Error(`${bytes.url}: ${bytes.status} ${bytes.statusText}`);
  // Compiling while it arrives needs the host to name its type rightly, which not every host does.
  if (bytes.headers.get("Content-Type") === "application/wasm") return WebAssembly.compileStreaming(bytes);
  return WebAssembly.compile(await bytes.arrayBuffer());
}
