/** The window that the plane and the neurons' maps share. */
import type { Lab } from "../state/lab";
import { planeColumns } from "./planeColumns";
import { SteadyWindow, type Window } from "./planeSpace";

const windows = new WeakMap<Lab, SteadyWindow>();

/** Made anew for other columns and other sets of points, not for points that a hand adds or moves.
 *  @param picture  the size of the plane's picture; only the plane gives it */
export function planeWindow(lab: Lab, picture?: { width: number; height: number }): Window {
  let steady = windows.get(lab);
  if (!steady) {
    steady = new SteadyWindow();
    windows.set(lab, steady);
  }
  const description = lab.description.value;
  const { spec, document, ranges, table } = description;
  const columns = planeColumns(lab.view.value, description);
  const axes = columns.map((column) => `${column} ${table.columns[column]}`).join();
  const byHand = document.journal.some(({ change }) => change.kind !== "set" && change.kind !== "parameter");
  const { source, count, noise, classes, seed } = spec.data;
  const set = source === "table" ? ranges.join() : [source, count, noise, classes, seed].join();
  return steady.around(axes, byHand ? undefined : set, table.targets.length > 0 ? ranges : [], columns, picture);
}
