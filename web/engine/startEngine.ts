/** Starts the engine: in a worker, or, where workers are refused, on the page. */
import type { Engine } from "./engine";
import { createWorker, loadEngineText, startOnPage } from "./engineSource";
import { RemoteEngine } from "./remote";
import { loadWasm } from "./wasmSource";

/** Rejects only where WebAssembly itself, or a file of the engine's, cannot be had. */
export async function startEngine(): Promise<Engine> {
  const [wasm, text] = await Promise.all([loadWasm(), loadEngineText()]);
  try {
    // In one breath, so that no `error` of the worker's is missed.
    return await RemoteEngine.start(createWorker(text), wasm);
  } catch {
    return startOnPage(wasm);
  }
}
