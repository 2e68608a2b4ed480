/** The words and buttons above and below the network's layers: activations, neurons and layers added and removed. */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { icons } from "../controls/icons";
import type { Description, HiddenActivation, ModelSpec } from "../engine/protocol";
import * as texts from "../texts";
import { mostNeurons } from "./networkLayout";

type Hidden = ModelSpec["hidden"];
export type SetHidden = (hidden: Hidden) => void;

export const mostLayers = 6; // hidden ones
const newLayer = { neurons: 4, activation: "tanh" } as const; // where there is none to be like

const activations = ["linear", "sigmoid", "tanh", "relu", "leakyRelu", "elu", "softplus", "sine"] as const;

/** Above the layers; the boxes come in the order of the layers, to be placed at their columns. */
export function layerCaptions({ spec, layers, features }: Description, set: SetHidden) {
  const words = texts.network;
  const output = layers[layers.length - 1];
  return html`
    <div class="caption-box"><span class="layer-name">${words.features(features.length)}</span></div>
    ${spec.model.hidden.map((layer, i) => hiddenCaption(spec.model.hidden, layer, i, set))}
    <div class="caption-box">
      <span class="layer-name">${words.outputs(output.neurons)}</span><span class="layer-name">${words.activations[output.activation]}</span>
    </div>
  `;
}

function hiddenCaption(hidden: Hidden, { neurons, activation }: Hidden[number], i: number, set: SetHidden) {
  const words = texts.network;
  const layer = i + 2;
  const resize = (by: number) => set(hidden.with(i, { neurons: neurons + by, activation }));
  const choose = (event: Event) =>
    set(hidden.with(i, { neurons, activation: (event.target as HTMLSelectElement).value as HiddenActivation }));
  return html`
    <div class="caption-box">
      <span class="layer-name"><select aria-label=${words.activation(layer)} .value=${live(activation)} @change=${choose}>
        ${activations.map((name) => html`<option value=${name} ?selected=${name === activation}>${words.activations[name]}</option>`)}
      </select></span>
      <span class="stepper">
        <button class="round" aria-label=${words.removeNeuron(layer)} title=${words.removeNeuron(layer)} ?disabled=${neurons <= 1} @click=${() => resize(-1)}>${icons.minus}</button>
        <span class="number" title=${words.neurons(neurons)}>${neurons}</span>
        <button class="round" aria-label=${words.addNeuron(layer)} title=${words.addNeuron(layer)} ?disabled=${neurons >= mostNeurons} @click=${() => resize(1)}>${icons.plus}</button>
      </span>
    </div>
  `;
}

/** Below the layers: × under each hidden one, + between any two; in the order from left to right. */
export function layerButtons({ spec }: Description, set: SetHidden) {
  const { hidden } = spec.model;
  const words = texts.network;
  const add = (i: number) => set(hidden.toSpliced(i, 0, { ...(hidden[i - 1] ?? hidden[i] ?? newLayer) }));
  const addButton = (
    i: number,
  ) => html`<button class="round add" aria-label=${words.addLayer(i + 1)} title=${words.addLayer(i + 1)}
      ?disabled=${hidden.length >= mostLayers} @click=${() => add(i)}>${icons.plus}</button>`;
  const removeButton = (
    i: number,
  ) => html`<button class="round remove" aria-label=${words.removeLayer(i + 2)} title=${words.removeLayer(i + 2)}
      @click=${() => set(hidden.toSpliced(i, 1))}>${icons.close}</button>`;
  return Array.from(
    { length: hidden.length + 1 },
    (_, i) => html`${addButton(i)}${i < hidden.length ? removeButton(i) : nothing}`,
  );
}
