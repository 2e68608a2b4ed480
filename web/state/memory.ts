/** The browser's memory of the last experiment: a convenience. Where storage is refused (private windows, sandboxes)
 *  or full, nothing is remembered, and nothing breaks; an experiment too large for it is said to be. */
import { computed } from "@preact/signals-core";
import type { Outcome } from "../engine/protocol";
import { type KeptInput, present, readKept, writeKept } from "./kept";
import type { Lab } from "./lab";
import { guardedStorage, memoryKey } from "./storage";

const delay = 800; // ms of quiet before it is written
/** Longest text that is remembered, in characters; storage holds about five million. */
const maxLength = 2_000_000;

/** What was remembered, or why it cannot be read; nothing if there is nothing. */
export function recall(): Outcome<KeptInput> | undefined {
  const text = guardedStorage().read(memoryKey);
  return text === undefined ? undefined : readKept(text, "memory");
}

/** Remembers the experiment from now on. @return  call it to stop */
export function remember(lab: Lab): () => void {
  const storage = guardedStorage();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let said = false;
  const write = () => {
    clearTimeout(timer);
    const { table } = lab.description.value.document.spec.data;
    // Of a million points the text alone would take a second to make.
    const text = table && table.values.length > maxLength / 2 ? undefined : writeKept(present(lab));
    const fits = text !== undefined && text.length <= maxLength;
    if (fits) storage.write(memoryKey, text);
    else if (!said) lab.notice.value = { kind: "notRemembered" };
    said = !fits;
  };
  const writeIfHidden = () => {
    if (document.visibilityState === "hidden") write();
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(write, delay);
  };
  // Not at every frame of a training, but when it begins and when it rests.
  const restingStep = computed(() => (lab.frame.value.status === "training" ? -1 : lab.frame.value.step));
  const watches = [lab.description.subscribe(later), lab.view.subscribe(later), restingStep.subscribe(later)];
  document.addEventListener("visibilitychange", writeIfHidden);
  window.addEventListener("pagehide", write);
  return () => {
    for (const stop of watches) stop();
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", writeIfHidden);
    window.removeEventListener("pagehide", write);
  };
}
