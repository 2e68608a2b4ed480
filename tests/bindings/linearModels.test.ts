/** Fisher, perceptron and logistic unit against scikit-learn: tests/golden/linear_models.py made the answers. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type * as Headless from "../../web/engine/headless";
import type { PartialSpec } from "../../web/engine/protocol";

interface Case {
  kind: "perceptron" | "fisher" | "logistic";
  data: string;
  parameters: Record<string, number | string | boolean | null>;
  coef: number[][];
  intercept: number[];
  decision: number[] | number[][];
  probabilities: number[][] | null;
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
  if (kind === "fisher") {
    const shrinkage = Number(parameters.shrinkage ?? 0);
    const output = classes > 2 ? ("softmax" as const) : ("sigmoid" as const);
    return {
      data,
      model: { ...model, output },
      cost: { error: "crossEntropy" },
      learner: { rule: "fisher", shrinkage },
    };
  }
  if (kind === "logistic") {
    const output = classes > 2 ? ("softmax" as const) : ("sigmoid" as const);
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
  experiment.trainEpochs(each.kind === "perceptron" ? Number(each.parameters.max_iter) : 200);
  return experiment;
}

const tolerances = { perceptron: 1e-12, fisher: 1e-9, logistic: 1e-6 };

function expectClose(actual: Iterable<number>, expected: Iterable<number>, tolerance: number) {
  const [ours, theirs] = [[...actual], [...expected]];
  expect(ours.length).toBe(theirs.length);
  ours.forEach((value, i) => {
    expect(Math.abs(value - theirs[i]!)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(theirs[i]!)));
  });
}

describe.each(["perceptron", "fisher", "logistic"] as const)("%s", (kind) => {
  const own = golden.cases.filter((each) => each.kind === kind);
  test.each(own.map((each) => [`${each.data} ${JSON.stringify(each.parameters)}`, each] as const))("%s", (_, each) => {
    const experiment = fitted(each);
    const tolerance = tolerances[kind];
    const points = golden.data[each.data]!.points.slice(0, 8).flat();
    expectClose(
      experiment.coef().flatMap((row) => [...row]),
      each.coef.flat(),
      tolerance,
    );
    expectClose(experiment.intercept(), each.intercept, tolerance);
    const decision = experiment.decisionFunction(points);
    expectClose(
      [decision].flat().flatMap((row) => (typeof row === "number" ? row : [...row])),
      each.decision.flat(),
      10 * tolerance,
    );
    // At z = 0 scikit-learn decides for the first class, φ(0) = +1 for the second.
    if (each.decision.flat().some((z) => Math.abs(z) < 1e-12)) return experiment.dispose();
    expect(experiment.score("train")).toBeCloseTo(each.score, 12);
    expect(experiment.confusionMatrix()!.map((row) => [...row])).toEqual(each.confusion);
    if (each.probabilities) {
      expectClose(
        experiment.predictProba(points).flatMap((row) => [...row]),
        each.probabilities.flat(),
        10 * tolerance,
      );
    }
    experiment.dispose();
  });
});
