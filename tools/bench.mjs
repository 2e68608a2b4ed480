/** `npm run bench`: our figures beside our peers', in one run. Builds first.
 *  Options: --json (figures alone, for machines), --only training,chromium,field,linear,kernels,page, --rounds 21. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { weigh } from "./budgets.mjs";
import { mustRun, root } from "./command.mjs";
import { npmInstall, prepareMachine, requireNode } from "./toolchain.mjs";

const parts = ["training", "chromium", "field", "linear", "kernels", "page"];

async function prepare() {
  requireNode();
  await prepareMachine({ forTests: true });
  if (!existsSync(`${root}tests/bench/node_modules`)) {
    // Without scripts: brain.js's optional GPU part would be compiled from source, and is not timed.
    await npmInstall(`${root}tests/bench`, "--ignore-scripts");
  }
  await mustRun(process.execPath, ["tools/build.mjs"]);
}

async function measure(wanted, rounds, tell) {
  const pace = { rounds, milliseconds: 50 };
  const figures = { machine: machine(), date: new Date().toISOString().slice(0, 10), training: {} };
  const chromium = await import("../tests/bench/chromium.js");
  const processors = allowedProcessors();
  if (processors) keepTo(processors.split(/[,-]/).at(-1), tell);
  if (wanted.has("training")) {
    tell("Training, in node");
    figures.training.node = await timeTrainingInNode(pace, tell);
  }
  if (wanted.has("chromium")) {
    tell("Training, in Chromium");
    figures.training.Chromium = await chromium.timeTrainingInChromium(pace);
  }
  if (wanted.has("field")) {
    tell("Field, in node and in Chromium");
    const { timeField } = await import("../tests/bench/field.js");
    figures.field = { node: await timeField(pace), Chromium: await chromium.timeFieldInChromium(pace) };
  }
  if (wanted.has("kernels")) {
    tell("Kernels, natively and as WebAssembly");
    const { timeKernels } = await import("../tests/bench/kernels.js");
    figures.kernels = await timeKernels(pace);
  }
  if (processors) keepTo(processors, tell);
  if (wanted.has("linear")) {
    tell("Models of one layer, beside scikit-learn");
    const { timeLinear } = await import("../tests/bench/linear.js");
    figures.linear = await timeLinear(pace);
  }
  if (wanted.has("page")) {
    tell("The page: first boundary, frames, weights");
    figures.firstBoundary = await chromium.timeFirstBoundary(Math.ceil(rounds / 3));
    figures.frames = await chromium.watchFrames();
    figures.weights = weigh(`${root}dist`).filter(({ budget }) => budget);
  }
  return figures;
}

/** The numbers of the processors that this program may use, as Linux writes them: "0-1". */
function allowedProcessors() {
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  return /^Cpus_allowed_list:\s*(\S+)/m.exec(status)?.[1];
}

/** Keeps this program, and what it starts from now on, to some of the machine's processors. Those of shared machines are not
 *  alike: one may be half as fast again as its neighbour, and whoever sat there would win. */
function keepTo(processors, tell) {
  const { status } = spawnSync("taskset", ["-a", "-c", "-p", processors, `${process.pid}`]);
  if (status !== 0) tell(`Not kept to the processors ${processors}: contestants may be timed on different ones.`);
}

async function timeTrainingInNode(pace, tell) {
  const { timeTraining } = await import("../tests/bench/training.js");
  const { contestant } = await import("../tests/bench/contestant.js");
  const { contestants } = await import("../tests/bench/contestants.js");
  const inWorker = ({ name }) => {
    const worker = new Worker(new URL("../tests/bench/nodeWorker.js", import.meta.url), { workerData: name });
    return contestant(name, worker, (hear) => worker.once("message", hear));
  };
  return timeTraining(contestants.map(inWorker), pace, tell);
}

const machine = () => `${cpus().length} × ${cpus()[0]?.model ?? process.arch}, node ${process.versions.node}`;

async function main() {
  const { values } = parseArgs({
    options: {
      json: { type: "boolean", default: false },
      only: { type: "string", default: parts.join(",") },
      rounds: { type: "string", default: "21" },
    },
  });
  const tell = (text) => console.error(text);
  await prepare();
  const figures = await measure(new Set(values.only.split(",")), Number(values.rounds), tell);
  const report = await import("../tests/bench/report.js");
  const verdicts = report.verdicts(figures);
  if (values.json) console.log(JSON.stringify({ ...figures, verdicts }, null, 2));
  else print(figures, verdicts, report);
  const unfair = report.baselineVerdicts(figures.training).filter(({ met }) => !met);
  for (const { what, value, asked } of unfair) tell(`\nUNFAIR: ${what} reaches ${value.toFixed(2)}, asked ${asked}.`);
  process.exit(unfair.length > 0 ? 1 : 0);
}

function print(figures, verdicts, { trainingTable, verdictTable }) {
  console.log(`\n${figures.machine}, ${figures.date}`);
  for (const [place, rows] of Object.entries(figures.training)) {
    console.log(`\nTraining in ${place}: two spirals, 200 points, tanh, plain descent\n\n${trainingTable(rows)}`);
  }
  console.log(`\n${verdictTable(verdicts)}`);
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
