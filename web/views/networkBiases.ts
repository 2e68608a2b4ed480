/** The words under the neurons: features by name, biases by value; none where neurons stand too close. */
import { formatNumber } from "../app/numbers";
import type { LayerInfo } from "../engine/protocol";
import type { NetworkLayout } from "./networkLayout";
import type { Palette } from "./palette";

export function drawBiases(
  context: CanvasRenderingContext2D,
  layout: NetworkLayout,
  layers: readonly LayerInfo[],
  features: readonly string[],
  parameters: ArrayLike<number>,
  lit: (parameter: number) => boolean,
  colours: Palette,
): void {
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.lineJoin = "round";
  for (const { layer, neuron, x, y, size, labelled } of layout.neurons) {
    if (!labelled) continue;
    const bias = layer > 1 ? layers[layer - 2].biases + neuron : undefined;
    context.font = `${size < 15 ? 9 : size < 24 ? 11 : 13}px ${colours.serif}`;
    const text = bias === undefined ? features[neuron] : `b ${twoDigits(parameters[bias])}`;
    const below = y + size / 2 + (size < 15 ? 7.5 : size < 24 ? 10 : 13);
    // Links that pass behind leave the words readable.
    context.lineWidth = 3;
    context.strokeStyle = bias !== undefined && lit(bias) ? colours.point.css : colours.card.css;
    context.strokeText(text, x, below);
    context.fillStyle = colours.ink2.css;
    context.fillText(text, x, below);
  }
}

/** Always plain digits where they fit: what is pointed at shows all of them. */
function twoDigits(value: number): string {
  return Math.abs(value) < 0.005 ? "0.00" : formatNumber(value, { digits: 2 });
}
