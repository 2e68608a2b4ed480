import { ObjectNetwork } from "../objectNetwork.js";
import { generator, rate } from "../task.js";

export const name = "objects (playground's manner)";

/** What can be fed to the network, each to be switched on or off while it trains. */
const features = {
  x1: { on: true, of: (x) => x[0] },
  x2: { on: true, of: (x) => x[1] },
  x1Squared: { on: false, of: (x) => x[0] * x[0] },
  x2Squared: { on: false, of: (x) => x[1] * x[1] },
  x1x2: { on: false, of: (x) => x[0] * x[1] },
  sinX1: { on: false, of: (x) => Math.sin(x[0]) },
  sinX2: { on: false, of: (x) => Math.sin(x[1]) },
};

function inputsOf(x) {
  const inputs = [];
  for (const name in features) if (features[name].on) inputs.push(features[name].of(x));
  return inputs;
}

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
