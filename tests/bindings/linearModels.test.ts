/** Fisher, perceptron and logistic unit against scikit-learn: tests/golden/linear_models.py made the answers. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type * as Headless from "../../web/engine/headless";
import type { PartialSpec } from "../../web/engine/protocol";

type Kind = "perceptron" | "averaged" | "fisher" | "midpoint" | "logistic" | "softmax";

interface Case {
  kind: Kind;
  data: string;
  parameters: Record<string, number | string | boolean | number[] | null>;
  coef: number[][];
  intercept: number[];
  decision: number[] | number[][];
  probabilities: number[][] | null;
  predict: number[];
  score: number;
  confusion: number[][];
}

const golden: { data: Record<string, { points: number[][]; targets: number[] }>; cases: Case[] } = JSON.parse(
  readFileSync("tests/golden/linear_models.json", "utf8"),
);

let laboratory: Headless.Laboratory;
beforeAll(async () => {
  const api = await import(/* @vite-ignore */ new URL("../../dist/backprop-lab.js", import.meta.url).href);
  laboratory = await api.load();
});

/** The spec that says the same as scikit-learn's parameters. */
function specOf({ kind, data: name, parameters }: Case): PartialSpec {
  const { points, targets } = golden.data[name]!;
  const classes = Math.max(...targets) + 1;
  const width = points[0]!.length;
  const table = {
    columns: points[0]!.map((_, k) => `x${k + 1}`),
    values: points.flat(),
    classes: Array.from({ length: classes }, (_, c) => `${c}`),
    targets,
    test: targets.map(() => 0),
  };
  const data = { source: "table" as const, table, inputs: points[0]!.map((_, k) => k) };
  const model = {
    hidden: [],
    initialization: "zeros" as const,
    features: Array.from({ length: width }, (_, k) => `x${k + 1}`),
  };
  if (kind === "fisher" || kind === "midpoint") {
    const shrinkage = Number(parameters.shrinkage ?? 0);
    const output = classes > 2 ? ("softmax" as const) : ("sigmoid" as const);
    return {
      data,
      model: { ...model, output },
      cost: { error: "crossEntropy" },
      learner: { rule: "fisher", shrinkage, threshold: kind === "midpoint" ? "midpoint" : "priors" },
    };
  }
  if (kind === "logistic" || kind === "softmax") {
    const output = classes > 2 || kind === "softmax" ? ("softmax" as const) : ("sigmoid" as const);
    const l2 = 1 / (Number(parameters.C) * points.length);
    return {
      data,
      model: { ...model, output },
      cost: { error: "crossEntropy", l2 },
      learner: { rule: "newton", rate: 1 },
    };
  }
  const ratio = { l1: 1, l2: 0, elasticnet: Number(parameters.l1_ratio) }[String(parameters.penalty)];
  const alpha = ratio === undefined ? 0 : Number(parameters.alpha);
  return {
    data,
    model: { ...model, output: "step" },
    cost: { error: "perceptron", l1: alpha * (ratio ?? 0), l2: alpha * (1 - (ratio ?? 0)) },
    learner: {
      rule: "perceptron",
      convention: "scikitLearn",
      answer: kind === "averaged" ? "average" : "last",
      rate: Number(parameters.eta0),
      tolerance: parameters.tol === null ? null : Number(parameters.tol),
      patience: Number(parameters.n_iter_no_change ?? 5),
      batch: 1,
      shuffle: false,
    },
    stop: { epochs: Number(parameters.max_iter) },
  };
}

function fitted(each: Case): Headless.Experiment {
  const experiment = laboratory.create(specOf(each));
  const epochs = Number(each.parameters.eta0 ? each.parameters.max_iter : 200);
  if (each.kind !== "averaged") experiment.trainEpochs(epochs);
  // scikit-learn goes on averaging when nothing moves any more.
  else for (let i = 0; i < epochs; i++) experiment.trainEpochs(1);
  return experiment;
}

const tolerances: Record<Kind, number> = {
  perceptron: 1e-12,
  averaged: 1e-12,
  fisher: 1e-9,
  midpoint: 1e-9,
  logistic: 1e-6,
  softmax: 1e-6,
};

function expectClose(actual: Iterable<number>, expected: Iterable<number>, tolerance: number) {
  const [ours, theirs] = [[...actual], [...expected]];
  expect(ours.length).toBe(theirs.length);
  ours.forEach((value, i) => {
    expect(Math.abs(value - theirs[i]!)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(theirs[i]!)));
  });
}

const flat = (rows: Iterable<number | Iterable<number>>): number[] =>
  [...rows].flatMap((row) => (typeof row === "number" ? row : [...row]));

/** The parameters, and every answer that scikit-learn gives. */
function expectAgreement(experiment: Headless.Experiment, each: Case, tolerance: number) {
  const all = golden.data[each.data]!.points;
  const some = all.slice(0, 8).flat();
  // Of two classes by two outputs scikit-learn keeps the second's.
  const both = (rows: number[]) => (each.kind === "softmax" ? [...rows.map((w) => -w), ...rows] : rows);
  expectClose(flat(experiment.coef()), both(each.coef.flat()), tolerance);
  expectClose(experiment.intercept(), both(each.intercept), tolerance);
  if (each.kind !== "softmax") {
    expectClose(flat(experiment.decisionFunction(some)), each.decision.flat(), 10 * tolerance);
  }
  // At z = 0 its models decide for the first class; ours but for its own perceptron for the second, as φ(0) = +1.
  if (each.kind === "logistic" && each.decision.flat().every((z) => z === 0)) {
    expect([...experiment.predict(all.flat())]).toEqual(all.map(() => 1));
    return;
  }
  expect([...experiment.predict(all.flat())]).toEqual(each.predict);
  expect(experiment.score("train")).toBeCloseTo(each.score, 12);
  expect(experiment.costs().train.accuracy).toBeCloseTo(each.score, 12);
  expect(experiment.confusionMatrix()!.map((row) => [...row])).toEqual(each.confusion);
  if (each.probabilities) {
    expectClose(flat(experiment.predictProba(some)), each.probabilities.flat(), 10 * tolerance);
  }
}

describe.each(Object.keys(tolerances) as Kind[])("%s", (kind) => {
  const own = golden.cases.filter((each) => each.kind === kind);
  test.each(own.map((each) => [`${each.data} ${JSON.stringify(each.parameters)}`, each] as const))("%s", (_, each) => {
    const experiment = fitted(each);
    expectAgreement(experiment, each, tolerances[kind]);
    experiment.dispose();
  });
});

test("gradient descent comes to where scikit-learn's LogisticRegression is", () => {
  const cases = golden.cases.filter(
    ({ kind, data, parameters }) => kind === "logistic" && data.includes("mixed") && Number(parameters.C) <= 1,
  );
  expect(cases.length).toBe(4);
  for (const each of cases) {
    const spec = specOf(each);
    const experiment = laboratory.create({
      ...spec,
      learner: { rule: "gradientDescent", rate: 0.2, batch: 0, shuffle: false },
    });
    experiment.trainEpochs(20_000);
    expectAgreement(experiment, each, 1e-6);
    experiment.dispose();
  }
});

describe("refusals", () => {
  test("probabilities of a step, weights of several layers", () => {
    const step = laboratory.create(specOf(golden.cases.find(({ kind }) => kind === "perceptron")!));
    expect(() => step.predictProba([0, 0])).toThrow(/model\.output: incompatible \(step\); allowed: sigmoid, softmax/);
    step.dispose();
    const network = laboratory.create();
    expect(() => network.coef()).toThrow(/model\.hidden: incompatible \(2\); allowed: model\.hidden = \[\]/);
    expect(() => network.intercept()).toThrow(/model\.hidden/);
    expect(network.predictProba([0, 0])[0]!.length).toBe(2);
    network.dispose();
  });
});

describe("what a frame says of one layer", () => {
  const apart = { columns: ["x1", "x2"], values: [0, 0, 1, 0, 3, 1, 4, 1], classes: ["A", "B"], targets: [0, 0, 1, 1] };
  const data = { source: "table" as const, table: { ...apart, test: [0, 0, 0, 0] } };

  test("whether the weights run away", () => {
    const logistic = laboratory.create({ data, model: { hidden: [] }, cost: { error: "crossEntropy" } });
    expect(logistic.frame().unbounded).toBe(true);
    logistic.set("cost.l2", 0.1);
    expect(logistic.frame().unbounded).toBe(false);
    logistic.dispose();
    const network = laboratory.create({ data });
    expect(network.frame().unbounded).toBeUndefined();
    network.dispose();
  });

  test("whether Fisher's scatter is singular", () => {
    const experiment = laboratory.create({ data, model: { hidden: [] }, learner: { rule: "fisher" } });
    experiment.train(1);
    expect(experiment.frame().singular).toBe(true);
    experiment.change({ kind: "movePoints", rows: [0, 1, 2, 3], values: [0, 0, 1, 2, 3, 1, 4, 4] });
    experiment.train(1);
    expect(experiment.frame().singular).toBe(false);
    experiment.dispose();
  });

  test("whether the perceptron's bound holds, and which output is still wrong", () => {
    const experiment = laboratory.create({
      data,
      model: { hidden: [], output: "step", initialization: "zeros" },
      cost: { error: "perceptron" },
      learner: { rule: "perceptron", batch: 1, shuffle: false },
    });
    const { separability, pattern } = experiment.frame({ separability: true, pattern: true });
    expect(separability!.holds).toBe(true);
    expect(separability!.classes.length).toBe(1);
    expect(separability!.classes[0]!.bound).toBe(separability!.bound);
    expect(pattern!.noBound).toBeUndefined();
    expect(pattern!.mistakenOutput).toBe(0);
    expect([...pattern!.stopped]).toEqual([0]);
    experiment.change({ kind: "parameter", index: 0, value: 1 });
    const after = experiment.frame({ separability: true, pattern: true });
    expect(after.separability!.holds).toBe(false);
    expect(after.pattern!.noBound).toBe("byHand");
    experiment.dispose();
  });
});
