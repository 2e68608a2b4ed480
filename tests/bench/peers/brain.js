import brain from "brain.js";
import { pointCount, rate } from "../task.js";

export const name = "brain.js 2.0.0-beta.24";
export const note = "pattern by pattern";

/** It has no batches: timed once, as batch 1, beside the others' mini-batch. */
export function create(sizes, batch, points) {
  if (batch === pointCount) return undefined;
  const network = new brain.NeuralNetwork({
    inputSize: sizes[0],
    hiddenLayers: sizes.slice(1, -1),
    outputSize: 1,
    activation: "tanh",
    learningRate: rate,
  });
  network.trainOpts.momentum = 0; // its options refuse 0
  network.initialize();
  const patterns = points.map(({ x, y }) => ({ input: Float32Array.from(x), output: Float32Array.of(y) }));
  return {
    epoch() {
      for (const pattern of patterns) network.trainPattern(pattern, false);
    },
    output: (x) => network.runInput(Float32Array.from(x))[0],
  };
}
