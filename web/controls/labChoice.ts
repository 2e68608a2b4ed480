import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { restartsSign } from "./restartsSign";
import { showError } from "./showError";
import { base, line } from "./styles";
import { ValueEvent } from "./valueEvent";

export interface Option {
  value: string;
  label: string;
}

/** One of several, in a list that opens. @fires change {ValueEvent<string>} */
@customElement("lab-choice")
export class LabChoice extends LitElement {
  static override styles = [
    base,
    line,
    css`
      select.value { max-width: 100%; field-sizing: content; text-overflow: ellipsis; appearance: none; -webkit-appearance: none; cursor: pointer; text-align-last: right; }
      select.value option { color: var(--ink); background: var(--card); text-align: left; }
      .label { white-space: nowrap; }
      .select { min-width: 0; }
      :host([compact]) .label { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
      :host([compact]) { display: inline-block; }
    `,
  ];

  @property() label = "";
  @property() value = "";
  @property({ attribute: false }) options: readonly Option[] = [];
  @property() error = "";
  @property({ type: Boolean }) restarts = false;
  /** Without its label on screen (it is still read out). */
  @property({ type: Boolean, reflect: true }) compact = false;

  override render() {
    return html`
      <div class="line">
        <label class="label" for="value">${this.label}${this.restarts ? restartsSign() : nothing}</label>
        <span class="select">
          <select id="value" class="value" .value=${live(this.value)} aria-invalid=${this.error ? "true" : "false"}
            aria-describedby=${this.error ? "error" : nothing} @change=${this.#chosen}>
            ${this.options.map(({ value, label }) => html`<option value=${value} ?selected=${value === this.value}>${label}</option>`)}
          </select>
        </span>
      </div>
      <div aria-live="polite">${this.error ? html`<p id="error" class="error">${this.error}</p>` : nothing}</div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("error")) showError(this.renderRoot);
    this.renderRoot.querySelector("select")!.value = this.value;
  }

  #chosen(event: Event): void {
    event.stopPropagation();
    const chosen = (event.target as HTMLSelectElement).value;
    this.dispatchEvent(new ValueEvent(chosen));
    this.requestUpdate(); // shows the value again if the choice is refused
  }
}
