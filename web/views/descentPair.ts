/** Which two parameters Descent looks along, and the lists to choose them from. */
import { html, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { live } from "lit/directives/live.js";
import type { LayerInfo } from "../engine/protocol";
import * as texts from "../texts";
import { parameterName } from "./parameterName";

export type Pair = [across: number, up: number];

/** The weight with the steepest slope, and the steepest other one of its layer: there is most to see. Biases only where
 *  a layer has no other sloping weight, another layer only where it has no other slope at all. Without any slope, the
 *  first two parameters of the output layer. One neuron of two inputs has its (w₁, w₂), and its bias is held. */
export function steepestPair(layers: readonly LayerInfo[], gradient: ArrayLike<number>): Pair {
  if (layers.length === 1 && layers[0].neurons === 1 && layers[0].inputs === 2) return [0, 1];
  const steepest = (among: (index: number) => boolean) => {
    let best = -1;
    for (let index = 0; index < gradient.length; index++) {
      const slope = Math.abs(gradient[index]);
      if (slope > (best < 0 ? 0 : Math.abs(gradient[best])) && among(index)) best = index;
    }
    return best;
  };
  const layerOf = (index: number) => layers.findIndex(({ biases, neurons }) => index < biases + neurons);
  const isWeight = (index: number) => index < layers[layerOf(index)].biases;
  const output = layers[layers.length - 1].weights;
  const first = [isWeight, () => true].map(steepest).find((index) => index >= 0) ?? output;
  const near = (index: number) => index !== first && layerOf(index) === layerOf(first);
  const second =
    [(i: number) => near(i) && isWeight(i), near, (i: number) => i !== first]
      .map(steepest)
      .find((index) => index >= 0) ?? (first === output ? output + 1 : output);
  return first < second ? [first, second] : [second, first];
}

/** The pair as given, where it fits the network. */
export function validPair(pair: Pair | undefined, parameterCount: number): Pair | undefined {
  const fits = (index: number) => Number.isInteger(index) && index >= 0 && index < parameterCount;
  return pair && pair[0] !== pair[1] && pair.every(fits) ? pair : undefined;
}

const listed = 16; // neurons of a layer in the lists; the others are chosen in the table of all weights

/** @param chosen  called with the index into θ */
export function parameterChoice(
  label: string,
  layers: readonly LayerInfo[],
  value: number,
  chosen: (index: number) => void,
): TemplateResult {
  return html`
    <label class="axis">
      <span>${label}</span>
      <select class="field number" .value=${live(String(value))}
        @change=${(event: Event) => chosen(Number((event.target as HTMLSelectElement).value))}>
        ${guard([layers, value], () => layers.map((layer, i) => group(layers, layer, i + 2, value)))}
      </select>
    </label>
  `;
}

function group(layers: readonly LayerInfo[], layer: LayerInfo, number: number, value: number): TemplateResult {
  const indices: number[] = [];
  for (let to = 0; to < Math.min(layer.neurons, listed); to++) {
    for (let from = 0; from < Math.min(layer.inputs, listed); from++)
      indices.push(layer.weights + to * layer.inputs + from);
  }
  for (let to = 0; to < Math.min(layer.neurons, listed); to++) indices.push(layer.biases + to);
  const here = value >= layer.weights && value < layer.biases + layer.neurons;
  if (here && !indices.includes(value)) indices.push(value);
  return html`<optgroup label=${texts.descent.layer(number)}>
    ${indices.map((i) => html`<option value=${i} ?selected=${i === value}>${parameterName(layers, i)}</option>`)}
  </optgroup>`;
}
