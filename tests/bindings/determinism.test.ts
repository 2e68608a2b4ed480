/** Same experiment, same bits. The hashes hold for the pinned toolchain (Emscripten 3.1.6); any other build must agree
 *  with its numbers to 1e-12 after 20 steps. A deliberate change of the arithmetic changes them: then, and only then,
 *  `UPDATE_GOLDEN=1 npm test -- --only bindings` writes tests/golden/determinism.json anew. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CoreModule } from "../../web/engine/module";
import type { HiddenActivation, PartialSpec } from "../../web/engine/protocol";
import { begin, loadCore, weights } from "./core";

const inSingle = (...layers: [number, HiddenActivation][]): PartialSpec => ({
  model: { precision: "single", hidden: layers.map(([neurons, activation]) => ({ neurons, activation })) },
  learner: { batch: 10 },
});

const specs: Record<string, PartialSpec> = {
  "the first experiment": {},
  "single precision, Adam, pattern by pattern": {
    model: { precision: "single" },
    learner: { rule: "adam", rate: 0.01, batch: 1 },
  },
  "single precision, wide layers, batches of ten": inSingle([32, "tanh"], [16, "relu"]),
  "single precision, layers of eight, batches of ten": inSingle([8, "tanh"], [8, "elu"]),
  "every activation, softmax, penalties": {
    data: { source: "blobs", classes: 4, standardize: true },
    model: {
      features: ["x1", "x2", "x1*x2", "sin(x1)"],
      hidden: (["sigmoid", "relu", "leakyRelu", "elu", "softplus", "sine"] as const).map((activation) => ({
        neurons: 5,
        activation,
      })),
      output: "softmax",
    },
    cost: { l1: 1e-4, l2: 1e-3 },
    learner: { rule: "nesterov", rate: 0.02, schedule: "cosine" },
  },
};

const goldenFile = "tests/golden/determinism.json";
const update = process.env.UPDATE_GOLDEN === "1";
const golden: Record<string, { first: number[]; hash: string }> = JSON.parse(readFileSync(goldenFile, "utf8"));

let core: CoreModule;
beforeAll(async () => {
  core = await loadCore();
});
afterAll(() => {
  if (update) writeFileSync(goldenFile, `${JSON.stringify(golden, null, 1)}\n`);
});

const pinned = /\b3\.1\.6\b/.test(execFileSync("emcc", ["--version"], { encoding: "utf8" }));

describe("Same bits", () => {
  test.each(Object.keys(specs))("%s, after 20 steps and after 2,000", (name) => {
    const experiment = begin(core, specs[name]);
    experiment.advance(20);
    const early = weights(experiment);
    experiment.advance(1980);
    const hash = createHash("sha256")
      .update(Float64Array.from(weights(experiment)))
      .digest("hex")
      .slice(0, 16);
    experiment.delete();
    if (update) golden[name] = { first: early, hash };
    const expected = golden[name];
    const tolerance = specs[name].model?.precision === "single" ? 1e-5 : 1e-12;
    for (const [i, value] of expected.first.entries()) {
      expect(Math.abs(early[i] - value)).toBeLessThanOrEqual(tolerance * Math.abs(value));
    }
    if (pinned) expect({ name, hash }).toEqual({ name, hash: expected.hash });
  });
});
