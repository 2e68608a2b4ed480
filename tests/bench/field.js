/** The boundary's picture, 512 × 512 for 2-8-8-1: our field with its colours, against the object network's outputs
 *  alone. */
import { median, medianRatio, race, rateOf } from "./measure.js";
import { single } from "./peers/backpropLab.js";
import * as objectNetwork from "./peers/objectNetwork.js";
import { spirals } from "./task.js";

const size = 512;
const sizes = [2, 8, 8, 1];
const extent = 3.5;

/** The object network's picture takes a second: it is drawn in parts, every 16th row, lest ours wait that long. */
const parts = 16;

/** @returns {Promise<{milliseconds: {ours: number, objects: number}, ratio: number}>}  of one picture; how much faster */
export async function timeField(pace) {
  const points = spirals();
  const lab = await single.create(sizes, points.length, points);
  const network = await objectNetwork.create(sizes, points.length, points);
  const outputs = new Float32Array(size * size);
  const pixels = new Uint32Array(size * size);
  let part = 0;
  const contestants = [
    ["ours", () => colour(lab.picture(size, extent), pixels)],
    ["objects", () => fill(outputs, network, part++ % parts)],
  ].map(([name, run]) => ({ name, rate: (milliseconds) => rateOf({ run }, milliseconds) }));
  const rates = await race(contestants, pace);
  lab.dispose();
  const ours = rates.get("ours");
  const objects = rates.get("objects").map((rate) => rate / parts);
  return {
    milliseconds: { ours: 1000 / median(ours), objects: 1000 / median(objects) },
    ratio: medianRatio(ours, objects),
  };
}

/** A value in [−1, 1], beyond which tanh never is, to one of 256 colours. */
function colour(field, pixels) {
  for (let i = 0; i < field.length; i++) pixels[i] = colours[(field[i] * 127.5 + 127.5) | 0];
}

const colours = Uint32Array.from({ length: 256 }, (_, i) => 0xff000000 | (i << 16) | (128 << 8) | (255 - i));

function fill(outputs, network, firstRow) {
  const x = [0, 0];
  for (let row = firstRow; row < size; row += parts) {
    x[1] = extent - (2 * extent * (row + 0.5)) / size;
    for (let column = 0; column < size; column++) {
      x[0] = (2 * extent * (column + 0.5)) / size - extent;
      outputs[row * size + column] = network.output(x);
    }
  }
}
