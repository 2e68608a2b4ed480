/** Timing for noisy machines: contestants take turns in short rounds, so that a busy moment slows all of them; and of the
 *  rounds the median counts. */

/** Milliseconds before the first round: code begins in slow tiers, and is compiled well only while it runs. */
const warmUp = 800;

/**
 * @param {{name: string, rate: (milliseconds: number) => Promise<number>}[]} contestants
 *   rate: works that long, and tells how many units of work it did a second
 * @param {{rounds: number, milliseconds: number}} options  milliseconds: of each contestant in each round
 * @returns {Promise<Map<string, number[]>>}  units a second in each round, by name
 */
export async function race(contestants, { rounds, milliseconds }) {
  const rates = new Map(contestants.map(({ name }) => [name, []]));
  for (const contestant of contestants) await contestant.rate(warmUp);
  for (let round = 0; round < rounds; round++) {
    for (const contestant of contestants) {
      rates.get(contestant.name).push(await contestant.rate(milliseconds));
    }
  }
  return rates;
}

/** Units of work a second. Clocks are coarse in browsers: it runs in blocks that double until the time is filled.
 *  @param {{run: () => void | Promise<void>}} worker  run: one unit of work */
export async function rateOf({ run }, milliseconds) {
  let done = 0;
  let block = 1;
  const start = performance.now();
  for (;;) {
    for (let i = 0; i < block; i++) {
      const result = run();
      if (result) await result;
    }
    done += block;
    const elapsed = performance.now() - start;
    if (elapsed >= milliseconds) return (1000 * done) / elapsed;
    block =
      elapsed < milliseconds / 8 ? block * 2 : Math.max(1, Math.round(done * Math.min(1, milliseconds / elapsed - 1)));
  }
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How much of theirs ours is: the median of the rounds' ratios. @param {number[]} ours  by rounds; so are theirs */
export const medianRatio = (ours, theirs) => median(ours.map((value, round) => value / theirs[round]));
