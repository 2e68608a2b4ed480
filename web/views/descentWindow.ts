/** The window of the weight plane that Descent shows. Its scales are equal across and up, so that −∇ stands at right
 *  angles on the contours; it stands still until the path nears its border. */

export interface WeightPoint {
  x: number;
  y: number;
}

export interface WeightWindow {
  x: [number, number];
  y: [number, number];
}

const fitMargin = 0.3; // on each side, as a share of what is fitted
const border = 0.1; // of the window: as near as a point may come
const leastHeight = 2; // weights are of the order of one
const muchTooLarge = 25; // times what would fit

export const centre = (window: WeightWindow): WeightPoint => ({
  x: (window.x[0] + window.x[1]) / 2,
  y: (window.y[0] + window.y[1]) / 2,
});

function around({ x, y }: WeightPoint, height: number, aspect: number): WeightWindow {
  const [halfWidth, halfHeight] = [(height * aspect) / 2, height / 2];
  return { x: [x - halfWidth, x + halfWidth], y: [y - halfHeight, y + halfHeight] };
}

/** The window that holds all the points with a margin. Points that are not finite are left out.
 *  @param aspect  width by height of the plot */
export function fitWindow(points: Iterable<WeightPoint>, aspect: number): WeightWindow {
  const x: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const y: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const point of points) {
    if (!Number.isFinite(point.x) || !Number.isFinite(point.y)) continue;
    [x[0], x[1]] = [Math.min(x[0], point.x), Math.max(x[1], point.x)];
    [y[0], y[1]] = [Math.min(y[0], point.y), Math.max(y[1], point.y)];
  }
  if (!(x[0] <= x[1])) return around({ x: 0, y: 0 }, leastHeight, aspect);
  const needed = Math.max(y[1] - y[0], (x[1] - x[0]) / aspect);
  return around(centre({ x, y }), Math.max(leastHeight, needed * (1 + 2 * fitMargin)), aspect);
}

/** The same window while all points are well inside and it is not much too large for them; else one that fits. */
export function calmWindow(window: WeightWindow, points: readonly WeightPoint[], aspect: number): WeightWindow {
  const inside = ([low, high]: [number, number], value: number) =>
    value > low + border * (high - low) && value < high - border * (high - low);
  const finite = points.filter((point) => Number.isFinite(point.x) && Number.isFinite(point.y));
  const fitting = fitWindow(finite, aspect);
  const tooLarge = window.y[1] - window.y[0] > muchTooLarge * (fitting.y[1] - fitting.y[0]);
  return !tooLarge && finite.every(({ x, y }) => inside(window.x, x) && inside(window.y, y)) ? window : fitting;
}

/** The same centre and height for a plot of another shape; the same window where the shape is its own. */
export function reshaped(window: WeightWindow, aspect: number): WeightWindow {
  const present = (window.x[1] - window.x[0]) / (window.y[1] - window.y[0]);
  if (Math.abs(present / aspect - 1) < 1e-6) return window;
  return around(centre(window), window.y[1] - window.y[0], aspect);
}

/** @param factor  above 1: nearer    @param about  stays where it is */
export function zoomed({ x, y }: WeightWindow, factor: number, about: WeightPoint): WeightWindow {
  const near = (range: [number, number], at: number) =>
    range.map((end) => at + (end - at) / factor) as [number, number];
  return { x: near(x, about.x), y: near(y, about.y) };
}

export function shifted({ x, y }: WeightWindow, by: WeightPoint): WeightWindow {
  return { x: [x[0] + by.x, x[1] + by.x], y: [y[0] + by.y, y[1] + by.y] };
}

/** Part of the way from one window to another; the other itself once they hardly differ. */
export function eased(from: WeightWindow, to: WeightWindow, share: number): WeightWindow {
  const height = to.y[1] - to.y[0];
  const gap = Math.max(...[0, 1].flatMap((i) => [Math.abs(from.x[i] - to.x[i]), Math.abs(from.y[i] - to.y[i])]));
  if (gap < 0.003 * height) return to;
  const way = (a: [number, number], b: [number, number]) =>
    a.map((end, i) => end + share * (b[i] - end)) as [number, number];
  return { x: way(from.x, to.x), y: way(from.y, to.y) };
}

const farthest = 1e9; // the core looks no farther; its own choice of window may lie anywhere

/** The window as the core can be asked for it; undefined where the core must choose. */
export function askable(window: WeightWindow | undefined): WeightWindow | undefined {
  return window && [...window.x, ...window.y].every((end) => Math.abs(end) <= farthest) ? window : undefined;
}
