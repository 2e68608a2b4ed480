import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Option } from "./labChoice";
import { base } from "./styles";
import { ValueEvent } from "./valueEvent";

/** One of a few, side by side: a group of radio buttons. @fires change {ValueEvent<string>} */
@customElement("lab-segments")
export class LabSegments extends LitElement {
  static override styles = [
    base,
    css`
      :host { display: inline-block; }
      fieldset { display: flex; border: 1px solid var(--line); border-radius: var(--radius); overflow: hidden; background: var(--card); }
      label { position: relative; display: flex; flex: 1; cursor: pointer; }
      label + label { border-left: 1px solid var(--line); }
      input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
      span { display: grid; place-items: center; flex: 1; min-height: 32px; padding: 0 var(--space-3); white-space: nowrap; }
      label:hover span { background: var(--well); }
      input:checked + span { background: var(--ink); color: var(--card); }
      input:focus-visible + span { outline: 2px solid var(--focus); outline-offset: -4px; border-radius: var(--radius); }
      input:checked:focus-visible + span { outline-color: var(--card); }
      :host([small]) span { min-height: 26px; padding: 0 var(--space-2); font-size: var(--text-s); }
      @media (pointer: coarse) {
        span, :host([small]) span { min-height: var(--touch); min-width: var(--touch); }
      }
      @media (forced-colors: active) {
        input:checked + span { background: Highlight; color: HighlightText; forced-color-adjust: none; }
      }
    `,
  ];

  /** Read out, not shown. */
  @property() label = "";
  @property() value = "";
  @property({ attribute: false }) options: readonly Option[] = [];
  @property({ type: Boolean, reflect: true }) small = false;

  override render() {
    return html`
      <fieldset>
        <legend class="visually-hidden">${this.label || nothing}</legend>
        ${this.options.map(
          ({ value, label }) => html`
            <label>
              <input type="radio" name="segments" value=${value} .checked=${live(value === this.value)} @change=${this.#chosen} />
              <span>${label}</span>
            </label>
          `,
        )}
      </fieldset>
    `;
  }

  #chosen(event: Event): void {
    event.stopPropagation();
    this.dispatchEvent(new ValueEvent((event.target as HTMLInputElement).value));
    this.requestUpdate();
  }
}
