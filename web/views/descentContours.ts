/** A surface as filled bands: computed once for each grid, drawn in any window. */
import { contours } from "d3-contour";
import type { Surface } from "../engine/protocol";
import { cssOf, mix, type Palette } from "./palette";

/** Paths in grid coordinates: sample (column i, row j) lies at (i, j). */
export interface SurfaceBands {
  surface: Surface;
  levels: readonly number[];
  /** For each level: where the cost is at least that. */
  above: Path2D[];
  /** A square around each sample whose cost is not finite; absent without any. */
  notFinite?: Path2D;
}

export function surfaceBands(surface: Surface, levels: readonly number[]): SurfaceBands {
  const { size, costs } = surface;
  const beyond = 2 * (levels.at(-1) ?? 1);
  const finite = Array.from(costs, (cost) => (Number.isFinite(cost) ? cost : beyond));
  const draw = contours().size([size, size]);
  const above = levels.map((level) => {
    const path = new Path2D();
    for (const polygon of draw.contour(finite, level).coordinates) {
      for (const ring of polygon) {
        for (const [i, [x, y]] of ring.entries()) {
          const at = [x - 0.5, y - 0.5] as const; // d3 puts a sample in the middle of its cell, at a half
          if (i === 0) path.moveTo(...at);
          else path.lineTo(...at);
        }
        path.closePath();
      }
    }
    return path;
  });
  return { surface, levels, above, notFinite: squares(surface) };
}

function squares({ size, costs }: Surface): Path2D | undefined {
  if (costs.every(Number.isFinite)) return undefined;
  const path = new Path2D();
  costs.forEach((cost, index) => {
    if (!Number.isFinite(cost)) path.rect((index % size) - 0.5, Math.floor(index / size) - 0.5, 1, 1);
  });
  return path;
}

/** Colours of the bands, from little cost (the card's own colour) to much (violet). @returns count + 1 of them */
export function bandColours(count: number, { card, costPale, cost }: Palette): string[] {
  const most = mix(costPale.rgb, cost.rgb, 0.7);
  return Array.from({ length: count + 1 }, (_, band) => {
    const share = count === 0 ? 0 : band / count;
    return cssOf(
      share < 0.5 ? mix(card.rgb, costPale.rgb, 0.12 + 1.76 * share) : mix(costPale.rgb, most, 2 * share - 1),
    );
  });
}

/** @param toPixels  from the weights across and up to pixels, axis by axis */
export function drawBands(
  context: CanvasRenderingContext2D,
  { surface, above, notFinite }: SurfaceBands,
  toPixels: { x(value: number): number; y(value: number): number },
  fills: readonly string[],
  colours: Palette,
): void {
  const [left, right] = surface.x.map(toPixels.x);
  const [bottom, top] = surface.y.map(toPixels.y);
  const cells = surface.size - 1;
  const matrix = new DOMMatrix([(right - left) / cells, 0, 0, (top - bottom) / cells, left, bottom]);
  const placed = (path: Path2D) => {
    const moved = new Path2D();
    moved.addPath(path, matrix);
    return moved;
  };
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  context.fillStyle = fills[0];
  context.fillRect(left, top, right - left, bottom - top);
  context.strokeStyle = colours.cost.css;
  context.lineWidth = 0.75;
  above.forEach((path, i) => {
    const band = placed(path);
    context.fillStyle = fills[i + 1];
    context.fill(band, "evenodd");
    context.globalAlpha = 0.45;
    context.stroke(band);
    context.globalAlpha = 1;
  });
  if (notFinite) hatch(context, placed(notFinite), colours);
  context.restore();
}

const hatchWidth = 8;

function hatch(context: CanvasRenderingContext2D, region: Path2D, { well, ink2 }: Palette): void {
  context.save();
  context.clip(region);
  context.fillStyle = well.css;
  context.fill(region);
  context.strokeStyle = ink2.css;
  context.lineWidth = 1;
  context.beginPath();
  const { width, height } = context.canvas;
  for (let x = -height; x < width; x += hatchWidth) {
    context.moveTo(x, 0);
    context.lineTo(x + height, height);
  }
  context.stroke();
  context.restore();
}
