/** Places in ascending lists, and round numbers. */

/** Multiples of 1, 2 or 5 × 10ᵏ in [low, high], about `count` of them. */
export function roundTicks(low: number, high: number, count: number): number[] {
  if (!(high > low)) return low === high ? [low] : [];
  const step = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(step));
  const share = step / power;
  const factor = share >= Math.sqrt(50) ? 10 : share >= Math.sqrt(10) ? 5 : share >= Math.SQRT2 ? 2 : 1;
  // Below 1 by division: 3 / 10 is 0.3, and 3 × 0.1 is not.
  const parts = power < 1 ? Math.round(1 / power) / factor : 0;
  const value = (n: number) => (parts > 0 ? n / parts : n * power * factor);
  const first = Math.ceil(round(low / value(1)));
  const last = Math.floor(round(high / value(1)));
  if (last < first && count < 2) return roundTicks(low, high, 2 * count);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => value(first + i));
}

/** Without the last bits, by which a quotient may miss a whole number. */
const round = (value: number) => Number(value.toPrecision(12));

/** How many of an ascending list are not above the value. */
export function countUpTo(list: ArrayLike<number>, value: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
