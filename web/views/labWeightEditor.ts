import { SignalWatcher } from "@lit-labs/preact-signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { ValueEvent } from "../controls";
import { icons } from "../controls/icons";
import { formatNumber } from "../controls/numbers";
import { base } from "../controls/styles";
import { Drags } from "../state/drags";
import type { Lab } from "../state/lab";
import * as texts from "../texts";
import "./labWeight";
import { pairButtons } from "./pairButtons";
import { parameterName } from "./parameterName";

/** What the editor is about: a neuron's incoming weights and its bias, or one link of it. */
export interface EditorTarget {
  layer: number; // 2 … 𝕃
  neuron: number; // from 0
  parameter?: number; // that link alone
}

interface Row {
  index: number;
  name: string;
  origin: string;
}

/** Weights to read, type, drag and step, their gradients beside them, and which two span the surface of the Descent.
 *  @fires close   @fires widen  all weights of the neuron are wanted */
@customElement("lab-weight-editor")
export class LabWeightEditor extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    css`
      :host { display: flex; flex-direction: column; max-height: inherit; background: var(--card); border: 1px solid var(--line-strong); border-radius: var(--radius); box-shadow: 0 6px 24px rgb(0 0 0 / 16%); }
      header { display: flex; align-items: center; gap: var(--space-2); padding: var(--space-1) var(--space-1) var(--space-1) var(--space-3); border-bottom: 1px solid var(--line); }
      header h3 { flex: 1; font-size: var(--text-s); font-weight: 600; }
      .rows { overflow-y: auto; padding: var(--space-1) var(--space-3) var(--space-2); }
      table { border-collapse: collapse; width: 100%; }
      th { font-weight: 400; font-size: var(--text-xs); color: var(--ink-2); text-align: left; padding: 2px 4px; }
      th.right, td.right { text-align: right; }
      td { padding: 1px 4px; }
      td:first-child, th:first-child { padding-left: 0; } td:last-child, th:last-child { padding-right: 0; }
      .name { font-family: var(--serif); font-size: var(--text-l); white-space: nowrap; }
      .origin { color: var(--ink-2); font-size: var(--text-xs); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; max-width: 9ch; }
      .gradient { color: var(--cost); text-align: right; min-width: 8ch; }
      tr.lit .name { background: var(--point); color: #1c1f23; border-radius: 3px; }
      .pair { white-space: nowrap; }
      .pair .button { min-height: 24px; min-width: 24px; padding: 0; border-radius: var(--radius-s); font-size: var(--text-s); }
      @media (max-width: 440px) { .origin { display: none; } .rows { padding-inline: var(--space-2); } td, th { padding-inline: 2px; } }
      .whole { margin: var(--space-1) 0 0; }
      @media (pointer: coarse) { .pair .button { min-height: var(--touch); min-width: 36px; } }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;
  @property({ attribute: false }) target!: EditorTarget;

  readonly #drags = new Drags<number, number>(
    async (index, value, merge) => !(await this.lab.change({ kind: "parameter", index, value }, merge)),
  );

  get #rows(): Row[] {
    const { layers, features } = this.lab.description.value;
    const { layer, neuron, parameter } = this.target;
    if (!(neuron < (layers[layer - 2]?.neurons ?? 0))) return []; // the layer has just been removed
    const { weights, biases, inputs } = layers[layer - 2];
    const from = (k: number) =>
      layer === 2 ? texts.featureName(features[k]) : texts.network.activationOf(layer - 1, k);
    const all = Array.from({ length: inputs }, (_, k) => ({
      index: weights + neuron * inputs + k,
      name: parameterName(layers, weights + neuron * inputs + k),
      origin: texts.network.from(from(k)),
    }));
    all.push({ index: biases + neuron, name: parameterName(layers, biases + neuron), origin: texts.network.bias });
    return parameter === undefined ? all : all.filter(({ index }) => index === parameter);
  }

  override render() {
    const { layer, neuron, parameter } = this.target;
    const words = texts.network;
    return html`
      <header>
        <h3>${words.editor(words.neuron(layer, neuron))}</h3>
        <button class="button quiet icon small" aria-label=${words.close} @click=${() => this.dispatchEvent(new Event("close"))}>${icons.close}</button>
      </header>
      <div class="rows">
        <table>
          <thead><tr>
            <th>${words.parameter}</th><td class="origin"></td><th class="right">${words.value}</th>
            <th class="right"><span title=${words.gradientLong}>${words.gradient}</span></th><th>${words.surface}</th>
          </tr></thead>
          <tbody>${repeat(
            this.#rows,
            ({ index }) => index,
            (row) => this.#row(row),
          )}</tbody>
        </table>
        ${parameter === undefined ? nothing : html`<button class="button small whole" @click=${() => this.dispatchEvent(new Event("widen"))}>${words.whole}</button>`}
      </div>
    `;
  }

  #row({ index, name, origin }: Row) {
    const { parameters, gradient } = this.lab.frame.value;
    const pointed = this.lab.pointed.value;
    const lit = pointed?.kind === "parameter" && pointed.index === index;
    return html`
      <tr class=${lit ? "lit" : ""} @pointerenter=${() => this.#point(index)} @focusin=${() => this.#point(index)}>
        <td class="name">${name}</td><td class="origin">${origin}</td>
        <td><lab-weight .name=${name} .value=${parameters?.[index] ?? 0} @change=${(event: ValueEvent<number>) => this.#change(index, event)}></lab-weight></td>
        <td class="number gradient">${gradient ? formatNumber(gradient[index]) : ""}</td>
        <td class="pair">${pairButtons(this.lab, index, this.#spare(index))}</td>
      </tr>
    `;
  }

  #spare(index: number): number {
    const { parameterCount } = this.lab.description.value;
    return this.#rows.find((row) => row.index !== index)?.index ?? (index + 1) % parameterCount;
  }

  #change(index: number, event: ValueEvent<number>): void {
    void this.#drags.push(index, event.detail, event.merge);
  }

  #point(index: number): void {
    this.lab.pointed.value = { kind: "parameter", index };
  }
}
