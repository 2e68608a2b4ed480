import { SignalWatcher } from "@lit-labs/preact-signals";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import "../controls/labChoice";
import { formatShort } from "../controls/numbers";
import { base } from "../controls/styles";
import type { Lab } from "../state/lab";
import * as texts from "../texts";
import { heldValues, planeColumns } from "./planeColumns";

const namedInputs = 4; // more are folded away

/** Which two columns the plane shows, and at what the other inputs are held. */
@customElement("lab-plane-columns")
export class LabPlaneColumns extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    css`
      :host { flex: none; display: flex; flex-wrap: wrap; gap: 0 var(--space-3); align-items: center; font-size: var(--text-s); }
      lab-choice { max-width: 48%; }
      div { flex: 1 1 0; min-width: 120px; color: var(--ink-2); line-height: 1.25; }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;

  override render() {
    const view = this.lab.view.value;
    const [across, up] = this.#shown;
    const options = this.#columns.map((label, index) => ({ value: String(index), label }));
    const pointed = this.lab.pointed.value;
    const rows = [view.held, pointed?.kind === "row" ? pointed.row : "mean"].filter((at) => at !== "mean");
    const places = [
      { value: "mean", label: texts.plane.heldAt.mean },
      ...[...new Set(rows)].map((row) => ({ value: String(row), label: texts.plane.heldAt.row(row as number) })),
    ];
    return html`
      <lab-choice .label=${texts.plane.across} .value=${String(across)} .options=${options}
        @change=${(event: CustomEvent<string>) => this.#choose(Number(event.detail), up)}></lab-choice>
      <lab-choice .label=${texts.plane.up} .value=${String(up)} .options=${options}
        @change=${(event: CustomEvent<string>) => this.#choose(across, Number(event.detail))}></lab-choice>
      <lab-choice .label=${texts.plane.held} .value=${String(view.held)} .options=${places}
        @change=${(event: CustomEvent<string>) => this.lab.show({ held: event.detail === "mean" ? "mean" : Number(event.detail) })}></lab-choice>
      <div>${this.#held()}${this.#idle()}</div>
    `;
  }

  /** What the other inputs are held at; of many it can be unfolded. */
  #held(): TemplateResult | typeof nothing {
    const shown = this.#shown;
    const inputs = this.#inputs;
    const columns = this.#columns;
    const values = heldValues(this.lab.view.value, this.lab.description.value);
    const held = inputs.filter((column) => !shown.includes(column));
    if (held.length === 0) return nothing;
    const numbers = held.map((column) => formatShort(values[column], 3));
    const words = texts.plane.heldValues(
      held.map((column) => columns[column]),
      numbers,
    );
    if (held.length <= namedInputs) return html`<p>${words}</p>`;
    return html`<details><summary>${texts.plane.heldMany(held.length)}</summary>${words}</details>`;
  }

  #idle(): TemplateResult | typeof nothing {
    const shown = this.#shown;
    const inputs = this.#inputs;
    const columns = this.#columns;
    const idle = [...new Set(shown)].filter((column) => !inputs.includes(column));
    return idle.length > 0 ? html`<p>${texts.plane.notAnInput(idle.map((column) => columns[column]))}</p>` : nothing;
  }

  get #shown(): readonly number[] {
    return planeColumns(this.lab.view.value, this.lab.description.value);
  }

  get #inputs(): readonly number[] {
    return this.lab.description.value.spec.data.inputs;
  }

  get #columns(): readonly string[] {
    return this.lab.description.value.table.columns;
  }

  /** The same column twice means that the two change places. */
  #choose(across: number, up: number): void {
    const [before, other] = this.#shown;
    this.lab.show({ planeColumns: across === up ? [other, before] : [across, up] });
  }
}
