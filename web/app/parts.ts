/** Which parts of the bench an element shows: all of it, or those that its attribute `parts` names. */
import { type InstrumentName, instrumentNames } from "../state/view";

export const partNames = [
  "header",
  "experiment",
  "transport",
  "plane",
  "network",
  ...instrumentNames,
  "chapters",
] as const;
export type PartName = (typeof partNames)[number];

export interface Parts {
  /** Nothing was left out: a page of its own, which remembers, reads its link, and listens to keys. */
  whole: boolean;
  has(name: PartName): boolean;
  instruments: readonly InstrumentName[];
}

/** @param attribute  names with spaces between; unknown ones are passed over; none at all: everything */
export function readParts(attribute: string): Parts {
  const named = new Set(
    attribute.split(/\s+/).filter((word): word is PartName => partNames.includes(word as PartName)),
  );
  const whole = named.size === 0;
  const has = (name: PartName) => whole || named.has(name);
  return { whole, has, instruments: instrumentNames.filter(has) };
}
