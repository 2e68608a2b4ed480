/** The core's kernels as WebAssembly under node, against the same source compiled for this machine (SSE4.2). */
import { mustRun } from "../../tools/command.mjs";
import { emscriptenEnvironment } from "../../tools/toolchain.mjs";
import { median } from "./measure.js";

/** @returns {Promise<{what: string, native: number, wasm: number}[]>}  calls a second, the higher the better */
export async function timeKernels(rounds) {
  await buildKernels();
  const native = [];
  const wasm = [];
  for (let round = 0; round < rounds; round++) {
    native.push(figures(await mustRun("build/native/tests/bench/kernel/kernel_bench", [])));
    wasm.push(
      figures(
        await mustRun(process.execPath, ["--no-experimental-fetch", "build/wasm/tests/bench/kernel/kernel_bench.cjs"]),
      ),
    );
  }
  const middle = (runs, what) => median(runs.map((run) => run.get(what)));
  return [...native[0].keys()].map((what) => ({ what, native: middle(native, what), wasm: middle(wasm, what) }));
}

async function buildKernels() {
  const targets = [
    ["native", {}],
    ["wasm", emscriptenEnvironment()],
  ];
  for (const [preset, env] of targets) {
    await mustRun("cmake", ["--preset", preset], { env });
    await mustRun("cmake", ["--build", "--preset", preset, "--target", "kernel_bench", "-j", "2"], { env });
  }
}

/** One line of JSON for each figure → name to rate. */
function figures(output) {
  const lines = output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return new Map(
    lines.map((line) =>
      line.field
        ? [`field ${line.field}², 2-8-8-1, single`, 1000 / line.milliseconds]
        : [`${nameOfWidth[line.width]}, batch ${line.batch}, ${line.precision}`, line.epochsPerSecond],
    ),
  );
}

const nameOfWidth = { 4: "2-4-2-1", 8: "2-8-8-1", 32: "2-32-32-1" };
