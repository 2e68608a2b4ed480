import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { ValueEvent } from "../../controls";
import { icons } from "../../controls/icons";
import { formatShort } from "../../controls/numbers";
import type { LearnerSpec } from "../../engine/protocol";
import { rulesFor, targetsOf } from "../../state/combinations";
import * as texts from "../../texts";
import { ExperimentSection } from "./experimentSection";

/** The parameters that each rule heeds. */
const parametersOf: Readonly<Record<LearnerSpec["rule"], readonly string[]>> = {
  gradientDescent: [],
  momentum: ["learner.momentum"],
  nesterov: ["learner.momentum"],
  adagrad: ["learner.epsilon"],
  rmsprop: ["learner.decay", "learner.epsilon"],
  adam: ["learner.beta1", "learner.beta2", "learner.epsilon"],
  perceptron: [],
  newton: [],
  fisher: ["learner.shrinkage"],
};

const none = new Map([[0, texts.experiment.none]]);
const never = new Map([[null, texts.experiment.never]]);
const noTolerance = new Map([[null, texts.experiment.none]]);
const usualBatch = 10;

/** Learning: rule, rate, batches, and when to stop. */
@customElement("lab-learning-section")
export class LabLearningSection extends ExperimentSection {
  override render() {
    const { rule } = this.spec.learner;
    const rules = rulesFor(this.spec, targetsOf(this.description.table));
    return html`
      <h2>${texts.experiment.learning}</h2>
      ${this.choice("learner.rule", rules)} ${rule === "fisher" ? this.choice("learner.threshold") : this.number("learner.rate")}
      ${parametersOf[rule].map((field) => this.number(field))} ${rule === "perceptron" ? this.#perceptron() : nothing}
      ${rule === "fisher" || rule === "newton" ? nothing : this.#patterns()}
      <h3>${texts.experiment.stopping}</h3>
      ${this.number("stop.cost", { words: never })}
      ${this.description.table.classes ? this.number("stop.accuracy", { words: never }) : nothing}
      ${this.number("stop.epochs", { words: never })}
    `;
  }

  /** What goes on from pattern to pattern. */
  #patterns(): TemplateResult {
    const { rule, batch, shuffle } = this.spec.learner;
    return html`
      ${this.choice("learner.schedule")} ${this.#schedule()} ${this.#batches()} ${batch > 1 ? this.number("learner.batch") : nothing}
      ${this.toggle("learner.shuffle")}
      ${shuffle ? this.seed("learner.seed", texts.experiment.newOrder, icons.dice) : nothing}
      ${rule === "perceptron" ? nothing : this.number("learner.clip", { words: none })}
    `;
  }

  #perceptron(): TemplateResult {
    const { tolerance } = this.spec.learner;
    return html`
      ${this.choice("learner.convention")} ${this.choice("learner.answer")} ${this.number("learner.tolerance", { words: noTolerance })}
      ${tolerance === null ? nothing : this.number("learner.patience")}
    `;
  }

  #schedule(): TemplateResult | typeof nothing {
    const { schedule, scheduleFactor, scheduleEpochs } = this.spec.learner;
    if (schedule === "constant") return nothing;
    const factor = formatShort(scheduleFactor);
    const epochs = formatShort(scheduleEpochs);
    const words = texts.experiment;
    const said = {
      step: words.scheduleStep(factor, epochs),
      exponential: words.scheduleExponential(factor, epochs),
      cosine: words.scheduleCosine(epochs),
    }[schedule];
    return html`
      ${schedule === "cosine" ? nothing : this.number("learner.scheduleFactor")} ${this.number("learner.scheduleEpochs")}
      <p class="hint">${said}</p>
    `;
  }

  /** Pattern by pattern, mini-batch, or all of them: three names for one number. */
  #batches(): TemplateResult {
    const { batch } = this.spec.learner;
    const sizes: Readonly<Record<string, number>> = { single: 1, mini: batch > 1 ? batch : usualBatch, full: 0 };
    const options = Object.keys(sizes).map((value) => ({ value, label: texts.experiment.batches[value as "mini"] }));
    const present = batch === 0 ? "full" : batch === 1 ? "single" : "mini";
    return html`<lab-choice title=${texts.fieldHints["learner.batch"]} .label=${texts.experiment.batch} .value=${present} .options=${options}
      @change=${({ detail }: ValueEvent<string>) => this.editor.set("learner.batch", sizes[detail])}></lab-choice>`;
  }
}
