/** Where things are: the window of the data that the plane shows, and its pixels. */
import { ticks } from "d3-array";

export type Interval = [low: number, high: number];

export interface Window {
  x: Interval;
  y: Interval;
}

/** A window and the size of its picture, in CSS pixels. */
export interface Space extends Window {
  width: number;
  height: number;
}

const margin = 0.08; // of the data's extent, on each side
const alike = 3; // two columns whose extents differ by less are drawn to the same scale

/** The window around the points, with a margin.
 *  @param ranges  low, high of each column */
export function windowAround(ranges: ArrayLike<number>, columns: readonly [number, number]): Window {
  const [x, y] = columns.map((column) => widened(ranges[2 * column], ranges[2 * column + 1]));
  return { x, y };
}

function widened(low: number, high: number): Interval {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [-3, 3];
  const extent = high - low || 2 * Math.max(1, Math.abs(low) / 10);
  const slack = high > low ? margin * extent : extent / 2;
  return [low - slack, high + slack];
}

/** Whether every point of the ranges lies in the window. */
export function holds(window: Window, ranges: ArrayLike<number>, columns: readonly [number, number]): boolean {
  return [window.x, window.y].every(([low, high], i) => {
    const [from, to] = [ranges[2 * columns[i]], ranges[2 * columns[i] + 1]];
    return !Number.isFinite(from) || (from >= low && to <= high);
  });
}

/** The window, enlarged to the picture's shape where both columns are of one kind, so that circles are round. */
export function toShape(window: Window, width: number, height: number): Space {
  const across = window.x[1] - window.x[0];
  const up = window.y[1] - window.y[0];
  if (width <= 0 || height <= 0 || Math.max(across / up, up / across) >= alike) return { ...window, width, height };
  const scale = Math.max(across / width, up / height);
  return { x: centred(window.x, scale * width), y: centred(window.y, scale * height), width, height };
}

function centred([low, high]: Interval, extent: number): Interval {
  const middle = (low + high) / 2;
  return [middle - extent / 2, middle + extent / 2];
}

export function toPixel(space: Space, x: number, y: number): [number, number] {
  return [
    ((x - space.x[0]) / (space.x[1] - space.x[0])) * space.width,
    ((space.y[1] - y) / (space.y[1] - space.y[0])) * space.height,
  ];
}

export function toData(space: Space, px: number, py: number): [number, number] {
  return [
    space.x[0] + (px / space.width) * (space.x[1] - space.x[0]),
    space.y[1] - (py / space.height) * (space.y[1] - space.y[0]),
  ];
}

/** The nearest place inside the picture. */
export function inside(space: Space, px: number, py: number): [number, number] {
  return [Math.min(Math.max(px, 0), space.width), Math.min(Math.max(py, 0), space.height)];
}

/** Pleasant numbers along an axis of that many pixels. */
export const ticksOf = ([low, high]: Interval, pixels: number): number[] =>
  ticks(low, high, Math.max(2, Math.round(pixels / 70)));

/** Decimals that a coordinate needs for its pixel to be told from the next one. */
export const decimalsOf = ([low, high]: Interval, pixels: number): number =>
  Math.min(10, Math.max(0, Math.ceil(-Math.log10((high - low) / Math.max(1, pixels)))));

/** Of a field: cells along its longer side at most, and pixels × parameters. */
const fineness = {
  first: { most: 48, budget: 1e6 }, // there at once, when no code has yet run often enough to be compiled well
  moving: { most: 128, budget: 4e6 },
  still: { most: 640, budget: 3e8 },
};

/** How fine a field to ask for: as the screen where nothing moves, coarser where it is wanted soon or the model is large.
 *  About equal work for every model. */
export function fieldSize(
  space: Space,
  density: number,
  parameterCount: number,
  when: keyof typeof fineness,
): [width: number, height: number] {
  const { most, budget } = fineness[when];
  const affordable = Math.sqrt(budget / Math.max(20, parameterCount));
  const longest = Math.max(16, Math.min(most, affordable, Math.max(space.width, space.height) * density));
  const scale = longest / Math.max(1, space.width, space.height);
  return [Math.max(2, Math.round(space.width * scale)), Math.max(2, Math.round(space.height * scale))];
}

/** The window that stays as it is while points come, go and move in the picture. */
export class SteadyWindow {
  #kept?: Window;
  #axes = "";
  #set?: string;
  #picture = { width: 1, height: 1 };

  /** Made anew for other axes, for another set of points, and for a point outside the picture.
   *  @param axes     which columns these are
   *  @param set      which points, as they were made or read; undefined once a hand has changed them
   *  @param picture  the size of the plane's picture, from the plane: its shape shows more than the points need */
  around(
    axes: string,
    set: string | undefined,
    ranges: ArrayLike<number>,
    columns: readonly [number, number],
    picture = this.#picture,
  ): Window {
    this.#picture = picture;
    const other = axes !== this.#axes || (set !== undefined && set !== this.#set);
    const seen = this.#kept && toShape(this.#kept, picture.width, picture.height);
    if (!this.#kept || other || !seen || !holds(seen, ranges, columns)) this.#kept = windowAround(ranges, columns);
    this.#axes = axes;
    this.#set = set ?? this.#set;
    return this.#kept;
  }
}
