/** The core's kernels as WebAssembly, under node and in Chromium, against the same source compiled for this machine
 *  (SSE4.2). All three take turns. */
import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { mustRun, root } from "../../tools/command.mjs";
import { emscriptenEnvironment } from "../../tools/toolchain.mjs";
import { startWorkers } from "./chromium.js";
import { contestant } from "./contestant.js";
import { converse } from "./converse.js";
import { median, medianRatio, race } from "./measure.js";
import { batches, nameOf, networks } from "./task.js";

const native = `${root}build/release/tests/bench/kernel/kernel_bench`;
const wasm = `${root}build/wasm/tests/bench/kernel/kernel_bench.cjs`;

const precisions = ["single", "double"];
/** What kernel_bench is to run. */
const kernels = [
  ...precisions.flatMap((precision) =>
    networks.flatMap((sizes) =>
      batches.map((batch) => ({
        what: `${nameOf(sizes)}, batch ${batch}, ${precision}`,
        parameters: [precision, ...sizes.slice(1, -1), batch].map(String),
      })),
    ),
  ),
  { what: "field 512², 2-8-8-1, single", parameters: ["field"] },
];

/** Each contestant starts so many times: where its code and its memory come to lie makes it some hundredths faster or slower,
 *  as long as it runs. */
const starts = 5;

/** @returns {Promise<{what: string, rates: Record<string, number>, ratios: Record<string, number>}[]>}
 *    rates: calls a second, by place; ratios: WebAssembly's to the native */
export async function timeKernels({ rounds, milliseconds }) {
  await buildKernels();
  const script = readFileSync(wasm, "utf8");
  const chromium = await startWorkers();
  const found = [];
  for (const { what, parameters } of kernels) {
    const rates = new Map();
    for (let start = 0; start < starts; start++) {
      const contestants = await begin(parameters, script, chromium);
      const pace = { rounds: Math.ceil(rounds / starts), milliseconds };
      for (const [name, more] of await race(contestants, pace)) rates.set(name, [...(rates.get(name) ?? []), ...more]);
      for (const each of contestants) await each.end();
    }
    found.push({ what, ...compare(rates) });
  }
  await chromium.end();
  return found;
}

async function begin(parameters, script, chromium) {
  const program = converse(native, parameters);
  const source = `${answering(parameters)}\n${script}`;
  const worker = new Worker(source, { eval: true });
  return [
    { name: "native", rate: program.ask, end: program.end },
    contestant("node", worker, (hear) => worker.once("message", hear)),
    await chromium.contestant("Chromium", source),
  ];
}

/** What stands before Emscripten's script in a worker: a contestant's inside, as contestant.js has it. */
const answering = (parameters) => `
  const port = typeof require === "function" ? require("node:worker_threads").parentPort : self;
  const answer = () => {
    port.onmessage = ({ data: [, milliseconds] }) => port.postMessage({ value: Module._rate(milliseconds) });
    port.postMessage({});
  };
  var Module = { arguments: ${JSON.stringify(parameters)}, postRun: [answer] };`;

function compare(rounds) {
  const places = [...rounds.keys()];
  return {
    rates: Object.fromEntries(places.map((place) => [place, median(rounds.get(place))])),
    ratios: Object.fromEntries(
      places
        .filter((place) => place !== "native")
        .map((place) => [place, medianRatio(rounds.get(place), rounds.get("native"))]),
    ),
  };
}

async function buildKernels() {
  const targets = [
    ["release", {}],
    ["wasm", emscriptenEnvironment()],
  ];
  for (const [preset, env] of targets) {
    await mustRun("cmake", ["--preset", preset], { env });
    await mustRun("cmake", ["--build", "--preset", preset, "--target", "kernel_bench", "-j", "2"], { env });
  }
}
