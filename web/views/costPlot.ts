/** Draws the curves of the Cost instrument on a canvas: what lies after the present step paler. */
import type { PlotArea } from "./axes";
import type { CostCurve } from "./costCurve";
import type { JournalMark } from "./costJournal";
import type { Palette } from "./palette";

export interface CostScene {
  curve: CostCurve;
  area: PlotArea;
  /** From epochs, and from values, to pixels; NaN where a value has no place. */
  across(epoch: number): number;
  up(value: number): number;
  /** Of the curves: violet for costs, ink for accuracies. */
  colour: string;
  presentEpoch: number;
  /** The entry pointed at. */
  entry?: number;
  marks: readonly JournalMark[];
  mark?: JournalMark;
}

const paleness = 0.35;
const markSize = 5;

/** Clears and draws. The context is scaled to CSS pixels. */
export function drawCost(context: CanvasRenderingContext2D, scene: CostScene, colours: Palette): void {
  const { area, curve } = scene;
  const present = Math.min(Math.max(scene.across(scene.presentEpoch), area.left), area.left + area.width);
  context.clearRect(0, 0, area.left + area.width + 40, area.top + area.height + 40);
  const [left, right] = [area.left - 4, area.left + area.width + 4];
  const ahead = curve.epochs[curve.epochs.length - 1] > scene.presentEpoch;
  // Drawn twice where something lies ahead, and only there: a curve of a thousand corners takes a millisecond.
  const parts = ahead
    ? [
        [left, present, 1],
        [present, right, paleness],
      ]
    : [[left, right, 1]];
  for (const [from, to, alpha] of parts) {
    context.save();
    context.beginPath();
    context.rect(from, area.top - 4, to - from, area.height + 8);
    context.clip();
    context.globalAlpha = alpha;
    context.lineWidth = 1.5;
    drawSeries(context, scene, curve.test, [4, 3]);
    context.lineWidth = 2;
    drawSeries(context, scene, curve.train, []);
    if (curve.other) drawSeries(context, { ...scene, colour: colours.ink.css }, curve.other, []);
    context.restore();
  }
  drawLine(context, present, area, colours.ink.css, 1);
  if (scene.entry !== undefined) drawPointed(context, scene, scene.entry, colours);
  drawMarks(context, scene, colours);
}

/** A line through the values that have a place; a lone one between gaps becomes a dot. */
function drawSeries(context: CanvasRenderingContext2D, scene: CostScene, values: Float64Array, dash: number[]): void {
  context.strokeStyle = context.fillStyle = scene.colour;
  context.lineJoin = "bevel"; // a jagged curve is drawn in half the time that round corners take
  context.setLineDash(dash);
  context.beginPath();
  let before = false;
  for (let i = 0; i < values.length; i++) {
    const x = scene.across(scene.curve.epochs[i]);
    const y = scene.up(values[i]);
    if (!Number.isFinite(y)) {
      before = false;
      continue;
    }
    if (before) context.lineTo(x, y);
    else context.moveTo(x, y);
    const lone = !before && !Number.isFinite(i + 1 < values.length ? scene.up(values[i + 1]) : Number.NaN);
    if (lone) context.fillRect(x - 2, y - 2, 4, 4);
    before = true;
  }
  context.stroke();
  context.setLineDash([]);
}

function drawLine(context: CanvasRenderingContext2D, x: number, area: PlotArea, colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  context.moveTo(Math.round(x) + 0.5, area.top);
  context.lineTo(Math.round(x) + 0.5, area.top + area.height);
  context.stroke();
}

/** Small triangles that stand on the axis, the one pointed at yellow. */
function drawMarks(
  context: CanvasRenderingContext2D,
  { area, across, marks, mark }: CostScene,
  colours: Palette,
): void {
  const bottom = area.top + area.height;
  context.lineWidth = 1;
  for (const one of marks) {
    const x = across(one.epoch);
    context.fillStyle = one === mark ? colours.point.css : colours.ink.css;
    context.strokeStyle = colours.ink.css;
    context.beginPath();
    context.moveTo(x, bottom - markSize * 1.6);
    context.lineTo(x - markSize, bottom);
    context.lineTo(x + markSize, bottom);
    context.closePath();
    context.fill();
    context.stroke();
  }
}

function drawPointed(context: CanvasRenderingContext2D, scene: CostScene, entry: number, colours: Palette): void {
  const x = scene.across(scene.curve.epochs[entry]);
  drawLine(context, x, scene.area, colours.point.css, 3);
  drawLine(context, x, scene.area, colours.ink.css, 1);
  for (const values of [scene.curve.test, scene.curve.other ?? [], scene.curve.train]) {
    const y = scene.up(values[entry]);
    if (!Number.isFinite(y)) continue;
    context.fillStyle = colours.point.css;
    context.strokeStyle = colours.ink.css;
    context.lineWidth = 1.5;
    context.beginPath();
    context.arc(x, y, 4.5, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
}
