/** The browser's memory of the last experiment: a convenience. Where storage is refused (private windows, sandboxes)
 *  or full, nothing is remembered, and nothing breaks. */
import { computed } from "@preact/signals-core";
import { type KeptInput, present, readKept, writeKept } from "./kept";
import type { Lab } from "./lab";
import { guardedStorage, memoryKey } from "./storage";

const delay = 800; // ms of quiet before it is written
/** Longest text that is remembered, in characters; storage holds about five million. */
const maxLength = 2_000_000;

/** What was remembered; nothing if there is nothing, or nothing that can be read. */
export function recall(): KeptInput | undefined {
  const text = guardedStorage().read(memoryKey);
  return text === undefined ? undefined : readKept(text, "memory").value;
}

/** Remembers the experiment from now on. @return  call it to stop */
export function remember(lab: Lab): () => void {
  const storage = guardedStorage();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    const { table } = lab.description.value.document.spec.data;
    // Of a million points the text alone would take a second to make.
    const text = table && table.values.length > maxLength / 2 ? undefined : writeKept(present(lab));
    storage.write(memoryKey, text && text.length <= maxLength ? text : undefined);
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
