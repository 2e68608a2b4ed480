/** The boundary's picture, 512 × 512 for 2-8-8-1: our field with its colours, against the object network's outputs
 *  alone. */
import { race, rateOf } from "./measure.js";
import { spirals } from "./task.js";

const size = 512;
const sizes = [2, 8, 8, 1];
const extent = 3.5;

/**
 * @param {{name: string, create: Function}} lab  ours: what it creates has picture(size, extent): Float32Array
 * @param {{name: string, create: Function}} objects  what it creates has output(x)
 * @returns {Promise<Record<string, number>>}  milliseconds for one picture, by name
 */
export async function timeField(lab, objects, pace) {
  const points = spirals();
  const ours = await lab.create(sizes, points.length, points);
  const theirs = await objects.create(sizes, points.length, points);
  const outputs = new Float32Array(size * size);
  const pixels = new Uint32Array(size * size);
  const contestants = [
    [lab.name, () => colour(ours.picture(size, extent), pixels)],
    [objects.name, () => fill(outputs, theirs)],
  ].map(([name, run]) => ({ name, rate: (milliseconds) => rateOf({ run }, milliseconds) }));
  const rates = await race(contestants, pace);
  ours.dispose?.();
  return Object.fromEntries([...rates].map(([name, rate]) => [name, 1000 / rate]));
}

/** A value in [−1, 1], beyond which tanh never is, to one of 256 colours. */
function colour(field, pixels) {
  for (let i = 0; i < field.length; i++) pixels[i] = colours[(field[i] * 127.5 + 127.5) | 0];
}

const colours = Uint32Array.from({ length: 256 }, (_, i) => 0xff000000 | (i << 16) | (128 << 8) | (255 - i));

function fill(outputs, network) {
  const x = [0, 0];
  for (let row = 0; row < size; row++) {
    x[1] = extent - (2 * extent * (row + 0.5)) / size;
    for (let column = 0; column < size; column++) {
      x[0] = (2 * extent * (column + 0.5)) / size - extent;
      outputs[row * size + column] = network.output(x);
    }
  }
}
