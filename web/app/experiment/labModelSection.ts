import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { ValueEvent } from "../../controls";
import { icons } from "../../controls/icons";
import type { HiddenActivation, ModelSpec, OutputActivation } from "../../engine/protocol";
import {
  begunAnew,
  type ModelName,
  modelNameOf,
  modelNames,
  outputsFor,
  settingsForHidden,
  settingsForOutput,
  targetsOf,
  withModel,
} from "../../state/combinations";
import * as texts from "../../texts";
import { ExperimentSection } from "./experimentSection";

type Hidden = ModelSpec["hidden"];
const madeFeatures = ["x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)"];

/** Model: features, layers, output, first weights. */
@customElement("lab-model-section")
export class LabModelSection extends ExperimentSection {
  static override styles = [
    ...ExperimentSection.styles,
    css`
      .models { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--space-1); }
      .sizes { flex: 1; text-align: right; font-size: var(--text-l); overflow: hidden; text-overflow: ellipsis; }
      .layer { display: flex; align-items: center; gap: var(--space-2); }
      .layer lab-number { flex: 1; min-width: 0; }
      .layer lab-choice { flex: none; max-width: 96px; }
      .layer .button { flex: none; }
    `,
  ];

  override render() {
    const { model, cost } = this.spec;
    return html`
      <h2>${texts.experiment.model}</h2>
      ${this.#presets()}
      <h3 id="features">${texts.experiment.features}</h3>
      <div class="chips" role="group" aria-labelledby="features">${this.#features().map((feature) => this.#featureButton(feature))}</div>
      ${this.error("model.features")} ${this.#layers()}
      ${
        model.output === "step"
          ? nothing
          : this.choice("model.output", outputsFor(targetsOf(this.description.table)), (output) =>
              this.setTogether(settingsForOutput(output as OutputActivation, cost.error)),
            )
      }
      ${this.choice("model.initialization")}
      ${model.initialization === "zeros" ? nothing : this.seed("model.seed", texts.experiment.newWeights, icons.dice)}
      ${this.choice("model.precision")}
    `;
  }

  /** Names of models: each sets model, cost and learner, and leaves the points. */
  #presets(): TemplateResult | typeof nothing {
    const targets = targetsOf(this.description.table);
    if (targets.kind === "numbers") return nothing;
    const present = modelNameOf(this.spec);
    return html`<div class="models" role="group" aria-label=${texts.experiment.model}>
      ${modelNames.map(
        (
          name,
        ) => html`<button class="button small" aria-pressed=${name === present ? "true" : "false"} title=${texts.experiment.modelHints[name]}
        @click=${() => this.#take(name)}>${texts.experiment.models[name]}</button>`,
      )}</div>
      <p class="hint">${texts.experiment.modelHints[present]}</p>`;
  }

  #take(name: ModelName): void {
    const { planeColumns, held } = this.lab.view.value;
    const spec = withModel(begunAnew(this.description), name, targetsOf(this.description.table));
    void this.lab.open({ spec }, { planeColumns, held });
  }

  /** All that could be: each input, and what is made of the first two. */
  #features(): string[] {
    const { inputs } = this.spec.data;
    const made = madeFeatures.filter((feature) => inputs.length > 1 || !feature.includes("x2"));
    return [...inputs.map((_, input) => `x${input + 1}`), ...made];
  }

  #featureButton(feature: string): TemplateResult {
    const used = this.spec.model.features.includes(feature);
    return html`<button class="button small" aria-pressed=${used ? "true" : "false"} title=${this.#columnOf(feature)} @click=${() => this.inTurn(() => this.#switchFeature(feature))}>
      ${texts.featureName(feature)}</button>`;
  }

  /** Which column an input is: "x₁ = petal length". */
  #columnOf(feature: string): string | typeof nothing {
    const input = /^x(\d+)$/.exec(feature)?.[1];
    if (!input) return nothing;
    const column = this.description.table.columns[this.spec.data.inputs[Number(input) - 1]];
    return texts.experiment.inputIs(texts.featureName(feature), column);
  }

  async #switchFeature(feature: string): Promise<void> {
    const used = new Set(this.spec.model.features);
    if (used.has(feature)) used.delete(feature);
    else used.add(feature);
    if (used.size === 0) this.lab.notice.value = { kind: "text", text: texts.experiment.lastFeature };
    else
      await this.editor.set(
        "model.features",
        this.#features().filter((name) => used.has(name)),
      );
  }

  #layers(): TemplateResult {
    const { hidden } = this.spec.model;
    const { features, layers } = this.description;
    const sizes = [features.length, ...layers.map((layer) => layer.neurons)].join(" – ");
    return html`
      <div class="row"><h3>${texts.experiment.layers}</h3><span class="sizes number">${sizes}</span></div>
      ${hidden.map((layer, i) => this.#layer(layer, i))} ${this.error("model.hidden")}
      ${
        hidden.length < (this.info("model.hidden")?.high ?? 6)
          ? html`<button class="button small" @click=${() => this.inTurn(() => this.#addLayer())}>
            ${icons.plus}${texts.experiment.addLayer}</button>`
          : nothing
      }
    `;
  }

  #layer({ neurons, activation }: Hidden[number], i: number): TemplateResult {
    const words = texts.experiment;
    const number = i + 2; // layer 1: the features
    const activations = (this.info("model.hidden")?.choices ?? [activation]).map((value) => ({
      value,
      label: texts.choices[value] ?? value,
    }));
    return html`<div class="layer">
      <lab-number .label=${words.layer(number)} .value=${neurons} .low=${1} .high=${16} .integer=${true} .characters=${4} .allowed=${words.neurons}
        @change=${({ detail, merge }: ValueEvent<number>) => this.#setLayer(i, { neurons: detail, activation }, merge)}></lab-number>
      <lab-choice compact .label=${words.activation(number)} .value=${activation} .options=${activations}
        @change=${({ detail }: ValueEvent<string>) => this.#setLayer(i, { neurons, activation: detail as HiddenActivation })}></lab-choice>
      <button class="button quiet icon small" aria-label=${words.removeLayer(number)} title=${words.removeLayer(number)}
        @click=${() => this.#setHidden(this.spec.model.hidden.filter((_, other) => other !== i))}>${icons.close}</button>
    </div>`;
  }

  #addLayer(): Promise<void> {
    const { hidden } = this.spec.model;
    return this.#setHidden([...hidden, newLayer(hidden)]);
  }

  #setLayer(i: number, layer: Hidden[number], merge = false): void {
    void this.#setHidden(
      this.spec.model.hidden.map((other, j) => (j === i ? layer : other)),
      merge,
    );
  }

  #setHidden(hidden: Hidden, merge = false): Promise<void> {
    const settings = settingsForHidden(hidden, this.spec);
    return settings.length > 1 ? this.setTogether(settings) : this.editor.set("model.hidden", hidden, merge);
  }
}

/** Like the last one there is. */
function newLayer(hidden: Hidden): Hidden[number] {
  return hidden.at(-1) ?? { neurons: 4, activation: "tanh" };
}
