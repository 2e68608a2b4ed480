/** Ranges of axes that grow in round steps, so that they stand still while it trains. */
import type { CostCurve, Quantity } from "./costCurve";

export type Range = [number, number];

const roundSteps = [1, 2, 3, 5, 10];

/** The least of 1, 2, 3, 5 × 10ᵏ that is not below `value`. @pre value > 0, finite */
export function roundAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = roundSteps.find((candidate) => candidate * power >= value * (1 - 1e-12)) ?? 10;
  return Number((step * power).toPrecision(12));
}

/** The largest of 1, 2, 3, 5 × 10ᵏ that is not above `value`. @pre value > 0, finite */
export function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = roundSteps.findLast((candidate) => candidate * power <= value * (1 + 1e-12)) ?? 1;
  return Number((step * power).toPrecision(12));
}

/** Epochs across: from 0 to a round number past the last one. */
export function epochRange(curve: CostCurve): Range {
  const last = curve.epochs.length > 0 ? curve.epochs[curve.epochs.length - 1] : 0;
  return [0, roundAbove(Math.max(last, 1))];
}

/** Values up: costs from 0 (linear) or from a round number below the least positive one (log) to one above the largest;
 *  accuracies to 1, from 0 or from one half. Never empty. */
export function valueRange(curve: CostCurve, quantity: Quantity, log: boolean): Range {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const values of [curve.train, curve.test, curve.other ?? []]) {
    for (const value of values) {
      if (!Number.isFinite(value) || (log && value <= 0)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (quantity === "accuracy") return [low < 0.5 ? 0 : 0.5, 1];
  if (!(high > 0)) return log ? [0.1, 1] : [0, 1];
  if (!log) return [0, roundAbove(high)];
  const top = roundAbove(high);
  return [Math.min(roundBelow(low), top / 10), top];
}
