/** The core's kernels as WebAssembly, under node and in Chromium, against the same source compiled for this machine
 *  (SSE4.2). Each slice of time is a run of its own of one kernel: so native and WebAssembly take turns within a second. */
import { readFileSync } from "node:fs";
import { mustRun, root } from "../../tools/command.mjs";
import { emscriptenEnvironment } from "../../tools/toolchain.mjs";
import { startKernels } from "./chromium.js";
import { median, medianRatio, race } from "./measure.js";
import { batches, nameOf, networks } from "./task.js";

const native = "build/release/tests/bench/kernel/kernel_bench";
const wasm = "build/wasm/tests/bench/kernel/kernel_bench.cjs";

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

/** @returns {Promise<{what: string, rates: Record<string, number>, ratios: Record<string, number>}[]>}
 *    rates: calls a second, by place; ratios: WebAssembly's to the native */
export async function timeKernels(pace) {
  await buildKernels();
  const chromium = await startKernels(readFileSync(root + wasm, "utf8"));
  const places = {
    native: (parameters) => mustRun(native, parameters),
    node: (parameters) => mustRun(process.execPath, [wasm, ...parameters]),
    Chromium: chromium.run,
  };
  try {
    const found = [];
    for (const { what, parameters } of kernels) {
      const contestants = Object.entries(places).map(([name, run]) => ({
        name,
        rate: async (milliseconds) => Number(await run([`${milliseconds}`, ...parameters])),
      }));
      found.push({ what, ...compare(await race(contestants, pace)) });
    }
    return found;
  } finally {
    await chromium.end();
  }
}

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
