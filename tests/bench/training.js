/** Training speed of all contestants, side by side: in node and in a page alike. */
import { median, race } from "./measure.js";
import { batches, nameOf, networks, pointCount } from "./task.js";

/**
 * @param {ReturnType<import("./contestant.js").contestant>[]} contestants  they are ended
 * @param {{rounds: number, milliseconds: number}} pace
 * @param {(done: string) => void} [tell]  called with each line of the task as it begins
 * @returns {Promise<{network: string, batch: string, rates: Record<string, number>, rounds: Record<string, number[]>}[]>}
 *   rates: epochs a second, the median of the rounds
 */
export async function timeTraining(contestants, pace, tell = () => undefined) {
  const rows = [];
  for (const sizes of networks) {
    for (const batch of batches) {
      const row = { network: nameOf(sizes), batch: batch === pointCount ? "full" : `${batch}` };
      tell(`${row.network}, batch ${row.batch}`);
      const running = [];
      for (const each of contestants) if (await each.create(sizes, batch)) running.push(each);
      const rounds = await race(running, pace);
      row.rates = Object.fromEntries([...rounds].map(([name, rates]) => [name, median(rates)]));
      row.rounds = Object.fromEntries(rounds);
      for (const each of running) await each.dispose();
      rows.push(row);
    }
  }
  for (const each of contestants) await each.end();
  return rows;
}
