/** The One pattern instrument: the perceptron's next update with every number of it, in digits and in pictures. */
import { SignalWatcher } from "@lit-labs/preact-signals";
import { css, html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { formatAtLeast, formatCount, formatExact, formatNumber } from "../controls/numbers";
import { base } from "../controls/styles";
import type { Pattern } from "../engine/protocol";
import type { Lab } from "../state/lab";
import { separabilityOf } from "../state/pointsVerdict";
import * as texts from "../texts";
import { withScripts } from "./formula";
import { instrument } from "./instrumentStyles";
import { OnScreen } from "./onScreen";
import { parameterName } from "./parameterName";
import { arrowsPicture, drawable, lineOf, linesPicture, side } from "./patternPicture";

const mostSteps = 10_000; // to the next mistake

@customElement("lab-pattern")
export class LabPattern extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    instrument,
    css`
      .pattern { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--space-2) var(--space-4); align-items: start; }
      .controls, .verdict { grid-column: 1 / -1; }
      .words, .sums { display: flex; flex-wrap: wrap; gap: 6px var(--space-4); align-content: start; min-width: 0; }
      .words .note { flex: 1 0 100%; }
      .sums { flex: 1 1 340px; }
      .sum { display: flex; gap: 6px; align-items: baseline; }
      .terms { display: flex; flex-wrap: wrap; gap: 2px 6px; }
      .formula { flex: none; font: italic var(--text-l) var(--serif); color: var(--ink-2); }
      .number { font: var(--text-l) var(--serif); font-variant-numeric: tabular-nums lining-nums; }
      .mark { background: var(--point); color: #1c1f23; border-radius: 3px; padding: 0 3px; }
      .scroll { max-width: 100%; overflow-x: auto; }
      table { width: auto; }
      .pictures { display: flex; gap: var(--space-3); }
      figure { width: 164px; }
      .line { stroke: var(--ink); stroke-width: 1.6; }
      .line.then { stroke: var(--cost); stroke-dasharray: 6 4; }
      .lit { fill: none; stroke: var(--point); stroke-width: 3; }
      .lit.under { stroke: var(--ink); stroke-width: 5; }
      .axis { stroke: var(--line-strong); stroke-width: 1; }
      .tick { font: 15px var(--serif); fill: var(--ink-2); text-anchor: middle; }
      .name { font: italic 17px var(--serif); fill: var(--ink); }
      .arrow line { stroke-width: 2; }
      .arrow.now { stroke: var(--ink); fill: var(--ink); }
      .arrow.added { stroke: var(--cost); fill: var(--cost); }
      .arrow.then { stroke: var(--ink-2); fill: var(--ink-2); }
      .arrow.then line { stroke-dasharray: 5 4; }
      @container (max-width: 779px) {
        .pattern { grid-template-columns: minmax(0, 1fr); }
        .pictures { flex-wrap: wrap; }
        figure { width: min(220px, 100%); flex: 1 1 140px; max-width: 260px; }
      }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;

  #wanting = false;
  readonly #screen = new OnScreen(this, () => this.lab.want(this, undefined));

  override render() {
    const { spec } = this.lab.description.value;
    const { pattern, parameters } = this.lab.frame.value;
    const words = texts.pattern;
    if (spec.learner.rule !== "perceptron") return html`<div class="watched"><p class="note">${words.none}</p></div>`;
    const shown =
      pattern && parameters ? this.#pattern(pattern, parameters) : html`<p class="note">${words.noPoints}</p>`;
    return html`<div class="watched">${shown}</div>`;
  }

  #pattern(pattern: Pattern, theta: Float64Array): TemplateResult {
    const words = texts.pattern;
    const { table } = this.lab.description.value;
    const output = Math.max(0, pattern.mistakenOutput); // the one that is wrong, if one is
    const name = table.classes?.[table.targets[pattern.row]] ?? "";
    return html`<div class="pattern">
      <div class="controls">
        <button class="button small" @click=${() => this.lab.run(() => this.lab.engine.step("update", 1))}>${words.step}</button>
        <button class="button small" @click=${this.#toMistake}>${words.toMistake}</button>
        <span class="note">${words.mistakes} <span class="number">${formatCount(pattern.mistakes)}</span>,
          ${words.epochMistakes} <span class="number">${formatCount(pattern.epochMistakes)}</span>${this.#bound(pattern)}</span>
      </div>
      <p class="verdict"><b>${words.next(pattern.row, name, signed(pattern.y[output]))}</b> ${this.#verdict(pattern, output)}</p>
      <div class="words">
        ${pattern.patterns > 1 ? html`<p class="note">${words.batch(pattern.patterns)}</p>` : nothing}
        ${pattern.y.length > 1 ? html`<p class="note">${words.output(table.classes?.[output] ?? "")}</p>` : nothing}
        ${this.#sums(pattern, theta, output)} ${this.#weights(pattern, theta, output)}
      </div>
      ${this.#pictures(pattern, theta, output)}
    </div>`;
  }

  /** What the mistakes are bounded by, or why they are not. */
  #bound({ noBound }: Pattern): string {
    const separability = separabilityOf(this.lab);
    const words = texts.pattern;
    if (!separability) return "";
    if (!separability.separable) return words.neverEnds;
    if (noBound) return words.noBound(words.hindrances[noBound]);
    // γ has ten digits: a bound that is whole must not fall short of itself.
    return words.bound(formatCount(Math.floor(separability.bound * (1 + 1e-9))));
  }

  /** z with all its addends, φ(z), and what is added. */
  #sums(pattern: Pattern, theta: Float64Array, output: number): TemplateResult {
    const words = texts.pattern;
    const { convention } = this.lab.description.value.spec.learner;
    const inputs = pattern.x.length;
    const outputs = pattern.y.length;
    const term = (weight: number, x: number, i: number) =>
      html`<span class="term number">${i > 0 ? "+ " : ""}(${formatNumber(weight)})·(${formatNumber(x)})</span>`;
    return html`<div class="sums">
      <div class="sum"><span class="formula">${withScripts(words.score)}</span><span class="terms">
        ${[...pattern.x].map((x, k) => term(theta[output * inputs + k], x, k))}
        <span class="term number">+ (${formatNumber(theta[outputs * inputs + output])})</span>
        <span class="term number">≈ <b class="mark">${formatNumber(pattern.z[output])}</b></span></span></div>
      <div class="sum"><span class="formula">${words.decision}</span><span class="number">= ${signed(pattern.outputs[output])}</span></div>
      <div class="sum"><span class="formula">${words.difference[convention]}</span><span class="number">= ${signed(pattern.factor[output])}${pattern.mistaken ? `,  η = ${formatExact(this.lab.frame.value.rate)}` : nothing}</span></div></div>`;
  }

  #weights(pattern: Pattern, theta: Float64Array, output: number): TemplateResult {
    const words = texts.pattern;
    const { layers, spec } = this.lab.description.value;
    const inputs = pattern.x.length;
    const indices = [...pattern.x.keys()].map((k) => output * inputs + k);
    indices.push(pattern.y.length * inputs + output);
    const cells = (numbers: ArrayLike<number>, plus = false) =>
      indices.map((index) => html`<td>${formatNumber(numbers[index], { signed: plus })}</td>`);
    return html`<div class="scroll"><table aria-label=${words.caption}>
      <thead><tr><td></td>${indices.map((index) => html`<th scope="col">${parameterName(layers, index)}</th>`)}</tr></thead>
      <tbody>
        <tr><th scope="row">${words.now}</th>${cells(theta)}</tr>
        <tr><th scope="row">${words.added[spec.learner.convention]}</th>${cells(pattern.change, true)}</tr>
        <tr><th scope="row">${words.afterwards}</th>${cells(pattern.after)}</tr>
      </tbody></table></div>`;
  }

  #verdict(pattern: Pattern, output: number): string {
    const words = texts.pattern;
    const after = formatNumber(pattern.zAfter[output]);
    if (!pattern.mistaken) return words.right;
    if (!pattern.stillWrong) return words.mended(after);
    return words.stillWrong(after, formatAtLeast(pattern.sufficientRate ?? Number.NaN));
  }

  #pictures(pattern: Pattern, theta: Float64Array, output: number): TemplateResult {
    const words = texts.pattern;
    const { description } = this.lab;
    if (!drawable(description.value)) return html`<p class="note">${words.noPicture}</p>`;
    const outputs = pattern.y.length;
    const [before, after] = [lineOf(theta, outputs, output), lineOf(pattern.after, outputs, output)];
    const names = [0, 1].map((k) => parameterName(description.value.layers, 2 * output + k)) as [string, string];
    const figure = (content: unknown, caption: string) => html`<figure>
      <svg viewBox="0 0 ${side} ${side}" role="img" aria-label=${caption}>${content}</svg><figcaption>${caption}</figcaption></figure>`;
    return html`<div class="pictures">
      ${figure(svg`${linesPicture(description.value, pattern, before, after)}`, words.line)}
      ${figure(svg`${arrowsPicture(before, after, names)}`, words.arrows)}
    </div>`;
  }

  /** Passes over what is right, until a pattern is wrong or the run ends. */
  async #toMistake(): Promise<void> {
    const { lab } = this;
    await lab.run(async () => {
      for (let i = 0; i < mostSteps; i++) {
        await lab.engine.step("update", 1);
        const { pattern, stop } = await lab.engine.frame({ pattern: true });
        if (stop || !pattern || pattern.mistaken) return;
      }
    });
  }

  protected override updated(): void {
    this.#screen.measure(this.renderRoot.querySelector(".watched")!);
    const wanted = this.#screen.visible && this.lab.description.value.spec.learner.rule === "perceptron";
    if (this.#wanting === wanted) return;
    this.#wanting = wanted;
    this.lab.want(this, wanted ? { pattern: true, parameters: true } : undefined);
  }
}

const signed = (value: number) => formatNumber(value, { digits: 0, signed: true });
