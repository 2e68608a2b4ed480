/** Models of one layer beside scikit-learn: a perceptron's epoch over 100,000 points, Fisher's formula on 1,000,000. Both
 *  fit the same points, which they have already, from zero weights: each time the first epoch of a new model. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { converse } from "./converse.js";
import { median, medianRatio, race } from "./measure.js";

const tasks = {
  perceptron: {
    points: 100_000,
    theirs: "Perceptron(max_iter=1, tol=None, shuffle=False)",
    ours: {
      model: { hidden: [], output: "step", initialization: "zeros" },
      cost: { error: "perceptron" },
      learner: { rule: "perceptron", convention: "scikitLearn", rate: 1, batch: 1, shuffle: false },
    },
  },
  fisher: {
    points: 1_000_000,
    theirs: 'LinearDiscriminantAnalysis(solver="lsqr")',
    ours: { model: { hidden: [] }, learner: { rule: "fisher" } },
  },
};

/** Fits once for each line that it hears: an expression for the model, and how many points. */
const fitter = `
import sys, time
import numpy as np
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.linear_model import Perceptron

values = np.fromfile("values").reshape(-1, 2)
targets = np.fromfile("targets").astype(int)
for line in sys.stdin:
    expression, count = line.split("\\t")
    model, n = eval(expression), int(count)
    start = time.perf_counter()
    model.fit(values[:n], targets[:n])
    print(1000 * (time.perf_counter() - start), flush=True)
`;

/** @returns {Promise<Record<keyof tasks, {ours: number, theirs: number, ratio: number}>>}
 *    milliseconds of one fit, ours and scikit-learn's; how much faster ours is */
export async function timeLinear({ rounds }) {
  const { load } = await import("../../dist/backprop-lab.js");
  const laboratory = await load();
  const table = tableOf(Math.max(...Object.values(tasks).map(({ points }) => points)));
  const scikitLearn = startScikitLearn(table);
  try {
    const found = {};
    for (const [name, { points, theirs, ours }] of Object.entries(tasks)) {
      const spec = { ...ours, data: { source: "table", table: firstOf(table, points) } };
      const rates = await race(
        [
          { name: "ours", rate: () => 1000 / fit(laboratory, spec) },
          { name: "theirs", rate: async () => 1000 / (await scikitLearn.fit(theirs, points)) },
        ],
        { rounds },
      );
      const [mine, other] = [rates.get("ours"), rates.get("theirs")];
      found[name] = { ours: 1000 / median(mine), theirs: 1000 / median(other), ratio: medianRatio(mine, other) };
    }
    return found;
  } finally {
    scikitLearn.end();
  }
}

function startScikitLearn({ values, targets }) {
  const folder = mkdtempSync(join(tmpdir(), "backprop-bench-"));
  writeFileSync(join(folder, "values"), values);
  writeFileSync(join(folder, "targets"), targets);
  const python = converse("/usr/bin/python3", ["-W", "ignore", "-c", fitter], { cwd: folder });
  return {
    /** @returns {Promise<number>} milliseconds */
    fit: (expression, points) => python.ask(`${expression}\t${points}`),
    end() {
      python.end();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Milliseconds of a new experiment's first epoch: none has recorded steps that a later round could leave out. */
function fit(laboratory, spec) {
  const experiment = laboratory.create(spec);
  const start = performance.now();
  experiment.trainEpochs(1);
  const milliseconds = performance.now() - start;
  experiment.dispose();
  return milliseconds;
}

/** Two classes that overlap along a line. */
function tableOf(count) {
  let state = 1;
  const uniform = () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const values = Float64Array.from({ length: 2 * count }, normal);
  const targets = Float64Array.from({ length: count }, (_, i) =>
    values[2 * i] + values[2 * i + 1] / 2 + 0.3 * normal() > 0 ? 1 : 0,
  );
  return { columns: ["x1", "x2"], values, classes: ["A", "B"], targets };
}

const firstOf = (table, count) => ({
  ...table,
  values: table.values.slice(0, 2 * count),
  targets: table.targets.slice(0, count),
  test: new Uint8Array(count),
});
