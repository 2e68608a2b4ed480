import synaptic from "synaptic";
import { pointCount, rate } from "../task.js";

export const name = "synaptic 1.1.4";
export const note = "pattern by pattern";

/** It has no batches: timed once, as batch 1, beside the others' mini-batch. */
export function create(sizes, batch, points) {
  if (batch === pointCount) return undefined;
  const { Architect, Neuron } = synaptic;
  const network = new Architect.Perceptron(...sizes);
  for (const { neuron } of network.neurons()) neuron.squash = Neuron.squash.TANH;
  return {
    epoch() {
      for (const { x, y } of points) {
        network.activate(x);
        network.propagate(rate, [y]);
      }
    },
    output: (x) => network.activate(x)[0],
  };
}
