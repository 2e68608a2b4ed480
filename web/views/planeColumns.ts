/** Which two columns the plane shows, and what the others are held at. */
import type { Description } from "../engine/protocol";
import type { View } from "../state/view";

/** Those of the view, as far as the table has them; of a table with one column, that one twice. */
export function planeColumns(view: View, { table }: Description): [across: number, up: number] {
  const last = Math.max(0, table.columns.length - 1);
  const [across, up] = view.planeColumns.map((column) => Math.min(Math.max(0, column), last));
  return across === up && last > 0 ? [across, across === 0 ? 1 : 0] : [across, up];
}

/** A value for each column: its mean over the training rows, or a chosen row's. */
export function heldValues(view: View, { table, means }: Description): Float64Array {
  const { columns, targets, values } = table;
  if (view.held === "mean" || view.held >= targets.length) return means.slice();
  return Float64Array.from(values.subarray(view.held * columns.length, (view.held + 1) * columns.length));
}
