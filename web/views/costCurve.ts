/** The recorded history as one drawn quantity, and how a place on its axis, an entry and a step belong together. */
import { bisectCenter, bisectRight } from "d3-array";
import type { Curves, Frame } from "../engine/protocol";

export type Quantity = "cost" | "accuracy";

/** Entry i is one recorded step. */
export interface CostCurve {
  steps: Float64Array;
  epochs: Float64Array;
  train: Float64Array;
  test: Float64Array; // NaN where there are no test patterns
  /** Of a step output: the perceptron's other cost of the training points, a sum as well. */
  other?: Float64Array;
}

/** Which of the perceptron's costs, lecture (3) and (2), is not the one that is trained on. */
export type OtherCost = "soft" | "hard";

/** The history of a frame; the present state is added where it is newer than the last recorded one. */
export function costCurve(frame: Frame, curves: Curves, quantity: Quantity, otherCost?: OtherCost): CostCurve {
  const { steps, epochs } = curves;
  const train = quantity === "cost" ? curves.trainCost : curves.trainAccuracy;
  const test = quantity === "cost" ? curves.testCost : curves.testAccuracy;
  const other = otherCost && (otherCost === "soft" ? curves.trainSoft : curves.trainHard);
  const last = steps.length - 1;
  if (last >= 0 && frame.step <= steps[last]) return { steps, epochs, train, test, other };
  const value = (costs?: Frame["test"]) => (quantity === "cost" ? costs?.cost : costs?.accuracy) ?? Number.NaN;
  return {
    steps: appended(steps, frame.step),
    epochs: appended(epochs, frame.epoch),
    train: appended(train, value(frame.train)),
    test: appended(test, value(frame.test)),
    other: other && appended(other, frame.train[otherCost!] ?? Number.NaN),
  };
}

function appended(values: Float64Array, value: number): Float64Array {
  const longer = new Float64Array(values.length + 1);
  longer.set(values);
  longer[values.length] = value;
  return longer;
}

/** The entry whose epoch is nearest; −1 without any. */
export function nearestEntry(curve: CostCurve, epoch: number): number {
  return curve.epochs.length === 0 ? -1 : bisectCenter(curve.epochs, epoch);
}

/** The step at an epoch, between recorded ones by proportion; within what is recorded. */
export function stepAt(curve: CostCurve, epoch: number): number {
  return Math.round(between(curve.epochs, curve.steps, epoch));
}

/** The epoch at a step, between recorded ones by proportion. */
export function epochAt(curve: CostCurve, step: number): number {
  return between(curve.steps, curve.epochs, step);
}

function between(from: Float64Array, to: Float64Array, at: number): number {
  if (from.length === 0) return 0;
  const next = bisectRight(from, at);
  if (next === 0) return to[0];
  if (next === from.length) return to[next - 1];
  const share = (at - from[next - 1]) / (from[next] - from[next - 1]);
  return to[next - 1] + share * (to[next] - to[next - 1]);
}

/** What has no place on the axis: values that are not finite, and on a log scale those that are not positive. */
export interface Gaps {
  notFinite: number;
  notPositive: number;
}

/** Counted over the training values: a missing test value is no gap. */
export function gapsOf(curve: CostCurve, log: boolean): Gaps {
  let notFinite = 0;
  let notPositive = 0;
  for (const value of curve.train) {
    if (!Number.isFinite(value)) notFinite++;
    else if (log && value <= 0) notPositive++;
  }
  return { notFinite, notPositive };
}
