/** Starts the engine's script in a worker. */
import type { FieldInfo } from "./protocol";

/** The worker's first message. */
export type Started = { fields: FieldInfo[]; failure?: undefined } | { failure: string };

/** A worker that answers calls, and the fields that its core names. */
export interface Serving {
  worker: Worker;
  fields: FieldInfo[];
}

/** Rejects where the host page's policy refuses workers, or WebAssembly in them.
 *  @param text  of web/engine/engineScript.ts    @param wasm  the core: the worker begins while it is compiled */
export function startWorker(text: string, wasm: Promise<WebAssembly.Module>): Promise<Serving> {
  return new Promise((resolve, reject) => {
    const worker = createWorker(text);
    const fail = (reason: unknown) => {
      worker.terminate();
      reject(reason);
    };
    worker.onerror = (event) => fail(new Error(event.message || "the worker was refused"));
    worker.onmessageerror = () => fail(new Error("the worker could not receive the core"));
    worker.onmessage = ({ data }: MessageEvent<Started>) => {
      if (data.failure !== undefined) fail(new Error(data.failure));
      else resolve({ worker, fields: data.fields });
    };
    wasm.then((module) => worker.postMessage(module)).catch(fail);
  });
}

/** A classic worker from a Blob starts on any host, from file:// and in a sandboxed frame, in every engine. Where the
 *  host page's policy refuses workers, it throws or fires `error`. */
function createWorker(text: string): Worker {
  const blob = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const worker = new Worker(blob);
  // The worker keeps what it fetched; the address is not needed once it has begun.
  worker.addEventListener("message", () => URL.revokeObjectURL(blob), { once: true });
  return worker;
}
