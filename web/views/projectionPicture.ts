/** Points seen along a direction: their histograms over z, and the direction among the points themselves. */
import { nothing, type SVGTemplateResult, svg } from "lit";
import type { Description, Discriminant } from "../engine/protocol";
import { type Axis, axes, linearTicks, type PlotArea } from "./axes";
import { lookOf, markPath } from "./classMarks";
import { toPixel, toShape, windowAround } from "./planeSpace";

const colours = ["var(--a)", "var(--b)"];
const mostPoints = 200;

/** p of class 1 along u: what the output says of the point z·u + what stands across. */
export interface Curve {
  /** p = σ(slope · z + offset) */
  slope: number;
  offset: number;
}

export function histogramPicture(
  { here, low, high, counts }: Discriminant,
  area: PlotArea,
  names: { z: string; count: string },
  curve: Curve | undefined,
): SVGTemplateResult {
  const bins = counts.length / 2;
  const most = Math.max(1, ...counts);
  const x = (z: number) => area.left + ((z - low) / (high - low)) * area.width;
  const y = (count: number) => area.top + area.height - (count / most) * area.height;
  const across: Axis = { name: names.z, ticks: linearTicks(low, high, area.width / 80), at: x };
  const up: Axis = {
    name: names.count,
    ticks: linearTicks(0, most, Math.min(most, area.height / 40)),
    at: y,
    grid: true,
  };
  const bar = (bin: number, of: number) => {
    const count = counts[of * bins + bin];
    return count === 0
      ? nothing
      : svg`<rect x=${area.left + (bin / bins) * area.width + 0.5} y=${y(count)} width=${Math.max(1, area.width / bins - 1)}
        height=${area.top + area.height - y(count)} fill=${colours[of]} fill-opacity="0.55" stroke=${colours[of]}></rect>`;
  };
  const upright = (z: number, kind: string) =>
    z < low || z > high
      ? nothing
      : svg`<line class=${kind} x1=${x(z)} x2=${x(z)} y1=${area.top} y2=${area.top + area.height}></line>`;
  return svg`${axes(area, across, up)}
    ${[0, 1].map((of) => Array.from({ length: bins }, (_, bin) => bar(bin, of)))}
    ${upright(here.threshold, "middle")}
    ${curve ? svg`<path class="sigmoid" d=${sigmoidPath(curve, low, high, area)}></path>${upright(-curve.offset / curve.slope, "half")}` : nothing}`;
}

function sigmoidPath({ slope, offset }: Curve, low: number, high: number, area: PlotArea): string {
  const steps = 120;
  const at = (i: number) => {
    const p = 1 / (1 + Math.exp(-(slope * (low + (i / steps) * (high - low)) + offset)));
    return `${(area.left + (i / steps) * area.width).toFixed(1)} ${(area.top + (1 - p) * area.height).toFixed(1)}`;
  };
  return `M${Array.from({ length: steps + 1 }, (_, i) => at(i)).join("L")}`;
}

export const side = 220;

/** The direction as an arrow on the points, and where each falls on it. */
export function directionPicture(description: Description, direction: ArrayLike<number>): SVGTemplateResult {
  const { table, ranges, spec } = description;
  const [across, up] = spec.data.inputs;
  const width = table.columns.length;
  const space = toShape(windowAround(ranges, [across, up]), side, side);
  const centre = [(space.x[0] + space.x[1]) / 2, (space.y[0] + space.y[1]) / 2];
  const [u, v] = [direction[0], direction[1]];
  const onLine = (x: number, y: number) => {
    const along = (x - centre[0]) * u + (y - centre[1]) * v;
    return toPixel(space, centre[0] + along * u, centre[1] + along * v);
  };
  const rows = table.targets.length;
  const every = Math.max(1, Math.ceil(rows / mostPoints));
  const shown = Array.from({ length: Math.ceil(rows / every) }, (_, i) => i * every).filter((row) => !table.test[row]);
  const point = (row: number) => {
    const [x, y] = [table.values[row * width + across], table.values[row * width + up]];
    const [px, py] = toPixel(space, x, y);
    const [fx, fy] = onLine(x, y);
    const look = table.targets[row];
    const colour = colours[lookOf(look)] ?? "var(--ink)";
    return svg`<line x1=${px} y1=${py} x2=${fx} y2=${fy} stroke=${colour} stroke-opacity="0.25"></line>
      <circle cx=${fx} cy=${fy} r="1.6" fill=${colour}></circle>
      <path d=${markPath(look, 2.6)} transform="translate(${px} ${py})" fill=${colour}></path>`;
  };
  const reach = 0.46 * Math.min(space.x[1] - space.x[0], space.y[1] - space.y[0]);
  const [x1, y1] = toPixel(space, centre[0] - reach * u, centre[1] - reach * v);
  const [x2, y2] = toPixel(space, centre[0] + reach * u, centre[1] + reach * v);
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [a, b] = [((x2 - x1) / length) * 9, ((y2 - y1) / length) * 9];
  return svg`${shown.map(point)}
    <line class="direction" x1=${x1} y1=${y1} x2=${x2} y2=${y2}></line>
    <path class="tip" d="M${x2} ${y2}L${x2 - a - b / 2} ${y2 - b + a / 2}L${x2 - a + b / 2} ${y2 - b - a / 2}Z"></path>`;
}
