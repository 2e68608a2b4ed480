import { SignalWatcher } from "@lit-labs/preact-signals";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { formatCount, formatPercent, formatShort } from "../controls/numbers";
import { base } from "../controls/styles";
import type { StopReason } from "../engine/protocol";
import { begunAnew, targetsOf, withModel } from "../state/combinations";
import type { Lab } from "../state/lab";
import { noLineSeparates } from "../state/pointsVerdict";
import * as texts from "../texts";
import { withScripts } from "../views/formula";
import { parameterName } from "../views/parameterName";
import { stopReasons } from "./stopReasons";

/** λ that holds weights back without moving the line much. */
const gentlePenalty = 0.01;

/** Why a run stopped by itself: a condition that was asked for, or a number that ceased to be finite. And what no step
 *  will change: a perceptron that never ends, weights that grow for ever. All with ways on. */
@customElement("lab-stopped")
export class LabStopped extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    css`
      :host { display: block; }
      .card { padding: var(--space-3) var(--space-4); margin-bottom: var(--space-3); }
      .failed { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 var(--space-5); border-left: 3px solid var(--cost); }
      .done { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-3); align-items: center; justify-content: space-between; }
      .failed .actions { grid-area: 1 / 2 / span 2; }
      h2 { font-size: var(--text-l); font-weight: 600; }
      h3 { margin-top: var(--space-1); font-size: var(--text-s); font-weight: 600; color: var(--ink-2); }
      ul { margin: 2px 0 0; padding-left: 1.1em; list-style: disc; max-width: 92ch; font-size: var(--text-s); }
      .done p { flex: 1 1 300px; max-width: 92ch; }
      .done .actions { flex-direction: row; flex-wrap: wrap; }
      .actions { display: flex; flex-direction: column; gap: 6px; align-self: center; }
      @container (max-width: 699px) {
        .card { margin: var(--space-2) 0; }
        .failed { display: flex; flex-direction: column; gap: var(--space-1); }
        .failed h2, .failed .actions { order: -1; }
        .actions { flex-flow: row wrap; align-self: start; }
      }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;
  #wanting = false;

  override render() {
    return html`<div aria-live="polite">${this.#content()}</div>`;
  }

  #content() {
    const { status, stop, train, step } = this.lab.frame.value;
    const ended = status === "stopped" ? stop : undefined;
    if (ended?.kind === "notFinite") return this.#failed(ended);
    if (train.count > 0 && !Number.isFinite(train.cost)) return this.#overflowed(step);
    return [ended ? this.#done(ended) : nothing, step > 0 ? this.#standing(ended) : nothing];
  }

  /** A step before the run broke off can hold weights that are finite, and a cost that is not. */
  #overflowed(step: number): TemplateResult {
    const words = texts.stopped;
    return html`<div class="card failed">
      <h2>${words.overflowed(formatCount(step))}</h2>
      <p>${words.overflowedWhy(this.lab.description.value.spec.model.precision)}</p>
      ${this.#ways()}
    </div>`;
  }

  #ways(): TemplateResult {
    const words = texts.stopped;
    const { lab } = this;
    return html`<div class="actions">
      <button class="button small" ?disabled=${lab.frame.value.step === 0} @click=${() => lab.back()}>${words.oneBack}</button>
      <button class="button small" @click=${() => lab.rewind()}>${words.rewind}</button>
      <button class="button small" @click=${this.#halve}>${words.halve}</button>
    </div>`;
  }

  #done(stop: StopReason): TemplateResult {
    const { kind, step } = stop;
    const words = texts.stopped;
    const { stop: limits, learner } = this.lab.description.value.spec;
    const { pattern, singular } = this.lab.frame.value;
    const at = formatCount(step);
    const said = {
      cost: () => words.cost(formatShort(limits.cost ?? 0), at),
      accuracy: () => words.accuracy(formatPercent(limits.accuracy ?? 0), at),
      epochs: () => words.epochs(formatCount(limits.epochs ?? 0), at),
      noPatterns: () => words.noPatterns,
      noMistakes: () => words.noMistakes(at),
      tolerance: () => words.tolerance(at, formatCount(learner.patience)),
      cycle: () => words.cycle(at, pattern?.cycle),
      solved: () => (learner.rule === "fisher" ? words.solvedFisher(at) : words.solved(at)),
      separated: () => words.separated(at),
      oneClass: () => words.oneClass,
    }[kind as Exclude<StopReason["kind"], "notFinite">]();
    const ways = kind === "cycle" ? this.#waysOn() : kind === "separated" ? this.#penalty() : nothing;
    return card(
      html`${said} ${kind in limits ? words.goOn : nothing} ${singular ? withScripts(words.singular) : nothing}`,
      ways,
    );
  }

  /** What no step will change, while it trains and after. */
  #standing(ended: StopReason | undefined): TemplateResult | typeof nothing {
    const { learner } = this.lab.description.value.spec;
    const { unbounded } = this.lab.frame.value;
    const words = texts.stopped;
    if (learner.rule === "perceptron") {
      if (ended?.kind === "cycle" || !noLineSeparates(this.lab)) return nothing;
      const ends = learner.tolerance !== null ? words.someMistakes : words.neverEnds;
      return card(`${ends} ${learner.answer === "pocket" ? words.pocketKeeps : ""}`, this.#waysOn());
    }
    return unbounded && learner.rule !== "fisher" && ended?.kind !== "separated"
      ? card(words.runsAway, this.#penalty())
      : nothing;
  }

  #waysOn(): TemplateResult {
    const { lab } = this;
    const kept = lab.description.value.spec.learner.answer === "pocket";
    return html`${kept ? nothing : way(texts.stopped.keepBest, () => lab.set("learner.answer", "pocket"))}
      ${way(texts.stopped.addLayer, () => this.#addLayer())}`;
  }

  #penalty(): TemplateResult {
    return way(texts.stopped.penalty(gentlePenalty), () => this.lab.set("cost.l2", gentlePenalty));
  }

  #failed(stop: StopReason): TemplateResult {
    const words = texts.stopped;
    const { description, frame } = this.lab;
    const quantity =
      stop.parameter === undefined
        ? words.quantities[stop.quantity ?? "cost"]
        : parameterName(description.value.layers, stop.parameter);
    return html`<div class="card failed">
      <h2>${words.heading(quantity, formatCount(stop.step))}</h2>
      <div><h3>${words.why}</h3><ul>${stopReasons(description.value, frame.value.rate).map((reason) => html`<li>${reason}</li>`)}</ul></div>
      ${this.#ways()}
    </div>`;
  }

  /** The same points, to a model that can: one layer more. */
  #addLayer(): void {
    const description = this.lab.description.value;
    const { planeColumns, held } = this.lab.view.value;
    const spec = withModel(begunAnew(description), "network", targetsOf(description.table));
    const model = { ...spec.model, hidden: spec.model.hidden.slice(0, 1) };
    void this.lab.open({ spec: { ...spec, model } }, { planeColumns, held });
  }

  /** The period of a cycle is in a pattern's numbers. */
  protected override updated(): void {
    const { status, stop } = this.lab.frame.value;
    const cycles = status === "stopped" && stop?.kind === "cycle";
    if (cycles !== this.#wanting) this.lab.want(this, cycles ? { pattern: true } : undefined);
    this.#wanting = cycles;
  }

  async #halve(): Promise<void> {
    const { rate } = this.lab.description.value.spec.learner;
    await this.lab.seek(0);
    await this.lab.set("learner.rate", rate / 2);
  }
}

const card = (said: unknown, ways: unknown) =>
  html`<div class="card done"><p>${said}</p><div class="actions">${ways}</div></div>`;

const way = (label: string, pressed: () => unknown) =>
  html`<button class="button small" @click=${pressed}>${label}</button>`;
