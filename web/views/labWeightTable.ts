import { SignalWatcher } from "@lit-labs/preact-signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import "../controls/labSegments";
import { formatExact, formatNumber, parseNumber } from "../controls/numbers";
import { base } from "../controls/styles";
import type { Lab } from "../state/lab";
import * as texts from "../texts";
import "./labGrid";
import type { Cell, GridEdit } from "./labGrid";
import { pairButtons } from "./pairButtons";
import { parameterName } from "./parameterName";

/** Every weight and bias of one layer at a time, as in the lecture's matrices: rows are destinations, columns are
 *  origins, the bias stands last. */
@customElement("lab-weight-table")
export class LabWeightTable extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    css`
      :host { display: flex; flex-direction: column; gap: var(--space-2); align-items: flex-start; --grid-height: min(420px, 60vh); }
      lab-grid { max-width: 100%; }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;
  @state() private chosen = 2;
  @state() private at = -1; // the parameter whose cell was entered last
  @state() private unread = "";

  override render() {
    const { layers, features } = this.lab.description.value;
    const { parameters } = this.lab.frame.value;
    const layer = Math.min(this.chosen, layers.length + 1);
    const { inputs, neurons, weights, biases } = layers[layer - 2];
    const at = this.at >= weights && this.at < biases + neurons ? this.at : -1;
    const indexOf = (row: number, column: number) => (column < inputs ? weights + row * inputs + column : biases + row);
    const value = (row: number, column: number) => parameters?.[indexOf(row, column)] ?? Number.NaN;
    const origin = (k: number) =>
      layer === 2 ? texts.featureName(features[k]) : texts.network.activationOf(layer - 1, k);
    const columns = Array.from({ length: inputs + 1 }, (_, k) => ({
      name: k < inputs ? origin(k) : texts.network.bias,
      edit: "text" as const,
    }));
    const options = layers.map((_, i) => ({ value: String(i + 2), label: texts.network.layer(i + 2) }));
    const pointed = this.lab.pointed.value;
    return html`
      <lab-segments small .label=${texts.network.allWeights} .value=${String(layer)} .options=${options}
        @change=${(event: CustomEvent<string>) => (this.chosen = Number(event.detail))}></lab-segments>
      <lab-grid .label=${texts.network.tableCaption(layer)} .columns=${columns} .rowCount=${neurons}
        .litRow=${pointed?.kind === "neuron" && pointed.layer === layer ? pointed.neuron : -1}
        .rowName=${(row: number) => texts.network.activationOf(layer, row)}
        .text=${(row: number, column: number) => formatNumber(value(row, column))}
        .exact=${(row: number, column: number) => formatExact(value(row, column))}
        @edit=${(event: CustomEvent<GridEdit>) => this.#edit(indexOf(event.detail.row, event.detail.column), event.detail.text)}
        @point=${({ detail: { row, column } }: CustomEvent<Cell>) => {
          this.at = indexOf(row, column);
          this.lab.pointed.value = { kind: "neuron", layer, neuron: row };
        }}></lab-grid>
      ${at < 0 ? nothing : html`<p>${texts.network.surface} <span class="number">${parameterName(layers, at)}</span> ${pairButtons(this.lab, at, at + (at < biases ? 1 : -1))}</p>`}
      <p class="error" aria-live="polite">${this.unread}</p>
    `;
  }

  #edit(index: number, text: string): void {
    const value = parseNumber(text);
    this.unread =
      value === undefined
        ? texts.controls.notANumber(
            parameterName(this.lab.description.value.layers, index),
            text,
            texts.controls.anySize,
          )
        : "";
    if (value !== undefined) void this.lab.change({ kind: "parameter", index, value });
  }
}
