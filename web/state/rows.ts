/** Where a row of the table is after points came or went: rows are places, and know no names. */
import type { Description } from "../engine/protocol";

type Points = Description["table"];

/** The place of a row that has the same numbers, no farther away than as many rows as came or went; nothing if it is
 *  gone. As many rows as before are the same rows, though their numbers may be others. */
export function rowAfter(row: number, before: Points, after: Points): number | undefined {
  const more = after.targets.length - before.targets.length;
  if (more === 0) return row;
  const width = before.columns.length;
  const same = (other: number) =>
    after.targets[other] === before.targets[row] &&
    before.columns.every((_, i) => after.values[other * width + i] === before.values[row * width + i]);
  const step = Math.sign(more);
  for (let other = row; other !== row + more + step; other += step) if (same(other)) return other;
  return undefined;
}
