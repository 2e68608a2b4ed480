import { SignalWatcher } from "@lit-labs/preact-signals";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { ValueEvent } from "../controls";
import { icons } from "../controls/icons";
import { formatCount, formatNumber, formatShort } from "../controls/numbers";
import { base } from "../controls/styles";
import type { Frame, Speed } from "../engine/protocol";
import type { Lab } from "../state/lab";
import * as texts from "../texts";
import { speedIndex, speeds } from "./speeds";
import "../controls/labChoice";

/** Training: rewind, back, train, step, speed; and the few numbers that matter now. */
@customElement("lab-transport")
export class LabTransport extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    css`
      :host { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2) var(--space-4); position: relative; }
      .buttons { display: flex; align-items: center; gap: 6px; }
      .train { min-width: 96px; }
      .speed { display: grid; color: var(--ink-2); font-size: var(--text-xs); line-height: 1.2; }
      .speed input { width: 104px; height: 22px; margin: 0; accent-color: var(--ink); cursor: pointer; touch-action: pan-y; }
      .speed output { white-space: nowrap; text-align: center; }
      dl { display: flex; gap: var(--space-3); margin-left: auto; }
      dl > div { min-width: 5ch; }
      dt { color: var(--ink-2); font-size: var(--text-xs); line-height: 1.2; white-space: nowrap; }
      dd { font-size: var(--text-l); font-weight: 600; line-height: 1.25; font-kerning: none; }
      dd.step-number { min-width: 6ch; } dd.cost { min-width: var(--cost-room); } dd.rate { min-width: 5ch; }
      .replay { position: absolute; left: 0; right: 0; bottom: -9px; height: 3px; background: var(--line); border-radius: 2px; overflow: hidden; }
      .replay::before { content: ""; display: block; height: 100%; width: var(--share, 0%); background: var(--ink); }
      @media (pointer: coarse) { .speed input { height: 30px; } }
      @container (max-width: 1000px) { .words { display: none; } .buttons .button { padding: 0 var(--space-2); } }
      @container (max-width: 800px) {
        :host { column-gap: var(--space-2); }
        .speed input { width: 72px; }
        dl { gap: 6px; }
        dd.step-number { min-width: 5ch; }
        dd.rate { min-width: 3.5ch; }
      }
      @container (max-width: 479px) {
        :host { gap: var(--space-1) var(--space-2); }
        .train { flex: 1; }
        .buttons { flex: 1 0 100%; }
        .rate-item, .step-item { display: none; }
        .speed input { width: 92px; }
        dl > div { min-width: 4ch; }
        dd.step-number { min-width: 5ch; }
      }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;
  #widestCost = 0; // of this run, in characters

  override render() {
    const frame = this.lab.frame.value;
    return html`${this.#buttons(frame)}${this.#speed()}${this.#readout(frame)}${this.#replay(frame)}`;
  }

  protected override updated(): void {
    const { step, replaying } = this.lab.frame.value;
    this.#keepCostRoom(step);
    const bar = this.renderRoot.querySelector<HTMLElement>(".replay");
    if (bar && replaying) bar.style.setProperty("--share", `${(100 * step) / replaying}%`);
  }

  /** Huge costs come and go in length from frame to frame: the room that the longest took is kept to the end of the run,
   *  so that nothing moves beside them. */
  #keepCostRoom(step: number): void {
    const lengths = [...this.renderRoot.querySelectorAll(".cost")].map((cost) => cost.textContent!.length);
    this.#widestCost = Math.max(step > 0 ? this.#widestCost : 0, ...lengths);
    this.style.setProperty("--cost-room", `${this.#widestCost}ch`);
  }

  #buttons(frame: Frame): TemplateResult {
    const words = texts.transport;
    const { lab } = this;
    const training = frame.status === "training";
    const units = Object.entries(words.units).map(([value, label]) => ({ value, label }));
    return html`<div class="buttons" role="group" aria-label=${words.label}>
      <button class="button" title=${words.rewindTitle} aria-label=${words.rewind} ?disabled=${frame.step === 0 && !training}
        @click=${() => lab.rewind()}>${icons.rewind}<span class="words">${words.rewind}</span></button>
      <button class="button" title=${words.backTitle} aria-label=${words.back} ?disabled=${frame.step === 0}
        @click=${() => lab.back()}>${icons.back}<span class="words">${words.back}</span></button>
      <button class="button primary train" title=${words.trainTitle} @click=${() => lab.toggleTraining()}>
        ${training ? [icons.pause, words.pause] : [icons.train, words.train]}</button>
      <button class="button" title=${words.stepTitle} aria-label=${words.step} @click=${() => lab.step()}>
        <span class="words">${words.step}</span>${icons.step}</button>
      <lab-choice compact .label=${words.stepUnit} .value=${this.lab.view.value.stepUnit} .options=${units}
        @change=${(event: ValueEvent<string>) => lab.show({ stepUnit: event.detail as "update" | "epoch" })}></lab-choice>
    </div>`;
  }

  #speed(): TemplateResult {
    const { speed } = this.lab.view.value;
    const words = texts.transport.speedOf(speed);
    return html`<label class="speed">
      <input type="range" min="0" max=${speeds.length - 1} step="1" .value=${String(speedIndex(speed))}
        aria-label=${texts.transport.speed} aria-valuetext=${words} title=${texts.transport.speed} @input=${this.#setSpeed} />
      <output>${words}</output></label>`;
  }

  #setSpeed(event: Event): void {
    const speed: Speed = speeds[(event.target as HTMLInputElement).valueAsNumber];
    this.lab.show({ speed });
  }

  #readout({ epoch, step, train, test, rate }: Frame): TemplateResult {
    const words = texts.transport;
    const classes = train.right !== undefined;
    const count = formatCount(train.count);
    return html`<dl>
      <div><dt>${words.epoch}</dt><dd class="number step-number">${formatCount(Math.floor(epoch))}</dd></div>
      <div class="step-item"><dt>${words.stepNumber}</dt><dd class="number step-number">${formatCount(step)}</dd></div>
      <div title=${Number.isFinite(train.cost) ? words.costTitle : words.notFinite}><dt>${words.cost}</dt><dd class="number cost">${formatNumber(train.cost)}</dd></div>
      ${
        test
          ? html`<div class="test-item" title=${words.testCostTitle}><dt>${words.testCost}</dt><dd class="number cost">${formatNumber(test.cost)}</dd></div>`
          : nothing
      }
      ${classes ? html`<div title=${words.rightTitle}><dt>${words.right}</dt><dd class="number">${this.#rightOf(train.right!, count)}</dd></div>` : nothing}
      <div class="rate-item" title=${words.rateTitle}><dt>${words.rate}</dt><dd class="number rate">${formatShort(rate, 3)}</dd></div>
    </dl>`;
  }

  /** The count of right ones takes the room of the largest count. */
  #rightOf(right: number, count: string): string {
    return texts.transport.rightOf(formatCount(right).padStart(count.length, "\u2007"), count);
  }

  #replay({ step, replaying }: Frame): TemplateResult | typeof nothing {
    if (replaying === undefined) return nothing;
    const words = texts.transport.replaying(formatCount(step), formatCount(replaying));
    return html`<div class="replay" role="progressbar" aria-valuemin="0" aria-valuemax=${replaying} aria-valuenow=${step}
      aria-label=${words} title=${words}></div>`;
  }
}
