/** The scikit-learn programs of an experiment print what the core computes. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as Headless from "../../web/engine/headless";
import { sklearnProgram, sklearnTolerance } from "../../web/views/sklearnProgram";
import { runPrograms } from "./runPrograms";

type Learner = Partial<Headless.Spec["learner"]>;
const linear = { hidden: [] };
const softmax = { ...linear, output: "softmax" } as const;
const zeros = { ...linear, initialization: "zeros" } as const;
const gaussians = { source: "gaussians" } as const;
const newton = { rule: "newton", rate: 1 } as const;
const theirs = { convention: "scikitLearn", shuffle: false, batch: 1, rate: 0.4 } as const;
const perceptron = (learner: Learner = {}, cost = {}): Headless.PartialSpec => ({
  data: { source: "moons", count: 120 },
  model: { ...zeros, output: "step" },
  cost: { error: "perceptron", ...cost },
  learner: { rule: "perceptron", ...theirs, ...learner },
});

const cases: [string, Headless.PartialSpec, epochs: number][] = [
  ["Fisher's formula", { data: gaussians, model: linear, learner: { rule: "fisher" } }, 1],
  [
    "Fisher's formula, two classes with an output each",
    { data: gaussians, model: softmax, learner: { rule: "fisher", shrinkage: 0.1 } },
    1,
  ],
  [
    "Fisher's formula, shrunk, three classes",
    {
      data: { source: "iris" },
      model: { ...softmax, features: ["x1", "x2", "x1*x2"] },
      learner: { rule: "fisher", shrinkage: 0.2 },
    },
    1,
  ],
  ["the perceptron, seven epochs", perceptron(), 7],
  ["the perceptron with a tolerance", perceptron({ tolerance: 0.001, patience: 3 }), 100],
  ["the perceptron with both penalties", perceptron({}, { l1: 0.003, l2: 0.01 }), 9],
  ["the perceptron with l1", perceptron({}, { l1: 0.003 }), 9],
  ["the perceptron with l2", perceptron({}, { l2: 0.01 }), 9],
  ["one perceptron a class", { ...perceptron(), data: { source: "iris" } }, 5],
  ["the logistic unit", { model: zeros, cost: { l2: 0.01 }, learner: newton }, 50],
  [
    "the logistic unit, two classes with an output each",
    { data: { ...gaussians, noise: 1 }, model: softmax, cost: { l2: 0.05 }, learner: newton },
    50,
  ],
  [
    "the logistic unit of three classes",
    { data: { source: "iris", standardize: true }, model: softmax, cost: { l2: 0.01 }, learner: newton },
    50,
  ],
];

let lab: Headless.Laboratory;
beforeAll(async () => {
  lab = await (await import(/* @vite-ignore */ new URL("../../dist/backprop-lab.js", import.meta.url).href)).load();
});

const programOf = (experiment: Headless.Experiment) => sklearnProgram(experiment.describe(), experiment.frame());

describe("scikit-learn", () => {
  const experiments: Headless.Experiment[] = [];
  let printed: ReturnType<typeof runPrograms>;
  beforeAll(() => {
    for (const [, spec, epochs] of cases) {
      const experiment = lab.create(spec);
      experiment.trainEpochs(epochs);
      experiments.push(experiment);
    }
    printed = runPrograms(experiments.map((experiment) => programOf(experiment).code ?? "raise Exception('refused')"));
  }, 300_000);
  afterAll(() => {
    for (const experiment of experiments) experiment.dispose();
  });

  test.each(cases.map(([name], i) => [name, i] as const))("%s", (_, i) => {
    const [experiment, { coef, intercept, accuracy, failure }] = [experiments[i], printed[i]];
    expect(failure).toBe("");
    const ours = [...experiment.coef().flatMap((row) => [...row]), ...experiment.intercept()];
    const tolerance = sklearnTolerance[experiment.describe().spec.learner.rule]!;
    expect(coef.length + intercept.length).toBe(ours.length);
    [...coef, ...intercept].forEach((value, k) => {
      expect(Math.abs(value - ours[k])).toBeLessThan(tolerance * (1 + Math.abs(ours[k])));
    });
    expect(accuracy[0]).toBeCloseTo(experiment.score("train")!, 12);
  });
});

test("scikit-learn is not offered for what it does otherwise", () => {
  const otherwise: Headless.PartialSpec[] = [
    {},
    perceptron({ shuffle: true }),
    perceptron({ batch: 3 }),
    { model: linear, learner: newton },
    { model: linear, cost: { l2: 0.01 }, learner: { ...newton, schedule: "cosine", scheduleEpochs: 2 } },
    { data: gaussians, model: linear, learner: { rule: "fisher", threshold: "midpoint" } },
    { data: gaussians, model: { ...linear, precision: "single" }, learner: { rule: "fisher" } },
  ];
  for (const spec of otherwise) {
    const experiment = lab.create(spec);
    experiment.train(10);
    expect(programOf(experiment).refused).toBe("sklearn");
    experiment.dispose();
  }
});

test("scikit-learn is not offered where something was changed since, but for a formula that came after", () => {
  const fisher = lab.create({ data: gaussians, model: linear, learner: { rule: "fisher" } });
  fisher.train(1);
  fisher.change({ kind: "removePoints", rows: [0, 1] });
  expect(programOf(fisher).refused).toBe("sklearn");
  fisher.train(1);
  expect(programOf(fisher).code).toBeDefined();
  fisher.dispose();
  const neuron = lab.create(perceptron());
  neuron.train(10);
  neuron.change({ kind: "parameter", index: 0, value: 1 });
  neuron.trainEpochs(2);
  expect(programOf(neuron).refused).toBe("sklearn");
  neuron.dispose();
});
