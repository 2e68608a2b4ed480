/** A mark of the journal in words: "step 300: Learning rate α 0.3 → 0.1". */
import { formatCount, formatShort } from "../controls/numbers";
import * as texts from "../texts";
import type { JournalEntry, JournalMark } from "./costJournal";

const most = 3; // entries that are named

export function journalText(mark: JournalMark): string {
  const named = mark.entries.slice(0, most).flatMap(entryTexts);
  const left = mark.entries.length - most;
  if (left > 0) named.push(texts.cost.journal.more(left));
  return texts.cost.journal.at(formatCount(mark.step), named.join("; "));
}

function entryTexts(entry: JournalEntry): string[] {
  const words = texts.cost.journal;
  if (entry.kind === "set")
    return [words.set(words.field(entry.field), valueText(entry.before), valueText(entry.after))];
  if (entry.kind === "parameter") return [words.parameter(entry.name, formatShort(entry.after))];
  return (["added", "removed", "moved", "retargeted"] as const)
    .filter((what) => entry[what] > 0)
    .map((what) => words[what](entry[what]));
}

function valueText(value: unknown): string {
  const words = texts.cost.journal;
  if (value === null || value === undefined) return words.none;
  if (typeof value === "number") return formatShort(value);
  if (typeof value === "boolean") return value ? words.on : words.off;
  if (typeof value === "string") return words.choice(value);
  return Array.isArray(value) ? value.map(valueText).join(", ") : "…";
}
