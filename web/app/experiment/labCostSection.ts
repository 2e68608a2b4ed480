import { html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import type { CostSpec } from "../../engine/protocol";
import { errorsFor, settingsForError, targetsOf } from "../../state/combinations";
import * as texts from "../../texts";
import { ExperimentSection } from "./experimentSection";

const none = new Map([[0, texts.experiment.none]]);

/** Cost: the error of a pattern, and what large weights cost. */
@customElement("lab-cost-section")
export class LabCostSection extends ExperimentSection {
  override render() {
    const targets = targetsOf(this.description.table);
    const { error } = this.spec.cost;
    return html`
      <h2>${texts.experiment.cost}</h2>
      ${this.choice("cost.error", errorsFor(targets, this.spec.model.output), (chosen) =>
        this.setTogether(settingsForError(chosen as CostSpec["error"], this.spec.model.output, targets)),
      )}
      ${error === "huber" ? this.number("cost.huberDelta") : nothing}
      ${this.number("cost.l2", { words: none })} ${this.number("cost.l1", { words: none })}
    `;
  }
}
