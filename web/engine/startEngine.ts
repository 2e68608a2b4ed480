/** Starts the engine: in a worker, or, where workers are refused, on the page. */
import type { Engine } from "./engine";
import { createWorker, loadEngineText, startOnPage } from "./engineSource";
import { RemoteEngine } from "./remote";
import { loadWasm } from "./wasmSource";

/** Rejects only where WebAssembly itself, or a file of the engine's, cannot be had. */
export async function startEngine(): Promise<Engine> {
  const wasm = loadWasm();
  wasm.catch(() => undefined); // whoever awaits it hears of it
  const text = await loadEngineText();
  try {
    return await RemoteEngine.start(createWorker(text), wasm); // the worker begins while the core is compiled
  } catch {
    return startOnPage(await wasm);
  }
}
