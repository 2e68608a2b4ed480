/** The small map in each neuron: its activation over the plane, in the colours of sign; an output's that stands for a class,
 *  in the colour of that. */

import type { LayerInfo } from "../engine/protocol";
import { lookOf } from "./classMarks";
import { colourTable, type Palette } from "./palette";
import { reusedPixels } from "./pixels";
import { paintScalar, signTable } from "./planeReading";

/** What the colours of a layer's maps run between; white, or the card's colour, is halfway. */
export interface MapRange {
  low: number;
  high: number;
}

/** Bounded activations have their own range; others, and features, one around zero that holds all of the layer's maps.
 *  @param first, count  the layer's maps in `values` */
export function rangeOf(
  activation: LayerInfo["activation"] | undefined,
  values: Float32Array,
  first: number,
  count: number,
  size: number,
): MapRange {
  if (activation === "sigmoid" || activation === "softmax") return { low: 0, high: 1 };
  if (activation === "tanh" || activation === "sine" || activation === "step") return { low: -1, high: 1 };
  let most = 0;
  for (let i = first * size * size; i < (first + count) * size * size; i++) {
    const value = Math.abs(values[i]);
    if (value > most && value !== Number.POSITIVE_INFINITY) most = value;
  }
  return { low: -(most || 1), high: most || 1 };
}

/** @param ofClass  what the neuron is an output for; absent: its sign is what counts */
export function mapTable(colours: Palette, ofClass: number | undefined): Uint32Array {
  if (ofClass === undefined) return signTable(colours);
  return colourTable([colours.mid.rgb, colours.pale[lookOf(ofClass)].rgb]);
}

const pixels = reusedPixels();

/** Draws map number `index` on a canvas of its own. */
export function drawMap(
  canvas: HTMLCanvasElement,
  values: Float32Array,
  index: number,
  size: number,
  { low, high }: MapRange,
  table: Uint32Array,
): void {
  if (canvas.width !== size) canvas.width = canvas.height = size;
  const { picture, colours } = pixels(size, size);
  paintScalar(values, index * size * size, low, high, table, colours);
  canvas.getContext("2d")!.putImageData(picture, 0, 0);
}
