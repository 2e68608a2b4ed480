/** Starts the engine: in a worker, or, where workers are refused, on the page. */
import type { Engine } from "./engine";
import { createWorker, loadEngineText, startOnPage } from "./engineSource";
import { RemoteEngine } from "./remote";
import { loadWasm } from "./wasmSource";

let ahead: Promise<Engine> | undefined;

/** Starts the next engine now: a worker begins beside the page's own scripts. */
export function startAhead(): void {
  ahead = begin();
  ahead.catch(() => undefined); // whoever starts the engine hears of it
}

/** Rejects only where WebAssembly itself, or a file of the engine's, cannot be had. */
export function startEngine(): Promise<Engine> {
  const engine = ahead ?? begin();
  ahead = undefined;
  return engine;
}

async function begin(): Promise<Engine> {
  const wasm = loadWasm();
  wasm.catch(() => undefined); // whoever awaits it hears of it
  const text = await loadEngineText();
  try {
    return await RemoteEngine.start(createWorker(text), wasm); // the worker begins while the core is compiled
  } catch {
    return startOnPage(await wasm);
  }
}
