/** Names of the parameters in the lecture's notation: w³₂₁ is the weight to neuron 2 of layer 3 from neuron 1 of layer 2. */
import type { LayerInfo } from "../engine/protocol";

/** Where a parameter sits. Layers are counted as in the lecture, neurons from 0. */
export interface ParameterPlace {
  layer: number; // 2 … 𝕃
  to: number;
  from?: number; // absent: a bias
}

/** @returns undefined where θ has no such index */
export function parameterPlace(layers: readonly LayerInfo[], index: number): ParameterPlace | undefined {
  for (const [i, { inputs, neurons, weights, biases }] of layers.entries()) {
    if (index >= weights && index < weights + inputs * neurons) {
      const offset = index - weights;
      return { layer: i + 2, to: Math.floor(offset / inputs), from: offset % inputs };
    }
    if (index >= biases && index < biases + neurons) return { layer: i + 2, to: index - biases };
  }
  return undefined;
}

/** "w³₂₁", "b³₂"; two-digit indices are told apart by a comma: "w³₁₂,₁". */
export function parameterName(layers: readonly LayerInfo[], index: number): string {
  const place = parameterPlace(layers, index);
  if (!place) return `θ${digits(index, "₀")}`;
  const layer = digits(place.layer, "⁰");
  const to = digits(place.to + 1, "₀");
  if (place.from === undefined) return `b${layer}${to}`;
  const comma = place.to >= 9 || place.from >= 9 ? "," : "";
  return `w${layer}${to}${comma}${digits(place.from + 1, "₀")}`;
}

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const lowered = "₀₁₂₃₄₅₆₇₈₉";

function digits(value: number, zero: "⁰" | "₀"): string {
  return [...String(value)].map((digit) => (zero === "⁰" ? raised : lowered)[Number(digit)]).join("");
}
