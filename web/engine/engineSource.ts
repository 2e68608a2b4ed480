/** Where the engine's script comes from: a file beside the hosted page, or an element of the page where it is one file.
 *  The build decides (tools/shipping/corePlugins.mjs). */
import { address } from "virtual:engine-script";
import type { Engine } from "./engine";

/** The script's text, to make a worker of. Rejects where its file cannot be had. */
export async function loadEngineText(): Promise<string> {
  if (!address) return document.getElementById("backprop-lab-engine")!.textContent!;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  return response.text();
}

/** A worker running web/engine/engineScript.ts: a classic worker from a Blob starts on any host, from file:// and in a
 *  sandboxed frame, in every engine. Where the host page's policy refuses workers, it throws or fires `error`. */
export function createWorker(text: string): Worker {
  const blob = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const worker = new Worker(blob);
  // The worker keeps what it fetched; the address is not needed once it has begun.
  worker.addEventListener("message", () => URL.revokeObjectURL(blob), { once: true });
  return worker;
}

/** Starts the engine on the page itself: there the script has run already, or runs now. */
export async function startOnPage(wasm: WebAssembly.Module): Promise<Engine> {
  if (!globalThis.startBackpropEngine) await runScript(address!);
  return globalThis.startBackpropEngine!(wasm);
}

function runScript(from: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = from;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${from} could not be loaded`));
    document.head.append(script);
  });
}
