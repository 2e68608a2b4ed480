import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { formatExact, formatNumber, parseNumber } from "../controls/numbers";
import { base } from "../controls/styles";
import { ValueEvent } from "../controls/valueEvent";
import * as texts from "../texts";

const steps = { small: 0.01, big: 0.1 };
const sliderSteps = 400;
const least = 2; // the slider's ends at the least: a weight may be 0

/** One weight or bias, live: four decimals while it trains, all its digits while it is being typed; ↑ ↓ step it (Shift:
 *  ten times), and a slider drags it. @fires change {ValueEvent<number>} */
@customElement("lab-weight")
export class LabWeight extends LitElement {
  static override styles = [
    base,
    css`
      :host { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 0 var(--space-2); min-width: 0; }
      .error { grid-column: 1 / -1; width: 0; min-width: 100%; }
      input[type="range"] { width: 100%; min-width: 40px; height: 26px; margin: 0; accent-color: var(--ink); touch-action: pan-y; cursor: pointer; }
      .value {
        width: 9.5ch; padding: 2px 3px; text-align: right; color: inherit; background: none; border: 0; border-bottom: 1px dashed var(--line-strong);
        font: 500 var(--text-l) / 1.3 var(--serif); font-variant-numeric: tabular-nums lining-nums;
      }
      .value.positive { color: var(--b); } .value.negative { color: var(--a); }
      .value[aria-invalid="true"] { border-bottom: 2px solid var(--bad); }
      @media (pointer: coarse) { .value, input[type="range"] { height: var(--touch); } }
    `,
  ];

  @property({ type: Number }) value = 0;
  @property() name = "";
  /** What is being typed; absent: the value is shown. */
  @state() private draft?: string;
  /** What of it has been sent, or was there before: while it trains the value goes on, and must not be set back. */
  #sent?: string;
  /** What was typed and is no number. */
  @state() private unread?: string;
  #bound = least;
  #dragging = false;

  override render() {
    const sign = this.value > 0 ? "positive" : this.value < 0 ? "negative" : "";
    return html`
      ${this.#range()}
      <input class="value ${this.draft === undefined ? sign : ""}" inputmode="decimal" autocomplete="off" spellcheck="false"
        aria-label=${this.name} aria-invalid=${this.unread === undefined ? "false" : "true"} title=${formatExact(this.value)} aria-describedby="error"
        .value=${this.draft ?? formatNumber(this.value)} @focus=${this.#begin} @input=${this.#typing} @change=${this.#commit} @blur=${this.#end} @keydown=${this.#keyed} />
      <p id="error" class="error" aria-live="polite">${this.unread === undefined ? nothing : texts.controls.notANumber(this.name, this.unread, texts.controls.anySize)}</p>
    `;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLInputElement>(".value")?.focus();
  }

  /** Its ends stay where they are while a hand is on it. */
  #range() {
    const size = Math.abs(this.value);
    if (!this.#dragging && (size > this.#bound || size < this.#bound / 20))
      this.#bound = Math.max(least, Math.ceil(2 * size));
    if (!Number.isFinite(this.#bound)) this.#bound = least;
    const position = Math.round(((this.value / this.#bound + 1) / 2) * sliderSteps);
    return html`<input type="range" tabindex="-1" min="0" max=${sliderSteps} .value=${String(position)} aria-label=${texts.network.slide(this.name)}
      aria-valuetext=${formatNumber(this.value)} @input=${this.#dragged} @change=${this.#dropped} />`;
  }

  #emit(value: number, merge: boolean): void {
    this.unread = undefined;
    this.dispatchEvent(new ValueEvent(value, merge));
  }

  #dragged(event: Event): void {
    event.stopPropagation();
    const share = (event.target as HTMLInputElement).valueAsNumber / sliderSteps;
    this.#emit(Number(((2 * share - 1) * this.#bound).toPrecision(3)), this.#dragging);
    this.#dragging = true;
  }

  #dropped(event: Event): void {
    event.stopPropagation();
    this.#dragging = false;
  }

  async #begin(): Promise<void> {
    this.draft = this.#sent = formatExact(this.value);
    this.unread = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>(".value")!.select();
  }

  #typing(event: Event): void {
    this.draft = (event.target as HTMLInputElement).value;
    this.#sent = undefined;
    this.unread = undefined;
  }

  /** @returns whether the text was a number */
  #commit(event?: Event): boolean {
    event?.stopPropagation();
    if (this.draft === this.#sent || this.draft === undefined) return true;
    const value = parseNumber(this.draft);
    if (value === undefined) {
      this.unread = this.draft;
      return false;
    }
    this.draft = this.#sent = formatExact(value);
    this.#emit(value, false);
    return true;
  }

  #end(): void {
    if (!this.#commit()) return;
    this.draft = undefined;
  }

  #keyed(event: KeyboardEvent): void {
    if (event.key === "Enter") this.#commit();
    if (event.key === "Escape" && this.draft !== this.#sent) {
      event.stopPropagation();
      this.draft = this.#sent = formatExact(this.value);
      this.unread = undefined;
    }
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!direction || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const from = parseNumber(this.draft ?? "") ?? this.value;
    const value = Number((from + direction * (event.shiftKey ? steps.big : steps.small)).toPrecision(12));
    this.draft = this.#sent = formatExact(value);
    this.#emit(value, event.repeat);
  }
}
