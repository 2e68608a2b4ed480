/** The engine as one classic script, shipped once and used in either of two ways: a worker is begun from its text, and
 *  there it serves the page's calls; where workers are refused it runs on the page itself, and there it only registers
 *  how to start the engine. */
import { Clock } from "./clock";
import type { Engine } from "./engine";
import { instantiate } from "./module";
import { serveCalls } from "./worker";

declare global {
  /** What the script leaves on a page. */
  var startBackpropEngine: ((wasm: WebAssembly.Module) => Promise<Engine>) | undefined;
}

if (typeof document === "undefined") serveCalls();
else globalThis.startBackpropEngine = async (wasm) => new Clock(await instantiate(wasm));
