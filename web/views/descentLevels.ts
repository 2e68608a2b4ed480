/** The costs at which Descent's bands meet: round numbers, spaced by ratio where the costs span several times. */
import { bisectRight, ticks } from "d3-array";
import type { Surface } from "../engine/protocol";
import type { Range } from "./costRange";

/** Digits that divide a decade, from coarse to fine. */
const divisions = [[1], [1, 3], [1, 2, 5], [1, 1.5, 2, 3, 5, 7], [1, 1.2, 1.5, 1.8, 2.2, 2.7, 3.3, 4, 5, 6, 7, 8.5]];
const mostLevels = 11;
const ratioForLog = 3;

/** Least and largest finite cost on the surface, at the present point and on the path; undefined without any. */
export function costExtent(surface: Surface): Range | undefined {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const costs of [surface.costs, surface.path.costs, [surface.here.cost]]) {
    for (const cost of costs) {
      if (!Number.isFinite(cost)) continue;
      low = Math.min(low, cost);
      high = Math.max(high, cost);
    }
  }
  return low <= high ? [low, high] : undefined;
}

const slack = 1.15;

/** The range before, while it holds the new one and is not over twice as wide; else the new one with some slack.
 *  So the colours stand still while it trains. @returns both ends positive */
export function calmRange(before: Range | undefined, [low, high]: Range): Range {
  const least = low > 0 ? low : Math.max(Math.abs(high) * 1e-3, Number.MIN_VALUE);
  const most = Math.max(high, least);
  const width = ([from, to]: Range) => Math.log(to / from);
  if (before && before[0] <= least && most <= before[1] && width(before) <= 2 * width([least, most]) + 0.5)
    return before;
  return [least / slack, most * slack];
}

/** Ascending, strictly inside (low, high). @pre 0 < low ≤ high */
export function costLevels([low, high]: Range): number[] {
  const inside = (level: number) => level > low * (1 + 1e-9) && level < high * (1 - 1e-9);
  if (high / low < ratioForLog) return ticks(low, high, 8).filter(inside);
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const decades = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const every = Math.ceil(decades.length / (mostLevels + 2));
  let levels: number[] = [];
  for (const digits of divisions) {
    const finer = decades
      .filter((exponent) => exponent % every === 0)
      .flatMap((exponent) => digits.map((digit) => Number((digit * 10 ** exponent).toPrecision(6))))
      .filter(inside);
    if (finer.length > mostLevels) break;
    levels = finer;
  }
  return levels;
}

/** 0 below the first level … levels.length from the last on. */
export function bandOf(levels: readonly number[], cost: number): number {
  return bisectRight(levels, cost);
}

/** The cost at a place by the four grid costs around it; NaN outside of the grid. */
export function costAt({ x: [left, right], y: [low, high], size, costs }: Surface, x: number, y: number): number {
  const column = ((x - left) / (right - left)) * (size - 1);
  const row = ((y - low) / (high - low)) * (size - 1);
  if (!(column >= 0 && column <= size - 1 && row >= 0 && row <= size - 1)) return Number.NaN;
  const [i, j] = [Math.min(size - 2, Math.floor(column)), Math.min(size - 2, Math.floor(row))];
  const [s, t] = [column - i, row - j];
  const at = (di: number, dj: number) => costs[(j + dj) * size + i + di];
  return (1 - t) * ((1 - s) * at(0, 0) + s * at(1, 0)) + t * ((1 - s) * at(0, 1) + s * at(1, 1));
}
