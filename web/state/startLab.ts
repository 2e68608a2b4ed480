/** Where a lab begins: at what the page's link holds, at what was remembered, or at the first experiment. What reads the
 *  former two is loaded only where there is something to read. */
import type { Outcome } from "../engine/protocol";
import { startEngine } from "../engine/startEngine";
import type { KeptInput } from "./kept";
import { Lab } from "./lab";
import { guardedStorage, memoryKey } from "./storage";

/** @param whole  a page of its own, with a link and a memory; otherwise a part of another page, without
 *  Rejects where the engine, or a file of the page's, cannot be had. */
export async function startLab(whole: boolean): Promise<Lab> {
  const [engine, found] = await Promise.all([startEngine(), whole ? find() : undefined]);
  const lab = await Lab.start(engine, found?.value?.document);
  if (found?.value) {
    const { fitView } = await import("./savedView");
    lab.show(fitView(found.value.view, lab.description.value));
  }
  if (found?.error) lab.notice.value = { kind: "error", error: found.error };
  return lab;
}

/** Opens the page's link, where it is one, in place of the present experiment. */
export async function openLink(lab: Lab): Promise<void> {
  const linked = await takeFragment();
  if (linked?.error) lab.notice.value = { kind: "error", error: linked.error };
  else if (linked) await (await import("./kept")).openKept(lab, linked.value);
}

async function find(): Promise<Outcome<KeptInput> | undefined> {
  const linked = await takeFragment();
  if (linked || guardedStorage().read(memoryKey) === undefined) return linked;
  const { recall } = await import("./memory");
  const value = recall();
  return value && { value };
}

/** Reads the page's link and takes it out of the address: what is changed from now on is not in it. */
async function takeFragment(): Promise<Outcome<KeptInput> | undefined> {
  if (!location.hash) return undefined;
  const { readFragment } = await import("./links");
  const kept = await readFragment(location.hash);
  if (kept) {
    try {
      history.replaceState(null, "", location.pathname + location.search);
    } catch {
      // A page without an origin may not; its address stays as it is.
    }
  }
  return kept;
}
