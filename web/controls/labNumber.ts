import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import * as texts from "../texts";
import { fromPosition, type NumberScale, sliderSteps, stepped, toPosition } from "./numberScale";
import { formatExact, parseNumber } from "./numbers";
import { restartsSign } from "./restartsSign";
import { showError } from "./showError";
import { base, line } from "./styles";
import { ValueEvent } from "./valueEvent";

/** A number that can be typed, dragged on its slider, and stepped by keys (↑ ↓; ten steps with Shift or Page keys).
 *  `low` and `high` are the slider's ends; what is typed may lie beyond: the core judges, and `error` says its word,
 *  with the person's text kept (Escape gives it up). @fires change {ValueEvent<number>} (null where `words` names null, on an empty text) */
@customElement("lab-number")
export class LabNumber extends LitElement {
  static override styles = [
    base,
    line,
    css`
      input.value { background-position-y: calc(50% + 0.62em); width: calc(1ch * var(--characters)); min-width: 4ch; flex: 0 1 auto; font: 500 var(--text-l) / 1.3 var(--serif); font-variant-numeric: tabular-nums lining-nums; }
      input.value[aria-invalid="true"] { background: linear-gradient(var(--bad) 0 0) no-repeat 0 calc(50% + 0.62em) / 100% 2px; }
      .line > .label { flex: 1 0 auto; white-space: nowrap; }
      input[type="range"] {
        --fill: 0%;
        flex: 0 1 72px; width: 72px; min-width: 40px; height: 24px; margin: 0; background: none; cursor: pointer;
        appearance: none; -webkit-appearance: none; touch-action: pan-y;
      }
      input[type="range"]::-webkit-slider-runnable-track {
        height: 4px; border-radius: 2px; background: linear-gradient(to right, var(--ink) var(--fill), var(--line) var(--fill));
      }
      input[type="range"]::-moz-range-track { height: 4px; border-radius: 2px; background: var(--line); }
      input[type="range"]::-moz-range-progress { height: 4px; border-radius: 2px; background: var(--ink); }
      input[type="range"]::-webkit-slider-thumb {
        -webkit-appearance: none; width: 12px; height: 12px; margin-top: -4px; border-radius: 50%;
        background: var(--card); border: 2px solid var(--ink);
      }
      input[type="range"]::-moz-range-thumb {
        width: 8px; height: 8px; border-radius: 50%; background: var(--card); border: 2px solid var(--ink);
      }
      @media (pointer: coarse) {
        input[type="range"] { flex-basis: 110px; width: 110px; height: var(--touch); }
        input[type="range"]::-webkit-slider-thumb { width: 20px; height: 20px; margin-top: -8px; }
        input[type="range"]::-moz-range-thumb { width: 16px; height: 16px; }
      }
    `,
  ];

  @property() label = "";
  @property({ type: Number }) value: number | null = 0;
  @property({ type: Number }) low?: number;
  @property({ type: Number }) high?: number;
  @property({ type: Number }) step?: number;
  @property() scale: "linear" | "log" = "linear";
  @property({ type: Boolean }) integer = false;
  /** Written after the number, as "%". The value is then in that unit. */
  @property() unit = "";
  /** What may be typed, in words: "from 0 to 1". */
  @property() allowed = "";
  @property() error = "";
  /** Room that its text takes, in characters; 0: enough for most. */
  @property({ type: Number }) characters = 0;
  /** A change begins a new run: said by a small sign. */
  @property({ type: Boolean }) restarts = false;
  /** Values that have a name, which is shown and can be typed: `new Map([[0, "all"]])`. */
  @property({ attribute: false }) words: ReadonlyMap<number | null, string> = new Map();

  /** What is being typed, or was refused; absent: the value itself is shown. */
  @state() private draft?: string;
  @state() private unread = "";
  #sent?: string;
  #dragging = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("value")) {
      this.unread = "";
      if (this.value !== changed.get("value")) this.draft = undefined;
    }
  }

  override render() {
    const error = this.unread || this.error;
    return html`
      <div class="line">
        <label class="label" for="value">${this.label}${this.restarts ? restartsSign() : nothing}</label>
        ${this.#slider()}
        <input id="value" class="value" inputmode="decimal" autocomplete="off" spellcheck="false"
          .value=${this.draft ?? this.#shown()} aria-invalid=${error ? "true" : "false"} aria-describedby=${error ? "error" : nothing}
          @input=${this.#typing} @change=${this.#typed} @keydown=${this.#keyed} @focus=${this.#selectAll} @blur=${this.#left} />
      </div>
      <div aria-live="polite">${error ? html`<p id="error" class="error">${error}</p>` : nothing}</div>
    `;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("unread") || changed.has("error")) showError(this.renderRoot);
    const slider = this.renderRoot.querySelector<HTMLInputElement>('input[type="range"]');
    this.style.setProperty("--characters", String(this.characters || (slider ? 7 : 10)));
    slider?.style.setProperty("--fill", `${(100 * slider.valueAsNumber) / sliderSteps}%`);
  }

  #slider() {
    const range = this.#range();
    if (!range) return nothing;
    const position = this.value === null ? 0 : toPosition(this.value, range);
    return html`<input type="range" tabindex="-1" min="0" max=${sliderSteps} .value=${String(position)} aria-label=${this.label}
      aria-valuetext=${this.#shown()} @input=${this.#dragged} @change=${this.#dropped} />`;
  }

  #range(): NumberScale | undefined {
    if (this.low === undefined || this.high === undefined) return undefined;
    const zero = this.scale === "log" && this.words.has(0);
    return { low: this.low, high: this.high, step: this.step, scale: this.scale, integer: this.integer, zero };
  }

  #shown(): string {
    const unit = this.unit && `\u00a0${this.unit}`;
    return this.words.get(this.value) ?? (this.value === null ? "" : formatExact(this.value) + unit);
  }

  #emit(value: number | null, merge = false): void {
    this.unread = "";
    this.dispatchEvent(new ValueEvent(value, merge));
  }

  #dragged(event: Event): void {
    event.stopPropagation();
    this.draft = undefined;
    this.#emit(fromPosition((event.target as HTMLInputElement).valueAsNumber, this.#range()!), this.#dragging);
    this.#dragging = true;
  }

  #dropped(): void {
    this.#dragging = false;
  }

  #typing(event: Event): void {
    event.stopPropagation();
    this.draft = (event.target as HTMLInputElement).value;
    this.#sent = undefined;
  }

  /** Sends what was typed, once: browsers differ in when Enter and leaving say "change". */
  #typed(): void {
    if (this.draft === undefined || this.draft === this.#sent) return;
    this.#sent = this.draft;
    const text = this.draft.trim();
    const value = this.#named(text) ?? { value: this.#read(text) };
    if (this.draft === this.#shown()) this.#restore();
    else if (value.value === undefined)
      this.unread = texts.controls.notANumber(this.label, text, this.allowed, this.integer);
    else if (value.value === this.value) this.#restore();
    else this.#emit(value.value);
  }

  #read(text: string): number | undefined {
    return parseNumber(this.unit && text.endsWith(this.unit) ? text.slice(0, -this.unit.length) : text);
  }

  #named(text: string): { value: number | null } | undefined {
    for (const [value, word] of this.words) {
      if (text.toLowerCase() === word.toLowerCase() || (text === "" && value === null)) return { value };
    }
    return undefined;
  }

  #keyed(event: KeyboardEvent): void {
    if (event.key === "Enter") this.#typed();
    if (event.key === "Escape" && (this.draft !== undefined || this.unread)) {
      event.stopPropagation();
      this.#restore();
      return;
    }
    const direction = { ArrowUp: 1, PageUp: 1, ArrowDown: -1, PageDown: -1 }[event.key] as 1 | -1 | undefined;
    if (!direction || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const range = this.#range() ?? {
      low: Number.NEGATIVE_INFINITY,
      high: Number.POSITIVE_INFINITY,
      step: this.step ?? (this.integer ? 1 : 0.01),
      scale: "linear",
      integer: this.integer,
    };
    const from = this.#read(this.draft ?? "") ?? this.value ?? this.low ?? 0;
    this.draft = undefined;
    this.#emit(stepped(from, direction, event.shiftKey || event.key.startsWith("Page"), range), event.repeat);
  }

  #selectAll(event: Event): void {
    (event.target as HTMLInputElement).select();
  }

  #left(): void {
    this.#typed();
    if (this.draft !== this.#sent) this.#restore();
  }

  /** The value again instead of what was typed; where that was refused, the refusal is taken back. */
  #restore(): void {
    this.draft = undefined;
    this.#sent = undefined;
    this.unread = "";
    if (this.error) this.#emit(this.value);
  }
}
