/** The keys that work everywhere on the page. */
import type { Lab } from "../state/lab";

const typing = "input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select, [contenteditable]";
/** Elements that use arrow keys or the space bar themselves. */
const ownKeys =
  "input, textarea, select, [contenteditable], [role=tab], [role=menuitem], [role=application], [role=grid]";
const pressable = "button, a, summary, label";

/** @return  whether the key meant something */
export function handleKey(event: KeyboardEvent, lab: Lab, help: () => void): boolean {
  const target = event.composedPath()[0];
  const at = (selector: string) => target instanceof Element && target.closest(selector) !== null;
  if (event.defaultPrevented || event.altKey || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey) return !at(typing) && handleUndo(event, lab);
  if (at(event.key === "?" ? typing : ownKeys)) return false;
  const action = actions(lab, help)[event.key];
  if (!action || (event.key === " " && at(pressable)) || (event.repeat && event.key === " ")) return false;
  action();
  return true;
}

function handleUndo(event: KeyboardEvent, lab: Lab): boolean {
  const key = event.key.toLowerCase();
  if (key === "y" || (key === "z" && event.shiftKey)) void lab.redo();
  else if (key === "z") void lab.undo();
  else return false;
  return true;
}

const actions = (lab: Lab, help: () => void): Readonly<Record<string, () => void>> => ({
  " ": () => lab.toggleTraining(),
  ArrowRight: () => lab.step(),
  ArrowLeft: () => lab.back(),
  Home: () => lab.rewind(),
  "?": help,
});
