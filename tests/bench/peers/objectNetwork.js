import { ObjectNetwork } from "../objectNetwork.js";
import { generator, rate } from "../task.js";

export const name = "objects (playground's manner)";

/** The features that are switched on, as functions of a point. */
const features = [(x) => x[0], (x) => x[1]];
const inputsOf = (x) => features.map((feature) => feature(x));

export function create(sizes, batch, points) {
  const network = new ObjectNetwork(sizes, generator(7));
  return {
    epoch() {
      points.forEach((point, i) => {
        network.forward(inputsOf(point.x));
        network.backward(point.y);
        if ((i + 1) % batch === 0) network.update(rate);
      });
    },
    output: (x) => network.forward(inputsOf(x)),
  };
}
