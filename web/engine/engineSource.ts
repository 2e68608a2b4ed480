/** Where the engine's script comes from: a file beside the hosted page, or the page itself where it is one file.
 *  The build decides (tools/shipping/corePlugins.mjs). */
import { address } from "virtual:engine-script";
import type { Engine } from "./engine";

/** The script's text, to start a worker with. Rejects where its file cannot be had. */
export async function loadEngineText(): Promise<string> {
  if (!address) return globalThis.backpropLabParts!.engine;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  return response.text();
}

/** Starts the engine on the page itself. */
export async function startOnPage(wasm: WebAssembly.Module): Promise<Engine> {
  if (!globalThis.startBackpropEngine) await runScript();
  return globalThis.startBackpropEngine!(wasm);
}

function runScript(): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${address} could not be loaded`));
    if (address) script.src = address;
    else script.textContent = globalThis.backpropLabParts!.engine;
    document.head.append(script);
    if (!address) resolve(); // it has run
  });
}
