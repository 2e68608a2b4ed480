import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Lab } from "../../state/lab";
import { texts } from "../../texts";
import { base } from "../styles";
import { FieldEditor } from "./fieldEditor";
import "../controls";
import "./labCostSection";
import "./labLearningSection";
import "./labModelSection";
import "./labPointsSection";

/** The Experiment panel: every control is one field of the spec. */
@customElement("lab-experiment")
export class LabExperiment extends LitElement {
  static override styles = [
    base,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-5); align-content: start; padding: var(--space-4) var(--space-3) var(--space-5); }
      footer { color: var(--ink-2); font-size: var(--text-s); border-top: 1px solid var(--line); padding-top: var(--space-2); }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;
  private editor!: FieldEditor;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("lab")) this.editor = new FieldEditor(this.lab);
  }

  override render() {
    const { lab, editor } = this;
    return html`
      <lab-points-section .lab=${lab} .editor=${editor}></lab-points-section>
      <lab-model-section .lab=${lab} .editor=${editor}></lab-model-section>
      <lab-cost-section .lab=${lab} .editor=${editor}></lab-cost-section>
      <lab-learning-section .lab=${lab} .editor=${editor}></lab-learning-section>
      <footer><span aria-hidden="true">↺</span> ${texts.experiment.restartsLegend}</footer>
    `;
  }
}
