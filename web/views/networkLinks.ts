/** The links of the network's picture: their curves, their widths by |w|, and which one is pointed at. */
import type { LayerInfo } from "../engine/protocol";
import type { NetworkLayout, NeuronBox } from "./networkLayout";
import type { Palette } from "./palette";

export interface Link {
  parameter: number; // index into θ
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** All links between neurons that are drawn. */
export function linksOf(layout: NetworkLayout, layers: readonly LayerInfo[]): Link[] {
  const boxes = new Map<number, NeuronBox[]>();
  for (const box of layout.neurons) boxes.set(box.layer, [...(boxes.get(box.layer) ?? []), box]);
  return layers.flatMap(({ weights, inputs }, i) =>
    (boxes.get(i + 2) ?? []).flatMap((to) =>
      (boxes.get(i + 1) ?? []).map((from) => ({
        parameter: weights + to.neuron * inputs + from.neuron,
        x0: from.x + from.size / 2,
        y0: from.y,
        x1: to.x - to.size / 2,
        y1: to.y,
      })),
    ),
  );
}

/** Wider for a larger |w|, without a bound on w that would make all of them jump. In pixels.
 *  @param scale  1 where there is room, less in a crowd */
export function linkWidth(weight: number, scale: number): number {
  const size = Math.abs(weight);
  if (Number.isNaN(size)) return 1;
  return 0.4 + scale * (size === Number.POSITIVE_INFINITY ? 9 : (9 * size) / (size + 2.5));
}

/** The link whose curve passes nearest to a place, within `reach` pixels of its edge. */
export function linkAt(
  links: readonly Link[],
  weights: ArrayLike<number> | undefined,
  scale: number,
  x: number,
  y: number,
  reach = 5,
): Link | undefined {
  let found: Link | undefined;
  let least = reach;
  for (const link of links) {
    if (x < link.x0 || x > link.x1) continue;
    const distance = Math.abs(heightAt(link, x) - y) - (weights ? linkWidth(weights[link.parameter], scale) / 2 : 0);
    if (distance > least) continue;
    least = distance;
    found = link;
  }
  return found;
}

/** The curve's height at x: a cubic whose control points lie halfway across, at the height of either end. */
export function heightAt({ x0, y0, x1, y1 }: Link, x: number): number {
  const across = (x - x0) / (x1 - x0);
  let low = 0;
  let high = 1;
  for (let i = 0; i < 20; i++) {
    const t = (low + high) / 2;
    if (1.5 * t * (1 - t) + t * t * t < across) low = t;
    else high = t;
  }
  const t = (low + high) / 2;
  return y0 + (y1 - y0) * t * t * (3 - 2 * t);
}

function trace(path: Path2D, { x0, y0, x1, y1 }: Link): void {
  const half = (x0 + x1) / 2;
  path.moveTo(x0, y0);
  path.bezierCurveTo(half, y0, half, y1, x1, y1);
}

const widthSteps = 4; // of a pixel: links of nearly one width are drawn in one go

export function drawLinks(
  context: CanvasRenderingContext2D,
  links: readonly Link[],
  weights: ArrayLike<number>,
  scale: number,
  lit: (parameter: number) => boolean,
  colours: Palette,
): void {
  const bundles = new Map<number, Path2D>();
  const above: Link[] = [];
  for (const link of links) {
    if (lit(link.parameter)) above.push(link);
    const weight = weights[link.parameter];
    const step = Math.round(linkWidth(weight, scale) * widthSteps) * (weight < 0 ? -1 : 1);
    const bundle = bundles.get(step) ?? new Path2D();
    bundles.set(step, bundle);
    trace(bundle, link);
  }
  context.lineCap = "butt";
  context.globalAlpha = 0.82;
  for (const [step, bundle] of bundles) {
    context.lineWidth = Math.abs(step) / widthSteps;
    context.strokeStyle = step < 0 ? colours.a.css : colours.b.css;
    context.stroke(bundle);
  }
  context.globalAlpha = 1;
  for (const link of above) drawLit(context, link, weights[link.parameter], scale, colours);
}

function drawLit(context: CanvasRenderingContext2D, link: Link, weight: number, scale: number, colours: Palette): void {
  const path = new Path2D();
  trace(path, link);
  const width = linkWidth(weight, scale);
  context.lineWidth = width + 6;
  context.strokeStyle = colours.point.css;
  context.stroke(path);
  context.lineWidth = Math.max(1.2, width);
  context.strokeStyle = weight < 0 ? colours.a.css : colours.b.css;
  context.stroke(path);
}
