/** Models of one layer beside scikit-learn: a perceptron's epoch over 100,000 points, Fisher's formula on 1,000,000. */
import { spawnSync } from "node:child_process";
import { median } from "./measure.js";

const perceptronPoints = 100_000;
const fisherPoints = 1_000_000;

const theirs = (rounds) => `
import json, time
import numpy as np
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.linear_model import Perceptron

def points(n):
    random = np.random.default_rng(1)
    X = random.normal(size=(n, 2))
    return X, (X[:, 0] + X[:, 1] / 2 + 0.3 * random.normal(size=n) > 0).astype(int)

def milliseconds(model, n):
    X, y = points(n)
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

/** @returns  milliseconds of one pass, ours and scikit-learn's: {perceptron: {ours, theirs}, fisher: {ours, theirs}} */
export async function timeLinear(rounds) {
  const { load } = await import("../../dist/backprop-lab.js");
  const laboratory = await load();
  const { stdout, stderr } = spawnSync("/usr/bin/python3", ["-W", "ignore", "-c", theirs(rounds)], {
    encoding: "utf8",
  });
  if (!stdout) throw new Error(stderr);
  const scikitLearn = JSON.parse(stdout);
  const perceptron = timed(laboratory, perceptronPoints, rounds, {
    model: { hidden: [], output: "step", initialization: "zeros" },
    cost: { error: "perceptron" },
    learner: { rule: "perceptron", convention: "scikitLearn", rate: 1, batch: 1, shuffle: false },
  });
  const fisher = timed(laboratory, fisherPoints, rounds, { model: { hidden: [] }, learner: { rule: "fisher" } });
  return {
    perceptron: { ours: perceptron, theirs: scikitLearn.perceptron },
    fisher: { ours: fisher, theirs: scikitLearn.fisher },
  };
}

function timed(laboratory, count, rounds, spec) {
  const experiment = laboratory.create({ ...spec, data: { source: "table", table: tableOf(count) } });
  const once = () => {
    const start = performance.now();
    experiment.trainEpochs(1);
    return performance.now() - start;
  };
  once(); // code begins in slow tiers
  const milliseconds = median(Array.from({ length: rounds }, once));
  experiment.dispose();
  return milliseconds;
}

/** Two classes that overlap along a line; the numbers need not be theirs. */
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
  return { columns: ["x1", "x2"], values, classes: ["A", "B"], targets, test: new Uint8Array(count) };
}
