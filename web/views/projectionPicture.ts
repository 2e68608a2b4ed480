/** Points seen along a direction: their histograms over z, and the direction among the points themselves. */
import { nothing, type SVGTemplateResult, svg } from "lit";
import type { Description, Discriminant } from "../engine/protocol";
import { type Axis, axes, linearTicks, type PlotArea } from "./axes";
import { lookOf, markPath } from "./classMarks";
import { toData, toPixel, toShape, windowAround } from "./planeSpace";

const colours = ["var(--a)", "var(--b)"];
const mostPoints = 200;

/** What the model makes of z = uᵀx along its own w: it decides for class 1 where slope · z + offset ≥ 0. */
export interface Model {
  slope: number;
  offset: number;
  /** Its output is a probability, σ(slope · z + offset). */
  sigmoid: boolean;
}

export function histogramPicture(
  { here, low, high, counts }: Discriminant,
  area: PlotArea,
  names: { z: string; count: string; p: string; classes: readonly string[] },
  model: Model | undefined,
): SVGTemplateResult {
  const bins = counts.length / 2;
  const most = Math.max(1, ...counts);
  const bottom = area.top + area.height;
  const x = acrossZ({ low, high }, area);
  const y = (count: number) => bottom - (count / most) * area.height;
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
        height=${bottom - y(count)} fill=${colours[of]} fill-opacity="0.4" stroke=${colours[of]} stroke-opacity="0.7"><title>${names.classes[of]}: ${count}</title></rect>`;
  };
  const upright = (z: number, kind: string) =>
    z < low || z > high ? nothing : svg`<line class=${kind} x1=${x(z)} x2=${x(z)} y1=${area.top} y2=${bottom}></line>`;
  const right = area.left + area.width;
  const p = (value: number, label: string) =>
    svg`<text x=${right + 6} y=${bottom - value * area.height} dy="0.32em">${label}</text>`;
  return svg`${axes(area, across, up)}
    ${[0, 1].map((of) => Array.from({ length: bins }, (_, bin) => bar(bin, of)))}
    ${upright(here.threshold, "middle")}
    ${model ? upright(-model.offset / model.slope, "model") : nothing}
    ${
      model?.sigmoid
        ? svg`<path class="sigmoid" d=${sigmoidPath(model, { low, high }, area)}></path>
          <g class="axes">${p(0, "0")} ${p(0.5, "½")} ${p(1, "1")}<text class="name" x=${right + 6} y=${area.top - 10}>${names.p}</text></g>`
        : nothing
    }`;
}

type Range = Pick<Discriminant, "low" | "high">;

const acrossZ =
  ({ low, high }: Range, { left, width }: PlotArea) =>
  (z: number) =>
    left + ((z - low) / (high - low)) * width;

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

function sigmoidPath({ slope, offset }: Model, range: Range, area: PlotArea): string {
  const steps = 120;
  const at = (i: number) => {
    const z = range.low + (i / steps) * (range.high - range.low);
    const p = sigmoid(slope * z + offset);
    return `${(area.left + (i / steps) * area.width).toFixed(1)} ${(area.top + (1 - p) * area.height).toFixed(1)}`;
  };
  return `M${Array.from({ length: steps + 1 }, (_, i) => at(i)).join("L")}`;
}

/** The training points where they lie on the model's sigmoid.
 *  @param scores  z of each row of the table, a number for each output */
export function onCurve(
  { table }: Description,
  scores: Float64Array | undefined,
  { slope, offset }: Model,
  range: Range,
  area: PlotArea,
): SVGTemplateResult[] {
  const outputs = (scores?.length ?? 0) / table.targets.length;
  if (!scores || outputs < 1) return [];
  const x = acrossZ(range, area);
  return trainingRows(table).map((row) => {
    const score = outputs === 1 ? scores[row] : scores[2 * row + 1] - scores[2 * row];
    const look = table.targets[row];
    const place = `translate(${x((score - offset) / slope)} ${area.top + (1 - sigmoid(score)) * area.height})`;
    return svg`<path class="onCurve" d=${markPath(look, 3)} transform=${place} fill=${colours[lookOf(look)]}></path>`;
  });
}

/** Some of them, evenly, where there are many. */
function trainingRows({ targets, test }: Description["table"]): number[] {
  const every = Math.max(1, Math.ceil(targets.length / mostPoints));
  return Array.from({ length: Math.ceil(targets.length / every) }, (_, i) => i * every).filter((row) => !test[row]);
}

export const side = 220;

/** The points' window, and its middle, about which u turns. */
function spaceOf({ ranges, spec }: Description) {
  const [across, up] = spec.data.inputs;
  const space = toShape(windowAround(ranges, [across, up]), side, side);
  return { space, centre: [(space.x[0] + space.x[1]) / 2, (space.y[0] + space.y[1]) / 2] };
}

/** The angle at which a place of the picture lies from its middle, in radians from the first feature. */
export function angleAt(description: Description, px: number, py: number): number {
  const { space, centre } = spaceOf(description);
  const [x, y] = toData(space, px, py);
  return Math.atan2(y - centre[1], x - centre[0]);
}

/** The direction as an arrow on the points, and where each falls on it. */
export function directionPicture(description: Description, direction: ArrayLike<number>): SVGTemplateResult {
  const { table, spec } = description;
  const [across, up] = spec.data.inputs;
  const width = table.columns.length;
  const { space, centre } = spaceOf(description);
  const [u, v] = [direction[0], direction[1]];
  const onLine = (x: number, y: number) => {
    const along = (x - centre[0]) * u + (y - centre[1]) * v;
    return toPixel(space, centre[0] + along * u, centre[1] + along * v);
  };
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
  return svg`${trainingRows(table).map(point)}
    <line class="direction" x1=${x1} y1=${y1} x2=${x2} y2=${y2}></line>
    <path class="tip" d="M${x2} ${y2}L${x2 - a - b / 2} ${y2 - b + a / 2}L${x2 - a + b / 2} ${y2 - b - a / 2}Z"></path>`;
}
