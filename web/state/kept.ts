/** What files, links and the browser's memory hold: an experiment and how it was looked at, as JSON. What is read
 *  is treated as hostile: here its form, in the core the experiment itself. */
import type { DocumentInput } from "../engine/engine";
import type { Description, ExperimentDocument, LabError, Outcome } from "../engine/protocol";
import { writeJson } from "./json";
import type { Lab } from "./lab";
import { fitView, readView } from "./savedView";
import type { View } from "./view";

export const keptFormat = "backprop-lab";
export const keptVersion = 1;
/** Lists and groups stand at most so deep in one another; an experiment needs seven. What is much deeper could not even be
 *  handed to the engine: copying it overflows the browser's stack. */
const mostLevels = 12;

export interface Kept {
  document: ExperimentDocument;
  view: View;
}

/** As it came: the document unchecked (the core will), of the view what could be read. */
export interface KeptInput {
  document: DocumentInput;
  view: Partial<View>;
}

/** What there is to keep now, with the cursor where it stands (a replay under way: where it goes). */
export function present(lab: Lab): Kept {
  const { step, replaying } = lab.frame.value;
  return { document: { ...lab.description.value.document, step: replaying ?? step }, view: lab.view.value };
}

export function writeKept({ document, view }: Kept): string {
  return writeJson({ format: keptFormat, version: keptVersion, document, view });
}

/** @param field  what an error calls it: "file", "link" */
export function readKept(text: string, field: string): Outcome<KeptInput> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { error: malformed(field, text) };
  }
  if (!isShallow(content, mostLevels)) {
    return { error: { code: "tooDeep", field, value: "", allowed: String(mostLevels) } };
  }
  const { format, version, document, view } = isObject(content) ? content : {};
  if (format !== keptFormat || !isObject(document) || typeof version !== "number") {
    return { error: malformed(field, text) };
  }
  if (version > keptVersion) {
    return { error: { code: "newerVersion", field, value: String(version), allowed: String(keptVersion) } };
  }
  const { spec, journal, step } = document;
  const read = { version: document.version, spec, journal, step } as DocumentInput;
  return { value: { document: read, view: readView(view) } };
}

/** Opens what was read, in place of the present experiment (which Undo brings back). */
export async function openKept(lab: Lab, { document, view }: KeptInput): Promise<LabError | undefined> {
  const error = await lab.open(document);
  if (!error) lab.show(fitView(view, lab.description.value as Description));
  return error;
}

function malformed(field: string, text: string): LabError {
  const value = text.trim().slice(0, 40);
  return { code: "malformed", field, value, allowed: "an experiment saved by Backprop Lab" };
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((member) => isShallow(member, levels - 1));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
