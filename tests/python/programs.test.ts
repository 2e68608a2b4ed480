/** The Python programs of an experiment print what the core computes. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as Headless from "../../web/engine/headless";
import { type Points, pastPoints, pythonProgram, pythonTolerance } from "../../web/views/pythonProgram";
import { type Case, descents, linearCases, networks } from "./cases";
import { type Printed, runPrograms } from "./runPrograms";

let lab: Headless.Laboratory;
beforeAll(async () => {
  lab = await (await import(/* @vite-ignore */ new URL("../../dist/backprop-lab.js", import.meta.url).href)).load();
});

function pointsOf(document: Headless.DocumentInput): Points {
  const experiment = lab.open(document);
  const { table } = experiment.describe();
  experiment.dispose();
  return table;
}

function programOf(experiment: Headless.Experiment, torch: boolean) {
  const description = experiment.describe();
  const past = pastPoints(description, experiment.step).map(pointsOf);
  return pythonProgram(description, experiment.step, past, torch);
}

function isClose(printed: ArrayLike<number>, ours: ArrayLike<number>, tolerance: number): void {
  expect(printed.length).toBe(ours.length);
  const off = Array.from(ours, (value, i) => Math.abs(printed[i] - value) / (1 + Math.abs(value)));
  expect(Math.max(...off)).toBeLessThan(tolerance);
}

const dialects: [string, boolean, Case[]][] = [
  ["NumPy", false, [...networks, ...descents, ...linearCases]],
  ["PyTorch", true, [...networks, ...descents]],
];

describe.each(dialects)("%s", (_, torch, cases) => {
  const experiments: Headless.Experiment[] = [];
  let printed: Printed[];
  beforeAll(() => {
    for (const [, spec, run] of cases) {
      const experiment = lab.create(spec);
      if (typeof run === "number") experiment.train(run);
      else run(experiment);
      experiments.push(experiment);
    }
    printed = runPrograms(
      experiments.map((experiment) => programOf(experiment, torch).code ?? "raise Exception('refused')"),
    );
  }, 300_000);
  afterAll(() => {
    for (const experiment of experiments) experiment.dispose();
  });

  test.each(cases.map(([name], i) => [name, i] as const))("%s", (_, i) => {
    const [experiment, { theta, cost, accuracy, failure }] = [experiments[i], printed[i]];
    expect(failure).toBe("");
    expect(experiment.step).toBeGreaterThan(0);
    const tolerance = pythonTolerance(experiment.describe().spec);
    isClose(theta, experiment.frame({ answer: true }).answer!, tolerance);
    isClose(cost, [experiment.costs().train.cost], tolerance);
    const ours = experiment.confusion()?.train.accuracy;
    if (ours === undefined) expect(accuracy).toEqual([]);
    else expect(accuracy[0]).toBeCloseTo(ours, 12);
  });
});

test("what a program cannot say is refused", () => {
  const refusals: [Headless.PartialSpec, boolean, string | undefined, (experiment: Headless.Experiment) => void][] = [
    [{ data: { count: 5000 } }, false, "points", () => {}],
    [{ data: { count: 0 } }, false, "empty", () => {}],
    [{ model: { hidden: [] }, learner: { rule: "newton" } }, true, "torch", () => {}],
    [{ learner: { rule: "adam" } }, true, "torch", (experiment) => experiment.set("learner.beta1", 0.8)],
    [{ learner: { rule: "adam" } }, true, undefined, (experiment) => experiment.set("learner.rate", 0.8)],
  ];
  for (const [spec, torch, refused, change] of refusals) {
    const experiment = lab.create(spec);
    experiment.train(3);
    change(experiment);
    expect(programOf(experiment, torch).refused).toBe(refused);
    experiment.dispose();
  }
});
