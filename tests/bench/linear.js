/** Models of one layer beside scikit-learn: a perceptron's epoch over 100,000 points, Fisher's formula on 1,000,000. Both
 *  fit the same points, which they have already, from zero weights: each time the first epoch of a new model. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "./measure.js";

const perceptronPoints = 100_000;
const fisherPoints = 1_000_000;

const theirs = (rounds, folder) => `
import json, time
import numpy as np
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.linear_model import Perceptron

def milliseconds(model, n):
    X = np.fromfile("${folder}/values", count=2 * n).reshape(n, 2)
    y = np.fromfile("${folder}/targets", count=n).astype(int)
    def once():
        start = time.perf_counter()
        model.fit(X, y)
        return 1000 * (time.perf_counter() - start)
    return float(np.median([once() for _ in range(${rounds})]))

print(json.dumps({
    "perceptron": milliseconds(Perceptron(max_iter=1, tol=None, shuffle=False), ${perceptronPoints}),
    "fisher": milliseconds(LinearDiscriminantAnalysis(solver="lsqr"), ${fisherPoints}),
}))
`;

/** @returns  milliseconds of one fit, ours and scikit-learn's: {perceptron: {ours, theirs}, fisher: {ours, theirs}} */
export async function timeLinear(rounds) {
  const { load } = await import("../../dist/backprop-lab.js");
  const laboratory = await load();
  const table = tableOf(Math.max(perceptronPoints, fisherPoints));
  const scikitLearn = timedInPython(table, rounds);
  const perceptron = timed(laboratory, firstOf(table, perceptronPoints), rounds, {
    model: { hidden: [], output: "step", initialization: "zeros" },
    cost: { error: "perceptron" },
    learner: { rule: "perceptron", convention: "scikitLearn", rate: 1, batch: 1, shuffle: false },
  });
  const fisher = timed(laboratory, firstOf(table, fisherPoints), rounds, {
    model: { hidden: [] },
    learner: { rule: "fisher" },
  });
  return {
    perceptron: { ours: perceptron, theirs: scikitLearn.perceptron },
    fisher: { ours: fisher, theirs: scikitLearn.fisher },
  };
}

function timedInPython({ values, targets }, rounds) {
  const folder = mkdtempSync(join(tmpdir(), "backprop-bench-"));
  try {
    writeFileSync(join(folder, "values"), values);
    writeFileSync(join(folder, "targets"), targets);
    const run = spawnSync("/usr/bin/python3", ["-W", "ignore", "-c", theirs(rounds, folder)], { encoding: "utf8" });
    if (!run.stdout) throw new Error(run.stderr);
    return JSON.parse(run.stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The median over new experiments: none has recorded steps that a later round could leave out. */
function timed(laboratory, table, rounds, spec) {
  const once = () => {
    const experiment = laboratory.create({ ...spec, data: { source: "table", table } });
    const start = performance.now();
    experiment.trainEpochs(1);
    const milliseconds = performance.now() - start;
    experiment.dispose();
    return milliseconds;
  };
  once(); // code begins in slow tiers
  return median(Array.from({ length: rounds }, once));
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
