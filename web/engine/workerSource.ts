/** Makes the worker from its own text: a classic worker from a Blob starts on any host, from file:// and in a sandboxed
 *  frame, in every engine. */
import code from "virtual:worker-code";

/** A worker running web/engine/worker.ts. Where the host page's policy refuses workers, it throws or fires `error`. */
export function createWorker(): Worker {
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const worker = new Worker(address);
  // The worker keeps what it fetched; the address is not needed once it has begun.
  worker.addEventListener("message", () => URL.revokeObjectURL(address), { once: true });
  return worker;
}
