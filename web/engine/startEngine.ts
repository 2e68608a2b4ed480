/** Starts the engine: in a worker, or, where workers are refused, on the page. */
import type { Engine } from "./engine";
import { loadEngineText, startOnPage } from "./engineSource";
import "./pageParts";
import { RemoteEngine } from "./remote";
import { type Serving, startWorker } from "./startWorker";
import { loadWasm } from "./wasmSource";

/** Rejects only where WebAssembly itself, or a file of the engine's, cannot be had. */
export async function startEngine(): Promise<Engine> {
  const wasm = loadWasm();
  wasm.catch(() => undefined); // whoever awaits it hears of it
  const serving = firstWorker() ?? startWorker(await loadEngineText(), wasm);
  try {
    return new RemoteEngine(await serving);
  } catch {
    return startOnPage(await wasm);
  }
}

/** The one that began while the page itself was still unpacked (web/app/unpackPage.ts), for who comes first. */
function firstWorker(): Promise<Serving> | undefined {
  const parts = globalThis.backpropLabParts;
  const worker = parts?.worker;
  if (parts) parts.worker = undefined;
  return worker;
}
