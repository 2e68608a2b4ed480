/** Which two parameters Descent looks along, and the lists to choose them from. */
import { html, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { live } from "lit/directives/live.js";
import type { LayerInfo } from "../engine/protocol";
import { texts } from "../texts";
import { parameterName } from "./parameterName";

export type Pair = [across: number, up: number];

/** The parameter with the steepest slope, and the steepest other one of its layer (of all, where that has no other):
 *  there is most to see. Without any slope, the first two weights of the output layer. */
export function steepestPair(layers: readonly LayerInfo[], gradient: ArrayLike<number>): Pair {
  const steepest = (among: (index: number) => boolean) => {
    let best = -1;
    for (let index = 0; index < gradient.length; index++) {
      const slope = Math.abs(gradient[index]);
      if (slope > (best < 0 ? 0 : Math.abs(gradient[best])) && among(index)) best = index;
    }
    return best;
  };
  const first = steepest(() => true);
  if (first < 0) return [layers[layers.length - 1].weights, layers[layers.length - 1].weights + 1];
  const layer = layers.find(({ weights, biases, neurons }) => first >= weights && first < biases + neurons)!;
  const inLayer = steepest((i) => i !== first && i >= layer.weights && i < layer.biases + layer.neurons);
  const second = inLayer >= 0 ? inLayer : steepest((i) => i !== first);
  if (second < 0) return first === 0 ? [0, 1] : [first, first - 1];
  return first < second ? [first, second] : [second, first];
}

/** The pair as given, where it fits the network. */
export function validPair(pair: Pair | undefined, parameterCount: number): Pair | undefined {
  const fits = (index: number) => Number.isInteger(index) && index >= 0 && index < parameterCount;
  return pair && pair[0] !== pair[1] && pair.every(fits) ? pair : undefined;
}

const listed = 16; // neurons of a layer in the lists; the others are chosen in the network's picture

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
