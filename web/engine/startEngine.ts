/** Starts the engine: in a worker, or, where workers are refused, on the page. */
import { Clock } from "./clock";
import type { Engine } from "./engine";
import { instantiate } from "./module";
import { RemoteEngine } from "./remote";
import { loadWasm } from "./wasmSource";
import { createWorker } from "./workerSource";

/** Rejects only where WebAssembly itself cannot be had. */
export async function startEngine(): Promise<Engine> {
  const wasm = await loadWasm();
  try {
    return await RemoteEngine.start(createWorker(), wasm);
  } catch {
    return new Clock(await instantiate(wasm));
  }
}
