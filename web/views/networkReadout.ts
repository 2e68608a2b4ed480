/** What is pointed at in the network's picture, in words and numbers. */
import { formatExact, formatNumber, formatShort } from "../controls/numbers";
import type { Description, Frame } from "../engine/protocol";
import type { Pointed } from "../state/view";
import * as texts from "../texts";
import type { MapRange } from "./networkMaps";
import { outputClass } from "./outputClass";
import { parameterName, parameterPlace } from "./parameterName";

export interface NetworkReadout {
  name: string;
  value: string;
  exact: string; // all digits
  gradient: string;
  words: string;
}

/** @param ranges  what the colours of each layer's maps run between, layer 1 first */
export function networkReadout(
  pointed: Pointed | undefined,
  description: Description,
  { parameters, gradient }: Frame,
  ranges: readonly MapRange[],
): NetworkReadout | undefined {
  const { layers, features, parameterCount, table } = description;
  const neuronName = (layer: number, neuron: number) =>
    layer === 1 ? texts.network.feature(texts.featureName(features[neuron])) : texts.network.neuron(layer, neuron);
  const numbers = (index: number) => ({
    name: parameterName(layers, index),
    value: parameters ? formatNumber(parameters[index]) : "",
    exact: parameters ? formatExact(parameters[index]) : "",
    gradient: gradient ? `∂J/∂${parameterName(layers, index)} ${formatNumber(gradient[index])}` : "",
  });
  if (pointed?.kind === "parameter" && pointed.index < parameterCount) {
    const place = parameterPlace(layers, pointed.index);
    if (!place) return undefined;
    const to = neuronName(place.layer, place.to);
    const words =
      place.from === undefined
        ? texts.network.biasOf(to)
        : texts.network.toFrom(to, neuronName(place.layer - 1, place.from));
    return { ...numbers(pointed.index), words };
  }
  if (pointed?.kind !== "neuron" || !(pointed.neuron < neuronsOf(layers, features.length, pointed.layer)))
    return undefined;
  const { layer, neuron } = pointed;
  const range = ranges[layer - 1];
  const own = outputClass(description, layer, neuron);
  const parts = [
    neuronName(layer, neuron),
    own === undefined ? "" : texts.network.forClass(table.classes![own]),
    layer > 1 ? texts.network.activations[layers[layer - 2].activation] : "",
    range ? texts.network.colours(formatShort(range.low, 3), formatShort(range.high, 3)) : "",
  ];
  const words = parts.filter((part) => part).join(" · ");
  return layer > 1
    ? { ...numbers(layers[layer - 2].biases + neuron), words }
    : { name: "", value: "", exact: "", gradient: "", words };
}

function neuronsOf(layers: Description["layers"], features: number, layer: number): number {
  return layer === 1 ? features : (layers[layer - 2]?.neurons ?? 0);
}
