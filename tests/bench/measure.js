/** Timing for noisy machines: contestants take turns in short rounds, and the median of the rounds counts. */

/** Milliseconds before the first round: code begins in slow tiers, and is compiled well only while it runs. */
const warmUp = 800;

/**
 * @param {{name: string, run: () => void | Promise<void>, prepare?: () => unknown}[]} contestants
 *   run: one unit of work; prepare: called before each round of it, untimed
 * @param {{rounds: number, milliseconds: number}} options  milliseconds: of each contestant in each round
 * @returns {Promise<Map<string, number>>}  median units a second, by name
 */
export async function race(contestants, { rounds, milliseconds }) {
  const rates = new Map(contestants.map(({ name }) => [name, []]));
  for (const contestant of contestants) await unitsPerSecond(contestant, warmUp);
  for (let round = 0; round < rounds; round++) {
    for (const contestant of contestants) {
      rates.get(contestant.name).push(await unitsPerSecond(contestant, milliseconds));
    }
  }
  return new Map([...rates].map(([name, values]) => [name, median(values)]));
}

/** Clocks are coarse in browsers: it runs in blocks that double until the time is filled. */
async function unitsPerSecond({ run, prepare }, milliseconds) {
  await prepare?.();
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
