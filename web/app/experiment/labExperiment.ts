import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { base } from "../../controls/styles";
import type { Lab } from "../../state/lab";
import * as texts from "../../texts";
import { FieldEditor } from "./fieldEditor";
import "../../controls";
import "./labCostSection";
import "./labLearningSection";
import "./labModelSection";
import "./labPointsSection";
import type { LabPointsSection } from "./labPointsSection";

const sections = ["points", "model", "cost", "learning"] as const;

/** The Experiment panel: every control is one field of the spec. */
@customElement("lab-experiment")
export class LabExperiment extends LitElement {
  static override styles = [
    base,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-4); align-content: start; padding: 0 var(--space-3) var(--space-5); }
      nav {
        position: sticky; top: 0; z-index: 2; display: flex; margin: 0 calc(-1 * var(--space-3)); padding: 0 6px;
        background: var(--card); border-bottom: 1px solid var(--line);
      }
      nav button {
        flex: 1 1 auto; min-height: 36px; padding: 0 6px; background: none; border: 0; color: var(--ink-2); font-size: var(--text-s); cursor: pointer;
      }
      nav button:hover { color: var(--ink); }
      nav button:focus-visible { outline-offset: -4px; }
      nav ~ * { scroll-margin-top: 48px; }
      @media (pointer: coarse) { nav button { min-height: var(--touch); } nav ~ * { scroll-margin-top: 56px; } }
      footer { color: var(--ink-2); font-size: var(--text-s); border-top: 1px solid var(--line); padding-top: var(--space-2); }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;
  #editor!: FieldEditor;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("lab")) this.#editor = new FieldEditor(this.lab);
  }

  override render() {
    const { lab } = this;
    const editor = this.#editor;
    return html`
      <nav aria-label=${texts.experiment.parts}>${sections.map(
        (name) => html`<button @click=${() => this.#goTo(name)}>${texts.experiment[name]}</button>`,
      )}</nav>
      <lab-points-section .lab=${lab} .editor=${editor}></lab-points-section>
      <lab-model-section .lab=${lab} .editor=${editor}></lab-model-section>
      <lab-cost-section .lab=${lab} .editor=${editor}></lab-cost-section>
      <lab-learning-section .lab=${lab} .editor=${editor}></lab-learning-section>
      <footer><span aria-hidden="true">↺</span> ${texts.experiment.restartsLegend}</footer>
    `;
  }

  /** A file was dropped on the page. */
  take(file: File): void {
    void this.renderRoot.querySelector<LabPointsSection>("lab-points-section")!.take(file);
  }

  #goTo(name: string): void {
    this.renderRoot.querySelector(`lab-${name}-section`)!.scrollIntoView({ block: "start" });
  }
}
