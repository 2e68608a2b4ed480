/** Round numbers in a range, and where a number stands among others in order. */

/** Multiples of 1, 2 or 5 times a power of ten, both ends included: about as many as asked for. */
export function ticks(low: number, high: number, count: number): number[] {
  if (!(high > low)) return [low];
  const rough = (high - low) / count;
  const power = Math.floor(Math.log10(rough));
  const lead = rough / 10 ** power;
  const factor = lead >= Math.sqrt(50) ? 10 : lead >= Math.sqrt(10) ? 5 : lead >= Math.SQRT2 ? 2 : 1;
  const parts = 10 ** -power / factor; // of 1, where the step is small: 3 / 10 is 0.3, 3 × 0.1 is not
  const step = factor * 10 ** power;
  const at = (i: number) => (power < 0 ? i / parts : i * step);
  let [first, last] = [low, high].map((value) => Math.round(power < 0 ? value * parts : value / step));
  if (at(first) < low) first++;
  if (at(last) > high) last--;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => at(first + i));
}

/** How many of an ascending list are at most this. */
export function rankOf(list: ArrayLike<number>, value: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
