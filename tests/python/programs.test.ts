/** The Python programs of an experiment print what the core computes. */
import { spawnSync } from "node:child_process";
import { beforeAll, expect, test } from "vitest";
import type * as Headless from "../../web/engine/headless";
import { numpyProgram } from "../../web/views/pythonProgram";
import { sklearnProgram, sklearnTolerance } from "../../web/views/sklearnProgram";

let lab: Headless.Laboratory;
beforeAll(async () => {
  lab = await (await import(/* @vite-ignore */ new URL("../../dist/backprop-lab.js", import.meta.url).href)).load();
});

function run(code: string) {
  const { stdout, stderr } = spawnSync("/usr/bin/python3", ["-"], { input: code, encoding: "utf8" });
  const of = (name: string) =>
    stdout
      .split("\n")
      .filter((line) => line.startsWith(name))
      .flatMap((line) => line.split(" ").slice(1).map(Number));
  const coef = [...of("coef"), ...of("intercept")];
  return { theta: of("theta"), coef, cost: of("cost")[0], accuracy: of("accuracy")[0], stderr };
}

const linear = { hidden: [] };
const perceptron = (learner: object): Headless.PartialSpec => ({
  data: { source: "xor", count: 40 },
  model: { ...linear, output: "step" },
  cost: { error: "perceptron" },
  learner: { rule: "perceptron", batch: 1, rate: 0.4, ...learner },
});

const cases: [string, Headless.PartialSpec, number][] = [
  ["a network as the page opens", {}, 130],
  ...(["momentum", "nesterov", "adagrad", "rmsprop", "adam"] as const).map(
    (rule): [string, Headless.PartialSpec, number] => [rule, { learner: { rule, rate: 0.01, clip: 1 } }, 70],
  ),
  [
    "softmax, penalties, standardised",
    {
      data: { source: "iris", standardize: true },
      model: { features: ["x1", "x2", "x1*x2", "sin(x1)", "x1^2"], output: "softmax", initialization: "he" },
      cost: { l1: 1e-3, l2: 1e-2 },
    },
    60,
  ],
  [
    "squared error of numbers",
    { data: { source: "plane" }, model: { output: "linear" }, cost: { error: "squaredError" } },
    40,
  ],
  ["the lecture's rule", perceptron({}), 50],
  ["scikit-learn's rule, in fixed order", perceptron({ convention: "scikitLearn", shuffle: false }), 50],
  ["the pocket", perceptron({ answer: "pocket" }), 50],
  ["the average", perceptron({ answer: "average" }), 50],
  ["the batch perceptron", perceptron({ batch: 0 }), 5],
  ["Fisher's formula", { data: { source: "gaussians" }, model: linear, learner: { rule: "fisher" } }, 1],
  [
    "an unfinished Newton",
    { data: { source: "moons" }, model: linear, cost: { l2: 0.01 }, learner: { rule: "newton", rate: 1, batch: 0 } },
    3,
  ],
  [
    "an unfinished Newton of three classes",
    {
      data: { source: "iris" },
      model: { ...linear, output: "softmax" },
      cost: { l2: 0.01 },
      learner: { rule: "newton", rate: 1 },
    },
    3,
  ],
];

test.each(cases)("NumPy: %s", (_, spec, steps) => {
  const experiment = lab.create(spec);
  experiment.train(steps);
  const { code, refused } = numpyProgram(experiment.describe(), experiment.step);
  expect(refused).toBeUndefined();
  const printed = run(code!);
  expect(printed.stderr).toBe("");
  const theta = experiment.frame({ answer: true }).answer!;
  const { cost } = experiment.costs().train;
  const accuracy = experiment.confusion()?.train.accuracy;
  expect(printed.theta).toHaveLength(theta.length);
  theta.forEach((value, i) => {
    expect(Math.abs(printed.theta[i] - value)).toBeLessThan(1e-10 * (1 + Math.abs(value)));
  });
  expect(Math.abs(printed.cost - cost)).toBeLessThan(1e-9 * (1 + cost));
  if (accuracy !== undefined) expect(printed.accuracy).toBeCloseTo(accuracy, 12);
  experiment.dispose();
});

const theirs = { convention: "scikitLearn", shuffle: false };
const zeros = { ...linear, initialization: "zeros" } as const;
const likely = { ...zeros, output: "softmax" } as const;
const shared: [string, Headless.PartialSpec, number][] = [
  ["Fisher's formula", { data: { source: "gaussians" }, model: linear, learner: { rule: "fisher" } }, 1],
  [
    "Fisher's formula, shrunk, three classes",
    {
      data: { source: "iris" },
      model: { ...linear, output: "softmax", features: ["x1", "x2", "x1*x2"] },
      learner: { rule: "fisher", shrinkage: 0.2 },
    },
    1,
  ],
  [
    "Fisher's formula, two classes with an output each",
    {
      data: { source: "gaussians" },
      model: { ...linear, output: "softmax" },
      learner: { rule: "fisher", shrinkage: 0.1 },
    },
    1,
  ],
  ["the perceptron, seven epochs", perceptronFromZero(theirs), 7],
  ["the perceptron with a tolerance", perceptronFromZero({ ...theirs, tolerance: 0.001, patience: 3 }), 100],
  [
    "the perceptron with both penalties",
    { ...perceptronFromZero(theirs), cost: { error: "perceptron", l1: 0.003, l2: 0.01 } },
    9,
  ],
  ["the logistic unit", { model: zeros, cost: { l2: 0.01 }, learner: { rule: "newton", rate: 1 } }, 50],
  [
    "the logistic unit, two classes with an output each",
    {
      data: { source: "gaussians", noise: 1 },
      model: likely,
      cost: { l2: 0.05 },
      learner: { rule: "newton", rate: 1 },
    },
    50,
  ],
  [
    "the logistic unit of three classes",
    {
      data: { source: "iris", standardize: true },
      model: likely,
      cost: { l2: 0.01 },
      learner: { rule: "newton", rate: 1 },
    },
    50,
  ],
];

function perceptronFromZero(learner: object): Headless.PartialSpec {
  const spec = perceptron(learner);
  return { ...spec, data: { source: "moons", count: 120 }, model: { ...spec.model, initialization: "zeros" } };
}

test.each(shared)("scikit-learn: %s", (_, spec, epochs) => {
  const experiment = lab.create(spec);
  experiment.trainEpochs(epochs);
  const { code, refused } = sklearnProgram(experiment.describe(), experiment.frame());
  expect(refused).toBeUndefined();
  const printed = run(code!);
  expect(printed.stderr).toBe("");
  const ours = [...experiment.coef().flatMap((row) => [...row]), ...experiment.intercept()];
  const tolerance = sklearnTolerance[experiment.describe().spec.learner.rule]!;
  expect(printed.coef).toHaveLength(ours.length);
  ours.forEach((value, i) => {
    expect(Math.abs(printed.coef[i] - value)).toBeLessThan(tolerance * (1 + Math.abs(value)));
  });
  expect(printed.accuracy).toBeCloseTo(experiment.score("train")!, 12);
  experiment.dispose();
});

test("scikit-learn is not offered for what it does otherwise", () => {
  for (const spec of [{}, perceptron({}), { model: linear, learner: { rule: "newton" } }] as Headless.PartialSpec[]) {
    const experiment = lab.create(spec);
    experiment.train(10);
    expect(sklearnProgram(experiment.describe(), experiment.frame()).refused).toBe("sklearn");
    experiment.dispose();
  }
});
