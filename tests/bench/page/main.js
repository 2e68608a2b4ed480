/** What is timed in a page: training, each contestant in a worker, and the field. */
import { contestant } from "../contestant.js";
import { contestants } from "../contestants.js";
import { timeField } from "../field.js";
import { timeTraining } from "../training.js";

globalThis.timeTrainingHere = (pace) => timeTraining(contestants.map(inWorker), pace);
globalThis.timeFieldHere = timeField;

function inWorker({ name }) {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module", name });
  return contestant(name, worker, (hear) =>
    worker.addEventListener("message", ({ data }) => hear(data), { once: true }),
  );
}
