/** Where a lab begins: at what was remembered, or at the first experiment; then it opens what the page's link holds. A link
 *  that is refused so leaves what was remembered as it was; what was remembered and is refused is set aside. What reads
 *  either is loaded only where there is something. */
import type { Engine } from "../engine/engine";
import type { Outcome } from "../engine/protocol";
import { startEngine } from "../engine/startEngine";
import type { KeptInput } from "./kept";
import { Lab } from "./lab";
import { guardedStorage, memoryKey, unreadKey } from "./storage";

type Found = Outcome<KeptInput> | undefined;

/** @param whole  a page of its own, with a link and a memory; otherwise a part of another page, without
 *  Rejects where the engine, or a file of the page's, cannot be had. */
export async function startLab(whole: boolean): Promise<Lab> {
  const [engine, kept, linked] = await Promise.all([
    startEngine(),
    whole ? recalled() : undefined,
    whole ? takeFragment() : undefined,
  ]);
  const lab = kept?.value ? await startKept(engine, kept.value) : await Lab.start(engine);
  if (kept?.error) lab.notice.value = { kind: "error", error: kept.error };
  if (whole) setAside(lab);
  if (linked) await open(lab, linked);
  return lab;
}

/** What was remembered may break an engine: then the first experiment begins on another. */
async function startKept(engine: Engine, { document, view }: KeptInput): Promise<Lab> {
  try {
    const lab = await Lab.start(engine, document);
    const { fitView } = await import("./savedView");
    lab.show(fitView(view, lab.description.value));
    return lab;
  } catch (reason) {
    engine.dispose();
    const lab = await Lab.start(await startEngine());
    lab.notice.value = {
      kind: "error",
      error: { code: "broken", field: "memory", value: String(reason), allowed: "" },
    };
    return lab;
  }
}

/** Sets aside what was remembered and could not be opened, before it is written over; and says so until it is let go. */
function setAside(lab: Lab): void {
  const { read, write } = guardedStorage();
  const error = lab.notice.value?.kind === "error" ? lab.notice.value.error : undefined;
  const text = read(error ? memoryKey : unreadKey);
  if (text === undefined) return;
  write(unreadKey, text);
  lab.notice.value = { kind: "unread", error, text };
}

/** Opens the page's link, where it is one, in place of the present experiment. */
export async function openLink(lab: Lab): Promise<void> {
  await open(lab, await takeFragment());
}

async function open(lab: Lab, linked: Found): Promise<void> {
  if (linked?.error) lab.notice.value = { kind: "error", error: linked.error };
  else if (linked) await (await import("./kept")).openKept(lab, linked.value);
}

async function recalled(): Promise<Found> {
  if (guardedStorage().read(memoryKey) === undefined) return undefined;
  return (await import("./memory")).recall();
}

/** Reads the page's link and takes it out of the address: what is changed from now on is not in it. */
async function takeFragment(): Promise<Found> {
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
