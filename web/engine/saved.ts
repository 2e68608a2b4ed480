/** The envelope that files and links have around an experiment: {format, version, document, view}. It is read here, where
 *  the page and the headless API can do it alike; what is inside is for the core (document) and the page (view) to check. */
import type { DocumentInput } from "./engine";
import type { Outcome } from "./protocol";

export const savedFormat = "backprop-lab";
export const savedVersion = 1;
/** Lists and groups stand at most so deep in one another; an experiment needs seven. What is much deeper could not even be
 *  handed to the engine: copying it overflows the browser's stack. */
const mostLevels = 12;

/** What the page writes, parsed. */
export interface SavedExperiment {
  format: typeof savedFormat;
  version: number;
  document: DocumentInput;
  view?: unknown; // how it was looked at
}

/** @param field  what an error calls it: "file", "link", "memory"
 *  @param shown  how an error quotes it
 *  @return       of the document only the members that a document has */
export function readSaved(content: unknown, field: string, shown: string): Outcome<Omit<SavedExperiment, "format">> {
  if (!isShallow(content, mostLevels)) {
    return { error: { code: "tooDeep", field, value: "", allowed: String(mostLevels) } };
  }
  const { format, version, document, view } = isObject(content) ? content : {};
  if (format !== savedFormat || !isObject(document) || typeof version !== "number") {
    return { error: { code: "malformed", field, value: shown, allowed: "an experiment saved by Backprop Lab" } };
  }
  if (version > savedVersion) {
    return { error: { code: "newerVersion", field, value: String(version), allowed: String(savedVersion) } };
  }
  const { spec, journal, step } = document;
  const read = { version: document.version, spec, journal, step } as DocumentInput;
  return { value: { version, document: read, view } };
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((member) => isShallow(member, levels - 1));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
