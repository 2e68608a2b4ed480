/** The words under the neurons: features by name, biases by value, outputs by their class's mark; none where neurons stand too
 *  close. */
import { formatNumber } from "../controls/numbers";
import type { Description } from "../engine/protocol";
import * as texts from "../texts";
import { lookOf, markPath } from "./classMarks";
import type { NetworkLayout } from "./networkLayout";
import { outputClass } from "./outputClass";
import type { Palette } from "./palette";

export function drawBiases(
  context: CanvasRenderingContext2D,
  layout: NetworkLayout,
  description: Description,
  parameters: ArrayLike<number>,
  lit: (parameter: number) => boolean,
  colours: Palette,
): void {
  const { layers, features } = description;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.lineJoin = "round";
  for (const { layer, neuron, x, y, size, labelled } of layout.neurons) {
    if (!labelled) continue;
    const bias = layer > 1 ? layers[layer - 2].biases + neuron : undefined;
    context.font = `${size < 15 ? 9 : size < 24 ? 11 : 13}px ${colours.serif}`;
    const own = outputClass(description, layer, neuron);
    const text = bias === undefined ? texts.featureName(features[neuron]) : `b ${twoDigits(parameters[bias])}`;
    const below = y + size / 2 + (size < 15 ? 7.5 : size < 24 ? 10 : 13);
    // Links that pass behind leave the words readable.
    context.lineWidth = 3;
    context.strokeStyle = bias !== undefined && lit(bias) ? colours.point.css : colours.card.css;
    context.strokeText(text, x, below);
    context.fillStyle = colours.ink2.css;
    context.fillText(text, x, below);
    if (own !== undefined) mark(context, own, x - context.measureText(text).width / 2 - 9, below - 4, colours);
  }
}

function mark(context: CanvasRenderingContext2D, classIndex: number, x: number, y: number, colours: Palette): void {
  context.save();
  context.translate(x, y);
  context.fillStyle = colours.classes[lookOf(classIndex)].css;
  context.fill(new Path2D(markPath(classIndex, 4.5)));
  context.restore();
}

/** Always plain digits where they fit: what is pointed at shows all of them. */
function twoDigits(value: number): string {
  return Math.abs(value) < 0.005 ? "0.00" : formatNumber(value, { digits: 2 });
}
