/** Training speed in a page, each contestant in a worker. */
import { contestant } from "../contestant.js";
import { timeTraining } from "../training.js";
import { contestants } from "./contestants.js";

globalThis.timeInPage = (pace) => timeTraining(contestants.map(inWorker), pace);

function inWorker({ name }) {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module", name });
  return contestant(name, worker, (hear) =>
    worker.addEventListener("message", ({ data }) => hear(data), { once: true }),
  );
}
