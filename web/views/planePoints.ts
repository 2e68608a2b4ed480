/** The points on the plane: their marks, which of them are drawn, and which one is near. */
import type { Description } from "../engine/protocol";
import { lookCount, lookOf, markPath } from "./classMarks";
import { type Colour, cssOf, mix, type Palette } from "./palette";
import type { Reading } from "./planeReading";
import { type Space, toPixel } from "./planeSpace";

export type PointTable = Description["table"];

/** The page draws so many points; of more, an even choice. */
export const mostPoints = 20_000;

/** Whether a row is drawn. Golden-ratio spacing: even along the rows, whatever their order. */
export function isDrawn(row: number, rows: number): boolean {
  return rows <= mostPoints || (row * 0.6180339887498949) % 1 < mostPoints / rows;
}

/** Of a mark, in CSS pixels. */
export function markRadius(rows: number): number {
  return Math.max(2.2, Math.min(5, 5.6 - Math.log10(Math.max(1, rows / 40))));
}

export interface Plot {
  space: Space;
  columns: [across: number, up: number];
  table: PointTable;
}

export function place({ space, columns, table }: Plot, row: number): [number, number] {
  const start = row * table.columns.length;
  return toPixel(space, table.values[start + columns[0]], table.values[start + columns[1]]);
}

/** The drawn row nearest to a place on the screen, if one lies within `reach` pixels. */
export function nearestRow(plot: Plot, px: number, py: number, reach: number): number | undefined {
  let nearest: number | undefined;
  let least = reach * reach;
  const { space, columns, table } = plot;
  const rows = table.targets.length;
  const [across, up] = [space.width / (space.x[1] - space.x[0]), space.height / (space.y[1] - space.y[0])];
  for (let row = 0; row < rows; row++) {
    const start = row * table.columns.length;
    const x = (table.values[start + columns[0]] - space.x[0]) * across;
    const y = (space.y[1] - table.values[start + columns[1]]) * up;
    const distance = (x - px) ** 2 + (y - py) ** 2;
    if (distance <= least && isDrawn(row, rows)) {
      least = distance;
      nearest = row;
    }
  }
  return nearest;
}

/** All rows, drawn or not, within a circle on the screen. */
export function rowsWithin(plot: Plot, px: number, py: number, radius: number): number[] {
  return rowsWhere(plot, (x, y) => (x - px) ** 2 + (y - py) ** 2 <= radius * radius);
}

/** All rows whose place on the screen passes a test. */
export function rowsWhere(plot: Plot, test: (px: number, py: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < plot.table.targets.length; row++) if (test(...place(plot, row))) rows.push(row);
  return rows;
}

/** Draws all marks: of training points filled, of test points hollow. */
export function drawPoints(
  context: CanvasRenderingContext2D,
  plot: Plot,
  reading: Reading,
  colours: Palette,
  density: number,
): void {
  const { table } = plot;
  const rows = table.targets.length;
  const radius = markRadius(rows);
  const sprites = new Map<number, HTMLCanvasElement>();
  const sprite = (key: number) => {
    let found = sprites.get(key);
    if (!found) {
      found = drawSprite(Math.floor(key / 2), key % 2 === 1, reading, colours, radius, density);
      sprites.set(key, found);
    }
    return found;
  };
  context.setTransform(1, 0, 0, 1, 0, 0);
  for (let row = 0; row < rows; row++) {
    if (!isDrawn(row, rows)) continue;
    const image = sprite(2 * shade(reading, table.targets[row]) + (table.test[row] ? 1 : 0));
    const [x, y] = place(plot, row);
    context.drawImage(image, Math.round(x * density - image.width / 2), Math.round(y * density - image.height / 2));
  }
}

const shadeCount = 64; // of numbers to fit

/** Which of the sprites a target has. */
function shade(reading: Reading, target: number): number {
  if (reading.kind !== "number") return lookOf(target);
  const share = (target - reading.low) / (reading.high - reading.low);
  return lookCount + Math.round((shadeCount - 1) * Math.min(1, Math.max(0, share)));
}

function drawSprite(
  look: number,
  hollow: boolean,
  reading: Reading,
  colours: Palette,
  radius: number,
  density: number,
): HTMLCanvasElement {
  const colour = look < lookCount ? colours.classes[look] : numberColour(reading, look - lookCount, colours);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 2 * Math.ceil((radius * 1.9 + 2) * density);
  const context = canvas.getContext("2d")!;
  context.setTransform(density, 0, 0, density, canvas.width / 2, canvas.height / 2);
  drawMark(context, look < lookCount ? look : 1, colour, hollow, radius, colours);
  return canvas;
}

function drawMark(
  context: CanvasRenderingContext2D,
  look: number,
  colour: Colour,
  hollow: boolean,
  radius: number,
  colours: Palette,
): void {
  const path = new Path2D(markPath(look, hollow ? radius * 0.86 : radius));
  const line = Math.max(1, radius * 0.34);
  context.lineJoin = "round";
  context.lineWidth = hollow ? line + 1.6 : line * 0.9 + 0.4;
  context.strokeStyle = colours.card.css;
  context.stroke(path);
  context.fillStyle = hollow ? colours.card.css : colour.css;
  context.fill(path);
  if (!hollow) return;
  context.lineWidth = line;
  context.strokeStyle = colour.css;
  context.stroke(path);
}

function numberColour(reading: Reading, step: number, { a, b, mid, ink2 }: Palette): Colour {
  if (reading.kind !== "number") return ink2;
  const share = step / (shadeCount - 1);
  const middle = mix(mid.rgb, ink2.rgb, 0.25); // so that a middle value shows on the field's middle
  const rgb = share < 0.5 ? mix(a.rgb, middle, 2 * share) : mix(middle, b.rgb, 2 * share - 1);
  return { css: cssOf(rgb), rgb };
}
