/** Parts of the page that its first picture does without: each is loaded when it is first used, or when there is time.
 *  Where the page is one file they are unpacked then, all together. */
import type { Lab } from "./lab";

const parts = new Set<() => Promise<unknown>>();

/** Registers a part.
 *  @param load  imports it: `() => import("./labHelp")`
 *  @return      sees to it that it is there, and resolves to it; where it cannot be had, to undefined, and the lab's
 *               notice says so */
export function later<Part>(load: () => Promise<Part>): (lab: Lab) => Promise<Part | undefined> {
  let loading: Promise<Part> | undefined;
  const once = () => {
    loading ??= load().catch((reason) => {
      loading = undefined; // another time it may be had
      throw reason;
    });
    return loading;
  };
  parts.add(once);
  return async (lab) => {
    try {
      return await once();
    } catch {
      lab.notice.value = { kind: "notLoaded" };
      return undefined;
    }
  };
}

/** Loads what is not there yet, one part after the other, so that the page no longer needs its host. */
export async function loadTheRest(): Promise<void> {
  for (const load of parts) await load().catch(() => undefined); // said when it is asked for
}
