/** Draws the descent on a canvas: the surface's bands, the path with each dot in the colour of its own true cost, the
 *  present point, and −∇ as an arrow in the plane of the two weights. */
import type { Surface } from "../engine/protocol";
import type { PlotArea } from "./axes";
import { drawBands, type SurfaceBands } from "./descentContours";
import { bandOf } from "./descentLevels";
import type { WeightPoint } from "./descentWindow";
import type { Palette } from "./palette";

export interface DescentScene {
  area: PlotArea;
  bands: SurfaceBands;
  fills: readonly string[];
  toPixels: { x(value: number): number; y(value: number): number };
  /** Pixels for one unit of −∇; 0: no arrow. */
  arrow: number;
  /** The place pointed at, in weights. */
  pointer?: WeightPoint;
  words: { start: string };
}

const dotRadius = 3.5;
const dotsApart = 3 * dotRadius;

export function drawDescent(context: CanvasRenderingContext2D, scene: DescentScene, colours: Palette): void {
  const { left, top, width, height } = scene.area;
  context.save();
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
  context.fillStyle = colours.well.css;
  context.fillRect(left, top, width, height);
  drawBands(context, scene.bands, scene.toPixels, scene.fills, colours);
  drawPath(context, scene, colours);
  drawArrow(context, scene, colours);
  drawPresent(context, scene, colours);
  if (scene.pointer) drawCross(context, scene, scene.pointer, colours);
  context.restore();
}

const fillOf = ({ bands, fills }: DescentScene, cost: number, { bad }: Palette) =>
  Number.isFinite(cost) ? fills[bandOf(bands.levels, cost)] : bad.css;

function drawPath(context: CanvasRenderingContext2D, scene: DescentScene, colours: Palette): void {
  const { path } = scene.bands.surface;
  const { x, y } = scene.toPixels;
  context.strokeStyle = colours.ink.css;
  context.lineWidth = 1.25;
  context.lineJoin = "round";
  context.beginPath();
  for (let i = 0; i < path.x.length; i++) context.lineTo(x(path.x[i]), y(path.y[i]));
  const { here } = scene.bands.surface;
  context.lineTo(x(here.x), y(here.y));
  context.stroke();
  context.lineWidth = 1;
  for (const i of dotsWithRoom(scene)) {
    dot(context, { x: x(path.x[i]), y: y(path.y[i]) }, dotRadius, fillOf(scene, path.costs[i], colours));
  }
  if (path.x.length > 1) drawStart(context, scene, colours);
}

/** Indices of the path's points that are drawn as dots: one for each small square of the picture, the later before the
 *  earlier, and the first always. In the path's order. */
function dotsWithRoom({ bands, toPixels }: DescentScene): number[] {
  const { x, y } = bands.surface.path;
  const taken = new Set<number>();
  const drawn: number[] = [];
  for (let i = x.length - 1; i >= 0; i--) {
    const square = Math.round(toPixels.x(x[i]) / dotsApart) * 1e6 + Math.round(toPixels.y(y[i]) / dotsApart);
    if (taken.has(square) && i > 0) continue;
    taken.add(square);
    drawn.push(i);
  }
  return drawn.reverse();
}

/** A word at the first dot, where there is room for it. */
function drawStart(context: CanvasRenderingContext2D, scene: DescentScene, colours: Palette): void {
  const { path, here } = scene.bands.surface;
  const [startX, startY] = [scene.toPixels.x(path.x[0]), scene.toPixels.y(path.y[0])];
  if (Math.hypot(startX - scene.toPixels.x(here.x), startY - scene.toPixels.y(here.y)) < 50) return;
  context.font = `12px ${colours.sans}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  const half = context.measureText(scene.words.start).width / 2 + 2;
  const { left, top, width } = scene.area;
  const x = Math.min(left + width - half, Math.max(left + half, startX));
  const above = startY <= scene.toPixels.y(here.y);
  const y = (above && startY - 20 > top) || startY + 20 > top + scene.area.height ? startY - 13 : startY + 13;
  context.strokeStyle = colours.card.css;
  context.lineWidth = 3;
  context.strokeText(scene.words.start, x, y);
  context.fillStyle = colours.ink.css;
  context.fillText(scene.words.start, x, y);
}

/** Filled, with an outline in the stroke style of now. */
function dot(context: CanvasRenderingContext2D, { x, y }: WeightPoint, radius: number, fill: string): void {
  context.fillStyle = fill;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
}

function drawPresent(context: CanvasRenderingContext2D, scene: DescentScene, colours: Palette): void {
  const { here } = scene.bands.surface;
  context.strokeStyle = colours.ink.css;
  context.lineWidth = 2.5;
  const at = { x: scene.toPixels.x(here.x), y: scene.toPixels.y(here.y) };
  dot(context, at, 6, fillOf(scene, here.cost, colours));
}

/** −∇ from the present point, violet with a rim of the card's colour. Its tip is where the length ends. */
function drawArrow(context: CanvasRenderingContext2D, scene: DescentScene, colours: Palette): void {
  const { here, descent } = scene.bands.surface;
  const [dx, dy] = [descent[0] * scene.arrow, -descent[1] * scene.arrow];
  const length = Math.hypot(dx, dy);
  if (!(length > 1) || !Number.isFinite(length)) return;
  const [x, y] = [scene.toPixels.x(here.x), scene.toPixels.y(here.y)];
  const [ux, uy] = [dx / length, dy / length];
  const head = Math.min(11, length * 0.6);
  const shaft = new Path2D();
  shaft.moveTo(x, y);
  shaft.lineTo(x + dx - ux * head * 0.8, y + dy - uy * head * 0.8);
  const tip = new Path2D();
  tip.moveTo(x + dx, y + dy);
  tip.lineTo(x + dx - ux * head - uy * head * 0.5, y + dy - uy * head + ux * head * 0.5);
  tip.lineTo(x + dx - ux * head + uy * head * 0.5, y + dy - uy * head - ux * head * 0.5);
  tip.closePath();
  context.lineJoin = "round";
  context.strokeStyle = colours.card.css;
  context.lineWidth = 6;
  context.stroke(shaft);
  context.lineWidth = 4;
  context.stroke(tip);
  context.strokeStyle = context.fillStyle = colours.cost.css;
  context.lineWidth = 2.5;
  context.stroke(shaft);
  context.fill(tip);
}

function drawCross(context: CanvasRenderingContext2D, scene: DescentScene, at: WeightPoint, colours: Palette): void {
  const [x, y] = [scene.toPixels.x(at.x), scene.toPixels.y(at.y)];
  for (const [width, colour] of [
    [4, colours.point.css],
    [1, colours.ink.css],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(x - 9, y);
    context.lineTo(x + 9, y);
    context.moveTo(x, y - 9);
    context.lineTo(x, y + 9);
    context.stroke();
  }
}

const roundFactors = [1, 2, 5];

/** How many times as long as a step α·|∇| the arrow is drawn: a round number that makes it easy to see, kept while it does.
 *  @param step    length of α∇ in pixels
 *  @param before  the factor of the picture before */
export function arrowFactor(step: number, before = Number.NaN): number {
  if (!(step > 0) || !Number.isFinite(step)) return 1;
  if (step * before >= 24 && step * before <= 100) return before;
  const wanted = 64 / step;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const factor = roundFactors.findLast((round) => round * power <= wanted * (1 + 1e-9)) ?? 1;
  return Number((factor * power).toPrecision(3));
}

/** How far the path lies out of the plane: at its first point and at most, and at which step. Without a path: nothing. */
export function outsideShares({ path }: Surface): { start: number; most: number; step: number } | undefined {
  if (path.outside.length < 2) return undefined;
  let most = 0;
  for (let i = 1; i < path.outside.length; i++) if (path.outside[i] > path.outside[most]) most = i;
  return { start: path.outside[0], most: path.outside[most], step: path.steps[most] };
}
