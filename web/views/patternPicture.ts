/** A perceptron's update in pictures: the line before and after it among the points, and the weights as arrows. */
import { nothing, type SVGTemplateResult, svg } from "lit";
import type { Description, Pattern } from "../engine/protocol";
import { lookOf, markPath } from "./classMarks";
import { ticksOf, toPixel, toShape, windowAround } from "./planeSpace";

type Pixel = [x: number, y: number];

/** Weights of one output over x₁ and x₂. */
interface Line {
  w: readonly [number, number];
  b: number;
}

export const side = 220; // of each picture, in its own units
const mostPoints = 400;
const colours = ["a", "b", "c", "d", "e", "f"].map((name) => `var(--${name})`);

export const lineOf = (theta: ArrayLike<number>, outputs: number, output: number): Line => ({
  w: [theta[2 * output], theta[2 * output + 1]],
  b: theta[2 * outputs + output],
});

/** Whether the pictures can be drawn: two inputs, as they are. */
export const drawable = ({ features, spec }: Description): boolean =>
  features.join() === "x1,x2" && !spec.data.standardize;

/** The points, with the one that is looked at, and both lines. */
export function linesPicture(description: Description, pattern: Pattern, before: Line, after: Line): SVGTemplateResult {
  const { table, ranges, spec } = description;
  const [across, up] = spec.data.inputs;
  const width = table.columns.length;
  const space = toShape(windowAround(ranges, [across, up]), side, side);
  const rows = table.targets.length;
  const every = Math.max(1, Math.ceil(rows / mostPoints));
  const point = (row: number): SVGTemplateResult => {
    const [x, y] = toPixel(space, table.values[row * width + across], table.values[row * width + up]);
    const look = table.targets[row];
    return svg`<path d=${markPath(look, 3)} transform="translate(${x} ${y})" fill=${colours[lookOf(look)]} opacity="0.75"></path>`;
  };
  const [x, y] = toPixel(space, pattern.x[0], pattern.x[1]);
  const shown = Array.from({ length: Math.ceil(rows / every) }, (_, i) => i * every);
  return svg`
    ${shown.map(point)}
    ${lineIn(space, before, "line")} ${pattern.mistaken ? lineIn(space, after, "line then") : nothing}
    <circle cx=${x} cy=${y} r="8" class="lit under"></circle><circle cx=${x} cy=${y} r="8" class="lit"></circle>`;
}

function lineIn(space: ReturnType<typeof toShape>, { w, b }: Line, kind: string): SVGTemplateResult | typeof nothing {
  const length = Math.hypot(...w);
  if (!(length > 0)) return nothing;
  const [u, v] = [w[0] / length, w[1] / length];
  const centre = [(space.x[0] + space.x[1]) / 2, (space.y[0] + space.y[1]) / 2];
  const off = (w[0] * centre[0] + w[1] * centre[1] + b) / length;
  const foot = [centre[0] - off * u, centre[1] - off * v];
  const reach = space.x[1] - space.x[0] + space.y[1] - space.y[0];
  const [x1, y1] = toPixel(space, foot[0] - reach * v, foot[1] + reach * u);
  const [x2, y2] = toPixel(space, foot[0] + reach * v, foot[1] - reach * u);
  return svg`<line class=${kind} x1=${x1} y1=${y1} x2=${x2} y2=${y2}></line>`;
}

/** w now, what is added, w then, from the origin of the weights. */
export function arrowsPicture(before: Line, after: Line, names: readonly [string, string]): SVGTemplateResult {
  const most = Math.max(1e-9, ...[...before.w, ...after.w].map(Math.abs)) * 1.25;
  const space = { x: [-most, most] as Pixel, y: [-most, most] as Pixel, width: side, height: side };
  const at = ([x, y]: readonly [number, number]): Pixel => toPixel(space, x, y);
  const origin = at([0, 0]);
  const labels = ticksOf(space.x, side).filter((value) => value !== 0);
  return svg`
    <line class="axis" x1="0" y1=${origin[1]} x2=${side} y2=${origin[1]}></line>
    <line class="axis" x1=${origin[0]} y1="0" x2=${origin[0]} y2=${side}></line>
    ${labels.map((value) => svg`<text class="tick" x=${at([value, 0])[0]} y=${origin[1] + 16}>${tickText(value)}</text>`)}
    <text class="name" x=${side - 2} y=${origin[1] - 5} text-anchor="end">${names[0]}</text>
    <text class="name" x=${origin[0] + 5} y="15">${names[1]}</text>
    ${arrow(origin, at(before.w), "now")} ${arrow(at(before.w), at(after.w), "added")} ${arrow(origin, at(after.w), "then")}`;
}

const tickText = (value: number) => String(Number(value.toPrecision(3))).replace("-", "−");

function arrow([x1, y1]: Pixel, [x2, y2]: Pixel, kind: string): SVGTemplateResult | typeof nothing {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length < 0.5) return nothing;
  const head = Math.min(8, length);
  const [u, v] = [(x2 - x1) / length, (y2 - y1) / length];
  const [bx, by] = [x2 - head * u, y2 - head * v];
  const wings = `M${x2} ${y2}L${bx - 0.45 * head * v} ${by + 0.45 * head * u}L${bx + 0.45 * head * v} ${by - 0.45 * head * u}Z`;
  return svg`<g class="arrow ${kind}"><line x1=${x1} y1=${y1} x2=${bx} y2=${by}></line><path d=${wings}></path></g>`;
}
