import { SignalWatcher } from "@lit-labs/preact-signals";
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import "../app/controls/labChoice";
import { formatShort } from "../app/numbers";
import { base } from "../app/styles";
import type { Lab } from "../state/lab";
import * as texts from "../texts";
import { heldValues, planeColumns } from "./planeColumns";

const namedInputs = 4; // more are only counted

/** Which two columns the plane shows, and at what the other inputs are held. */
@customElement("lab-plane-columns")
export class LabPlaneColumns extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    css`
      :host { flex: none; display: flex; flex-wrap: wrap; gap: 0 var(--space-3); align-items: center; font-size: var(--text-s); }
      lab-choice { max-width: 48%; }
      p { flex: 1 1 0; min-width: 120px; color: var(--ink-2); line-height: 1.25; }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;

  override render() {
    const description = this.lab.description.value;
    const names = description.table.columns;
    const view = this.lab.view.value;
    const [across, up] = planeColumns(view, description);
    const options = names.map((label, index) => ({ value: String(index), label }));
    const pointed = this.lab.pointed.value;
    const rows = [view.held, pointed?.kind === "row" ? pointed.row : "mean"].filter((at) => at !== "mean");
    const places = [
      { value: "mean", label: texts.plane.heldAt.mean },
      ...[...new Set(rows)].map((row) => ({ value: String(row), label: texts.plane.heldAt.row(row as number) })),
    ];
    return html`
      <lab-choice .label=${texts.plane.across} .value=${String(across)} .options=${options}
        @change=${(event: CustomEvent<string>) => this.choose(Number(event.detail), up)}></lab-choice>
      <lab-choice .label=${texts.plane.up} .value=${String(up)} .options=${options}
        @change=${(event: CustomEvent<string>) => this.choose(across, Number(event.detail))}></lab-choice>
      <lab-choice .label=${texts.plane.held} .value=${String(view.held)} .options=${places}
        @change=${(event: CustomEvent<string>) => this.lab.show({ held: event.detail === "mean" ? "mean" : Number(event.detail) })}></lab-choice>
      <p>${this.sentences()}</p>
    `;
  }

  private sentences(): string {
    const description = this.lab.description.value;
    const view = this.lab.view.value;
    const shown = planeColumns(view, description);
    const values = heldValues(view, description);
    const name = (column: number) => description.table.columns[column];
    const { inputs } = description.spec.data;
    const held = inputs.filter((column) => !shown.includes(column));
    const idle = [...new Set(shown)].filter((column) => !inputs.includes(column));
    const sentences: string[] = [];
    const numbers = held.map((column) => formatShort(values[column], 3));
    if (held.length > namedInputs) sentences.push(texts.plane.heldMany(held.length));
    else if (held.length > 0) sentences.push(texts.plane.heldValues(held.map(name), numbers));
    if (idle.length > 0) sentences.push(texts.plane.notAnInput(idle.map(name)));
    return sentences.join(". ");
  }

  /** The same column twice means that the two change places. */
  private choose(across: number, up: number): void {
    const [before, other] = planeColumns(this.lab.view.value, this.lab.description.value);
    this.lab.show({ planeColumns: across === up ? [other, before] : [across, up] });
  }
}
