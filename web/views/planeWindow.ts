/** The window that the plane and the neurons' maps share. */
import type { Lab } from "../state/lab";
import { planeColumns } from "./planeColumns";
import { SteadyWindow, type Window } from "./planeSpace";

const windows = new WeakMap<Lab, SteadyWindow>();

/** Made anew for other columns and other sets of points, not for points that a hand adds or moves. */
export function planeWindow(lab: Lab): Window {
  let steady = windows.get(lab);
  if (!steady) {
    steady = new SteadyWindow();
    windows.set(lab, steady);
  }
  const description = lab.description.value;
  const { spec, document, ranges, table } = description;
  const columns = planeColumns(lab.view.value, description);
  const { source, count, noise, classes, seed } = spec.data;
  const byHand = document.journal.some(({ change }) => change.kind !== "set" && change.kind !== "parameter");
  const set = byHand || source === "table" ? "" : [source, count, noise, classes, seed].join();
  const about = [columns, columns.map((column) => table.columns[column]), set].join("|");
  return steady.around(about, table.targets.length > 0 ? ranges : [], columns);
}
