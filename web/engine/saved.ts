/** The envelope that files and links have around an experiment: {format, version, document, view}. It is read here, where
 *  the page and the headless API can do it alike; what is inside is for the core (document) and the page (view) to check. */
import type { DocumentInput } from "./engine";
import type { Outcome } from "./protocol";

export const savedFormat = "backprop-lab";
export const savedVersion = 1;

/** What the page writes, parsed. */
export interface SavedExperiment {
  format: typeof savedFormat;
  version: number;
  document: DocumentInput;
  view?: unknown; // how it was looked at
}

/** @param field  what an error calls it: "file", "link"
 *  @param shown  how an error quotes it
 *  @return       of the document only the members that a document has */
export function readSaved(content: unknown, field: string, shown: string): Outcome<Omit<SavedExperiment, "format">> {
  if (!isObject(content) || content.format !== savedFormat || !isObject(content.document)) {
    return { error: { code: "malformed", field, value: shown, allowed: "an experiment saved by Backprop Lab" } };
  }
  if (typeof content.version !== "number" || content.version > savedVersion) {
    return { error: { code: "newerVersion", field, value: String(content.version), allowed: String(savedVersion) } };
  }
  const { version, spec, journal, step } = content.document;
  const document = { version, spec, journal, step } as DocumentInput;
  return { value: { version: content.version, document, view: content.view } };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
