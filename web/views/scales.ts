/** Scales of a plot: from a quantity to pixels, and back. */
import type { Range } from "./costRange";

export interface Scale {
  at(value: number): number;
  /** The inverse of `at`. */
  value(pixel: number): number;
}

/** Equal differences are equally long. A domain of no width lies at the middle of the span. */
export function linearScale([low, high]: Range, [from, to]: Range): Scale {
  const share = (value: number) => (high === low ? 0.5 : (value - low) / (high - low));
  return {
    at: (value) => from + share(value) * (to - from),
    value: (pixel) => low + ((pixel - from) / (to - from)) * (high - low),
  };
}

/** Equal ratios are equally long; what is not positive has no place (NaN). @pre 0 < low ≤ high */
export function logScale([low, high]: Range, span: Range): Scale {
  const exponents = linearScale([Math.log(low), Math.log(high)], span);
  return {
    at: (value) => (value > 0 ? exponents.at(Math.log(value)) : Number.NaN),
    value: (pixel) => Math.exp(exponents.value(pixel)),
  };
}
