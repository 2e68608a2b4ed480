/** The plane's canvases, one above the other: the field with the boundary, the points, the rings of
 *  mistakes, and what is lit: the selection, the point pointed at, the crosshair. Each is drawn anew only when what it shows has changed. */
import type { Frame } from "../engine/protocol";
import type { Palette } from "./palette";
import { reusedPixels } from "./pixels";
import { boundaryOf, type Line } from "./planeBoundary";
import { drawPoints, isDrawn, markRadius, type Plot, place } from "./planePoints";
import { paintField, type Reading } from "./planeReading";
import type { Place } from "./planeTools";

export interface FieldPicture {
  values: Float32Array;
  width: number; // cells; the centres of the outer ones lie on the picture's edge
  height: number;
}

export interface Lit {
  row?: number;
  selection: ReadonlySet<number>;
  rectangle?: { from: Place; to: Place };
  tool?: { at: Place; radius: number };
  crosshair?: Place;
}

export const crowd = 2000; // rows: rings of more let the points shine through

/** Rows decided wrongly.  @param predictions  class decided, per row */
export function mistakesOf(targets: ArrayLike<number>, predictions: Frame["predictions"]): number[] {
  const rows: number[] = [];
  if (predictions?.length !== targets.length) return rows;
  for (let row = 0; row < targets.length; row++) if (predictions[row] !== targets[row]) rows.push(row);
  return rows;
}

export function drawField(
  context: CanvasRenderingContext2D,
  field: FieldPicture,
  reading: Reading,
  colours: Palette,
  size: { width: number; height: number },
): void {
  const { width, height, values } = field;
  const { picture, colours: written } = pixels(width, height);
  paintField(reading, values, colours, written);
  const small = scratch(width, height);
  small.getContext("2d")!.putImageData(picture, 0, 0);
  const [across, down] = [size.width / (width - 1), size.height / (height - 1)]; // of one cell
  context.clearRect(0, 0, size.width, size.height);
  context.imageSmoothingEnabled = true;
  context.drawImage(small, -across / 2, -down / 2, size.width + across, size.height + down);
  context.strokeStyle = colours.ink.css;
  context.lineWidth = 1.4;
  context.lineJoin = "round";
  context.stroke(tracedLines(boundaryOf(reading, values, width, height), across, down));
}

const pixels = reusedPixels();

let small: HTMLCanvasElement | undefined;

function scratch(width: number, height: number): HTMLCanvasElement {
  small ??= document.createElement("canvas");
  if (small.width !== width) small.width = width;
  if (small.height !== height) small.height = height;
  return small;
}

function tracedLines(lines: readonly Line[], across: number, down: number): Path2D {
  const path = new Path2D();
  for (const line of lines) {
    path.moveTo((line[0] - 0.5) * across, (line[1] - 0.5) * down);
    for (let i = 2; i < line.length; i += 2) path.lineTo((line[i] - 0.5) * across, (line[i + 1] - 0.5) * down);
  }
  return path;
}

export function drawPointsLayer(
  context: CanvasRenderingContext2D,
  plot: Plot,
  reading: Reading,
  colours: Palette,
  density: number,
): void {
  context.clearRect(0, 0, plot.space.width, plot.space.height);
  drawPoints(context, plot, reading, colours, density);
  context.setTransform(density, 0, 0, density, 0, 0);
}

/** Rings around the rows decided wrongly. */
export function drawMistakes(
  context: CanvasRenderingContext2D,
  plot: Plot,
  mistakes: readonly number[],
  colours: Palette,
): void {
  const rows = plot.table.targets.length;
  const radius = markRadius(rows);
  context.clearRect(0, 0, plot.space.width, plot.space.height);
  const rings = new Path2D();
  for (const row of mistakes)
    if (isDrawn(row, rows)) circle(rings, place(plot, row), radius + Math.min(2.5, radius / 2));
  context.lineWidth = Math.min(1, radius / 4);
  context.globalAlpha = rows > crowd ? 0.5 : 1;
  context.strokeStyle = colours.ink.css;
  context.stroke(rings);
  context.globalAlpha = 1;
}

export function drawLit(context: CanvasRenderingContext2D, plot: Plot, lit: Lit, colours: Palette): void {
  const rows = plot.table.targets.length;
  const radius = markRadius(rows);
  context.clearRect(0, 0, plot.space.width, plot.space.height);
  const selected = new Path2D();
  for (const row of lit.selection) circle(selected, place(plot, row), radius + 3);
  doubleStroke(context, selected, colours, 1.5);
  if (lit.row !== undefined && lit.row < rows) {
    const ring = new Path2D();
    circle(ring, place(plot, lit.row), radius + 4);
    doubleStroke(context, ring, colours, 3);
  }
  drawTool(context, lit, colours);
}

function drawTool(context: CanvasRenderingContext2D, lit: Lit, colours: Palette): void {
  context.lineWidth = 1;
  context.strokeStyle = colours.ink.css;
  if (lit.rectangle) {
    const { from, to } = lit.rectangle;
    context.setLineDash([4, 3]);
    context.strokeRect(from[0], from[1], to[0] - from[0], to[1] - from[1]);
    context.setLineDash([]);
  }
  if (lit.tool && lit.tool.radius > 0) {
    const ring = new Path2D();
    circle(ring, lit.tool.at, lit.tool.radius);
    context.stroke(ring);
  }
  if (lit.crosshair) {
    const [x, y] = lit.crosshair;
    const cross = new Path2D(`M${x - 12} ${y}h8m8 0h8M${x} ${y - 12}v8m0 8v8`);
    context.lineWidth = 4;
    context.strokeStyle = colours.card.css;
    context.stroke(cross);
    context.lineWidth = 1.6;
    context.strokeStyle = colours.ink.css;
    context.stroke(cross);
  }
}

/** Yellow between ink: seen on every field. */
function doubleStroke(context: CanvasRenderingContext2D, path: Path2D, colours: Palette, width: number): void {
  context.lineWidth = width + 2;
  context.strokeStyle = colours.ink.css;
  context.stroke(path);
  context.lineWidth = width;
  context.strokeStyle = colours.point.css;
  context.stroke(path);
}

function circle(path: Path2D, [x, y]: Place, radius: number): void {
  path.moveTo(x + radius, y);
  path.arc(x, y, radius, 0, 2 * Math.PI);
}
