import { describe, expect, it } from "vitest";
import type { ExperimentDocument, Frame, LayerInfo } from "../../../web/engine/protocol";
import { type CostCurve, costCurve, epochAt, gapsOf, nearestEntry, stepAt } from "../../../web/views/costCurve";
import { journalMarks } from "../../../web/views/costJournal";
import { journalText } from "../../../web/views/costJournalText";
import { epochRange, roundAbove, roundBelow, valueRange } from "../../../web/views/costRange";
import { type Reading, readingText } from "../../../web/views/costReadout";

const curveOf = (train: number[], test = train.map(() => Number.NaN)): CostCurve => ({
  steps: Float64Array.from(train, (_, i) => 10 * i),
  epochs: Float64Array.from(train, (_, i) => i),
  train: Float64Array.from(train),
  test: Float64Array.from(test),
});

describe("costCurve", () => {
  const curves = {
    steps: Float64Array.of(0, 10),
    epochs: Float64Array.of(0, 1),
    trainCost: Float64Array.of(0.7, 0.5),
    testCost: Float64Array.of(0.8, 0.6),
    trainAccuracy: Float64Array.of(0.5, 0.8),
    testAccuracy: Float64Array.of(0.4, 0.7),
    trainError: Float64Array.of(0.6, 0.4),
    testError: Float64Array.of(0.7, 0.5),
    penalty: Float64Array.of(0.1, 0.1),
    trainSoft: Float64Array.of(Number.NaN, Number.NaN),
    trainHard: Float64Array.of(Number.NaN, Number.NaN),
  };
  const frameAt = (step: number) =>
    ({ step, epoch: step / 10, train: { cost: 0.4, accuracy: 0.9 }, test: { cost: 0.45, accuracy: 0.85 } }) as Frame;

  it("adds the present state after the last recorded one", () => {
    const curve = costCurve(frameAt(14), curves, "cost");
    expect([...curve.steps]).toEqual([0, 10, 14]);
    expect([...curve.train]).toEqual([0.7, 0.5, 0.4]);
    expect([...costCurve(frameAt(14), curves, "accuracy").test]).toEqual([0.4, 0.7, 0.85]);
  });
  it("has the perceptron's other cost beside the one trained on, to the present state", () => {
    const sums = { ...curves, trainSoft: Float64Array.of(9, 4), trainHard: Float64Array.of(5, 2) };
    const now = { ...frameAt(14), train: { cost: 3, soft: 3, hard: 1, count: 9 } } as Frame;
    expect([...costCurve(now, sums, "cost", "hard").other!]).toEqual([5, 2, 1]);
    expect([...costCurve(now, sums, "cost", "soft").other!]).toEqual([9, 4, 3]);
    expect(costCurve(now, sums, "cost").other).toBeUndefined();
    expect(valueRange(costCurve(now, sums, "cost", "soft"), "cost", false)).toEqual([0, 10]);
  });
  it("is the history alone after a step back", () => {
    expect([...costCurve(frameAt(5), curves, "cost").steps]).toEqual([0, 10]);
  });
});

describe("places on the axis", () => {
  const curve = curveOf([1, 0.5, 0.25]);
  it("find the nearest recorded entry", () => {
    expect([nearestEntry(curve, 0.4), nearestEntry(curve, 0.6), nearestEntry(curve, 9)]).toEqual([0, 1, 2]);
    expect(nearestEntry(curveOf([]), 1)).toBe(-1);
  });
  it("find steps between recorded ones by proportion, and none beyond", () => {
    expect([stepAt(curve, 0.5), stepAt(curve, 1.26), stepAt(curve, 7)]).toEqual([5, 13, 20]);
    expect([epochAt(curve, 5), epochAt(curve, 20), epochAt(curve, 99)]).toEqual([0.5, 2, 2]);
  });
  it("count what has no place", () => {
    const gaps = gapsOf(curveOf([1, 0, Number.NaN, Number.POSITIVE_INFINITY]), true);
    expect(gaps).toEqual({ notFinite: 2, notPositive: 1 });
    expect(gapsOf(curveOf([1, 0]), false)).toEqual({ notFinite: 0, notPositive: 0 });
  });
});

describe("ranges", () => {
  it("end at 1, 2, 3 or 5 times a power of ten", () => {
    expect([0.7, 1, 1.01, 2.5, 31, 300].map(roundAbove)).toEqual([1, 1, 2, 3, 50, 300]);
    expect([0.7, 1, 1.99, 0.0042, 300].map(roundBelow)).toEqual([0.5, 1, 1, 0.003, 300]);
  });
  it("of epochs hold the last one, and at least one epoch", () => {
    expect(epochRange(curveOf([1]))).toEqual([0, 1]);
    expect(epochRange(curveOf(Array.from({ length: 42 }, () => 1)))).toEqual([0, 50]);
  });
  it("of costs leave out what is not finite, and on a log scale what is not positive", () => {
    expect(valueRange(curveOf([0.7, Number.POSITIVE_INFINITY, Number.NaN], [1.2, 0, 0]), "cost", false)).toEqual([
      0, 2,
    ]);
    expect(valueRange(curveOf([0.7, 0, 0.02]), "cost", true)).toEqual([0.02, 1]);
    expect(valueRange(curveOf([0, 0]), "cost", true)).toEqual([0.1, 1]);
  });
  it("on a log scale span a decade at least", () => {
    expect(valueRange(curveOf([0.7, 0.6]), "cost", true)).toEqual([0.1, 1]);
  });
  it("of accuracies end at 1", () => {
    expect(valueRange(curveOf([0.6, 0.9]), "accuracy", false)).toEqual([0.5, 1]);
    expect(valueRange(curveOf([0.3, 0.9]), "accuracy", false)).toEqual([0, 1]);
  });
});

describe("journalMarks", () => {
  const layers: LayerInfo[] = [{ inputs: 2, neurons: 1, activation: "sigmoid", weights: 0, biases: 2 }];
  const document = {
    spec: { learner: { rate: 0.3 }, stop: { cost: null } },
    journal: [
      { step: 5, change: { kind: "set", field: "learner.rate", value: 0.2 } },
      { step: 5, change: { kind: "set", field: "learner.rate", value: 0.1 } },
      { step: 15, change: { kind: "set", field: "learner.rate", value: 0.05 } },
      { step: 15, change: { kind: "parameter", index: 1, value: 2 } },
      { step: 15, change: { kind: "addPoints", values: [1, 2], targets: [0] } },
      { step: 15, change: { kind: "set", field: "stop.cost", value: 0.01 } },
    ],
  } as unknown as ExperimentDocument;
  const marks = journalMarks(document, layers, curveOf([1, 0.5, 0.25]));

  it("stand at the epochs of their steps", () => {
    expect(marks.map(({ step, epoch }) => [step, epoch])).toEqual([
      [5, 0.5],
      [15, 1.5],
    ]);
  });
  it("join the pieces of one gesture and say what was before", () => {
    expect(journalText(marks[0])).toBe("step 5: Learning rate α 0.3 → 0.1");
    expect(marks[1].entries[0]).toEqual({ kind: "set", field: "learner.rate", before: 0.1, after: 0.05 });
  });
  it("name weights and count points, and say how many more there are", () => {
    expect(journalText(marks[1])).toBe("step 15: Learning rate α 0.1 → 0.05; w²₁₂ set to 2; 1 point added; and 1 more");
  });
});

describe("readingText", () => {
  const said = (epoch: number) =>
    readingText({ step: 1234, epoch, train: { cost: 0.5, accuracy: Number.NaN }, classes: false } as Reading);
  it("has parts of an epoch below a thousand, and whole ones from there on, as the transport counts them", () => {
    expect(said(20)).toContain("epoch 20,");
    expect(said(0.25)).toContain("epoch 0.25,");
    expect(said(79_677.97)).toContain("epoch 79,677,");
    expect(said(2e6)).toContain("epoch 2,000,000,");
  });
});
