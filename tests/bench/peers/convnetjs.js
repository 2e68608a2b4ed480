import convnetjs from "convnetjs";
import { rate } from "../task.js";

export const name = "convnetjs 0.3.0";
export const note = "linear output";

/** Its regression layer brings a linear output: one tanh an epoch and pattern less than the others. */
export function create(sizes, batch, points) {
  const hidden = sizes.slice(1, -1).map((size) => ({ type: "fc", num_neurons: size, activation: "tanh" }));
  const network = new convnetjs.Net();
  network.makeLayers([
    { type: "input", out_sx: 1, out_sy: 1, out_depth: sizes[0] },
    ...hidden,
    { type: "regression", num_neurons: 1 },
  ]);
  const trainer = new convnetjs.SGDTrainer(network, {
    method: "sgd",
    learning_rate: rate,
    momentum: 0,
    batch_size: batch,
    l1_decay: 0,
    l2_decay: 0,
  });
  const patterns = points.map(({ x, y }) => ({ x: new convnetjs.Vol(x), y: [y] }));
  const input = new convnetjs.Vol([0, 0]);
  return {
    epoch() {
      for (const { x, y } of patterns) trainer.train(x, y);
    },
    output([x1, x2]) {
      input.w[0] = x1;
      input.w[1] = x2;
      return network.forward(input).w[0];
    },
  };
}

/** Its trainer reads the clock four times for each pattern, to report how long it took: a fifth of its time, and more where
 *  clocks are slow. Without that it shows what arithmetic costs in JavaScript. This stops Date for good in the worker,
 *  where nothing else needs it. */
export const withoutClock = {
  name: `${name}, its clock stopped`,
  note,
  create(...task) {
    globalThis.Date = class {
      getTime() {
        return 0;
      }
    };
    return create(...task);
  },
};
