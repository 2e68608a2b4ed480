import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import "@tensorflow/tfjs-layers"; // brings the gradients of the operations
import { generator, rate } from "../task.js";

/** TensorFlow.js's own operations (its layers API adds to their cost), in one of its backends. */
export function tfjs(backend) {
  return {
    name: `tfjs 4.22.0, ${backend}`,
    async create(sizes, batch, points) {
      if (!(await tf.setBackend(backend))) throw new Error(`tfjs has no backend ${backend}`); // else it keeps another
      const uniform = generator(7);
      const random = (rows, columns) =>
        tf.variable(
          tf.tensor2d(
            Float32Array.from({ length: rows * columns }, () => uniform() - 0.5),
            [rows, columns],
          ),
        );
      const layers = sizes.slice(1).map((size, i) => ({ weights: random(sizes[i], size), biases: random(1, size) }));
      const forward = (x) =>
        layers.reduce((a, { weights, biases }) => tf.tanh(tf.add(tf.matMul(a, weights), biases)), x);
      const parts = [];
      for (let i = 0; i < points.length; i += batch) {
        const part = points.slice(i, i + batch);
        parts.push({ x: tf.tensor2d(part.map(({ x }) => x)), y: tf.tensor2d(part.map(({ y }) => [y])) });
      }
      const descent = tf.train.sgd(rate);
      return {
        epoch() {
          for (const { x, y } of parts) {
            descent.minimize(() => tf.tidy(() => tf.mul(0.5, tf.mean(tf.square(tf.sub(forward(x), y))))));
          }
        },
        output: (x) => tf.tidy(() => forward(tf.tensor2d([x])).dataSync()[0]),
        dispose() {
          for (const part of parts) tf.dispose(part);
          for (const layer of layers) tf.dispose(layer);
        },
      };
    },
  };
}
