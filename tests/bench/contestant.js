/** A contestant of the training race in a worker of its own: what the engine has learnt of one's objects shall not
 *  slow another's. Outside it is asked, one thing at a time, and inside it answers. */
import { rateOf } from "./measure.js";
import { spirals } from "./task.js";

/**
 * Inside the worker.
 * @param {{postMessage: Function, onmessage: Function}} port  to the outside
 * @param {{create: Function}} peer
 */
export function answer(port, peer) {
  const points = spirals();
  let network;
  const answers = {
    /** Whether it can train in such batches. */
    async create(sizes, batch) {
      network = await peer.create(sizes, batch, points);
      return Boolean(network);
    },
    rate: (milliseconds) => rateOf({ run: network.epoch }, milliseconds),
    dispose() {
      network?.dispose?.();
      network = undefined;
    },
  };
  port.onmessage = async ({ data: [what, ...parameters] }) => {
    try {
      port.postMessage({ value: await answers[what](...parameters) });
    } catch (error) {
      port.postMessage({ error: `${peer.name}: ${error.stack}` });
    }
  };
  port.postMessage({}); // now it hears; what was said before may be lost
}

/**
 * Outside.
 * @param {string} name
 * @param {{postMessage: Function}} worker
 * @param {(listener: (message: object) => void) => void} once  hears the worker's next message; called at once, for the
 *   first
 */
export function contestant(name, worker, once) {
  const ready = new Promise((resolve) => once(resolve));
  const ask = async (...question) => {
    await ready;
    return new Promise((resolve, reject) => {
      once(({ value, error }) => (error ? reject(new Error(error)) : resolve(value)));
      worker.postMessage(question);
    });
  };
  return {
    name,
    create: (sizes, batch) => ask("create", sizes, batch),
    rate: (milliseconds) => ask("rate", milliseconds),
    dispose: () => ask("dispose"),
    end: () => worker.terminate(),
  };
}
