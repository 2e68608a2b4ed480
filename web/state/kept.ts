/** What files, links and the browser's memory hold: an experiment and how it was looked at, as JSON. What is read
 *  is treated as hostile: here its form, in the core the experiment itself. */
import type { DocumentInput } from "../engine/engine";
import type { ExperimentDocument, LabError, Outcome } from "../engine/protocol";
import { readSaved, savedFormat, savedVersion } from "../engine/saved";
import { writeJson } from "./json";
import type { Lab } from "./lab";
import { fitView, readView } from "./savedView";
import type { View } from "./view";

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
  return writeJson({ format: savedFormat, version: savedVersion, document, view });
}

/** @param field  what an error calls it: "file", "link", "memory" */
export function readKept(text: string, field: string): Outcome<KeptInput> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    // Then it is none.
  }
  const { value, error } = readSaved(content, field, text.trim().slice(0, 40));
  return error ? { error } : { value: { document: value.document, view: readView(value.view) } };
}

/** Opens what was read, in place of the present experiment (which Undo brings back). */
export async function openKept(lab: Lab, { document, view }: KeptInput): Promise<LabError | undefined> {
  const error = await lab.open(document);
  if (!error) lab.show(fitView(view, lab.description.value));
  return error;
}
