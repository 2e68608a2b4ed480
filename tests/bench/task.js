/** The one task that every peer is timed on: two spirals, 200 training points, tanh in every layer,
 *  squared error ½(a − y)², plain gradient descent. An epoch is one pass over all points. */

export const pointCount = 200;
export const rate = 0.03;

/** Sizes of the layers, from the two inputs to the one output. */
export const networks = [
  [2, 4, 2, 1],
  [2, 8, 8, 1],
  [2, 32, 32, 1],
];

/** Patterns to an update; the last is the full batch. */
export const batches = [10, pointCount];

export const nameOf = (sizes) => sizes.join("-");

/** Two spirals of 100 points each, alternating, with a little noise. @returns {{x: number[], y: number}[]} y is ±1 */
export function spirals() {
  const uniform = generator(1);
  return Array.from({ length: pointCount }, (_, i) => {
    const arm = i % 2;
    const t = Math.floor(i / 2) / (pointCount / 2);
    const angle = 1.75 * t * 2 * Math.PI + arm * Math.PI;
    const noise = () => (uniform() - 0.5) * 0.2;
    return { x: [3 * t * Math.sin(angle) + noise(), 3 * t * Math.cos(angle) + noise()], y: 2 * arm - 1 };
  });
}

/** Uniform numbers in [0, 1), the same at each call with the same seed (mulberry32). */
export function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
