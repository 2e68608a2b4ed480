/** The journal's lines as marks on the axis: where something was changed, and from what to what. */
import type { Change, ExperimentDocument, LayerInfo } from "../engine/protocol";
import { type CostCurve, epochAt } from "./costCurve";
import { parameterName } from "./parameterName";

/** One thing that changed at a step. Several pieces of one gesture are one: the value before the first, after the last. */
export type JournalEntry =
  | { kind: "set"; field: string; before: unknown; after: unknown }
  | { kind: "parameter"; name: string; after: number }
  | { kind: "points"; added: number; removed: number; moved: number; retargeted: number };

export interface JournalMark {
  step: number;
  epoch: number;
  entries: JournalEntry[];
}

/** One mark for each step that has lines, ordered by step. */
export function journalMarks(
  document: ExperimentDocument,
  layers: readonly LayerInfo[],
  curve: CostCurve,
): JournalMark[] {
  const marks: JournalMark[] = [];
  const values = new Map<string, unknown>();
  for (const { step, change } of document.journal) {
    let mark = marks.at(-1);
    if (mark?.step !== step) {
      mark = { step, epoch: epochAt(curve, step), entries: [] };
      marks.push(mark);
    }
    if (change.kind === "set") {
      const { field, value } = change;
      const before = values.has(field) ? values.get(field) : fieldOf(document.spec, field);
      values.set(field, value);
      const same = mark.entries.find((entry) => entry.kind === "set" && entry.field === field);
      if (same?.kind === "set") same.after = value;
      else mark.entries.push({ kind: "set", field, before, after: value });
    } else if (change.kind === "parameter") {
      const name = parameterName(layers, change.index);
      const same = mark.entries.find((entry) => entry.kind === "parameter" && entry.name === name);
      if (same?.kind === "parameter") same.after = change.value;
      else mark.entries.push({ kind: "parameter", name, after: change.value });
    } else {
      countPoints(mark, change);
    }
  }
  return marks;
}

function countPoints(mark: JournalMark, change: Exclude<Change, { kind: "set" } | { kind: "parameter" }>): void {
  let points = mark.entries.find((entry) => entry.kind === "points");
  if (!points) {
    points = { kind: "points", added: 0, removed: 0, moved: 0, retargeted: 0 };
    mark.entries.push(points);
  }
  if (change.kind === "addPoints") points.added += change.targets.length;
  else if (change.kind === "removePoints") points.removed += change.rows.length;
  else if (change.kind === "movePoints") points.moved += change.rows.length;
  else points.retargeted += change.rows.length;
}

/** The value of a spec at a path such as "learner.rate"; own properties alone. */
function fieldOf(spec: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (part, key) =>
        typeof part === "object" && part !== null && Object.hasOwn(part, key)
          ? (part as Record<string, unknown>)[key]
          : undefined,
      spec,
    );
}
