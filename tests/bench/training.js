/** Training speed of all contestants, side by side: in node and in a page alike. */
import { race } from "./measure.js";
import { batches, nameOf, networks, pointCount, spirals } from "./task.js";

/**
 * @param {{name: string, create: Function}[]} contestants
 * @param {{rounds: number, milliseconds: number}} pace
 * @param {(done: string) => void} [tell]  called with each line of the task as it begins
 * @returns {Promise<{network: string, batch: string, rates: Record<string, number>}[]>}  epochs a second
 */
export async function timeTraining(contestants, pace, tell = () => undefined) {
  const points = spirals();
  const rows = [];
  for (const sizes of networks) {
    for (const batch of batches) {
      const row = { network: nameOf(sizes), batch: batch === pointCount ? "full" : `${batch}` };
      tell(`${row.network}, batch ${row.batch}`);
      const running = [];
      for (const { name, create } of contestants) {
        const made = await create(sizes, batch, points);
        if (made) running.push({ name, run: made.epoch, ...made });
      }
      row.rates = Object.fromEntries(await race(running, pace));
      for (const { dispose } of running) dispose?.();
      rows.push(row);
    }
  }
  return rows;
}
