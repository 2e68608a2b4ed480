/** What a choice takes along is set with it, and said. */
import type { ModelSpec } from "../engine/protocol";
import { type Setting, settingsForHidden } from "../state/combinations";
import type { Lab } from "../state/lab";
import * as texts from "../texts";

export async function setHidden(lab: Lab, hidden: ModelSpec["hidden"]): Promise<void> {
  const settings = settingsForHidden(hidden, lab.description.value.spec);
  if (!(await lab.setAll(settings))) sayChanged(lab, settings.slice(0, -1));
}

export function sayChanged(lab: Lab, also: readonly Setting[]): void {
  if (also.length === 0) return;
  const words = also.map(([field, value]) =>
    texts.experiment.changed(texts.fields[field], texts.choices[String(value)] ?? String(value)),
  );
  lab.notice.value = { kind: "text", text: texts.experiment.changedToo(words) };
}
