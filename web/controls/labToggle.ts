import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { restartsSign } from "./restartsSign";
import { base, line } from "./styles";
import { ValueEvent } from "./valueEvent";

/** On or off. @fires change {ValueEvent<boolean>} */
@customElement("lab-toggle")
export class LabToggle extends LitElement {
  static override styles = [
    base,
    line,
    css`
      .line { cursor: pointer; }
      input {
        appearance: none; -webkit-appearance: none; flex: none; position: relative; width: 32px; height: 18px; margin: 0;
        border: 1px solid var(--line-strong); border-radius: 9px; background: var(--well); cursor: pointer;
      }
      input::before {
        content: ""; position: absolute; top: 2px; left: 2px; width: 12px; height: 12px; border-radius: 50%;
        background: var(--line-strong); transition: transform 0.12s;
      }
      input:checked { background: var(--ink); border-color: var(--ink); }
      input:checked::before { background: var(--card); transform: translateX(14px); }
      @media (forced-colors: active) { input { appearance: auto; -webkit-appearance: auto; } input::before { display: none; } }
    `,
  ];

  @property() label = "";
  @property({ type: Boolean }) checked = false;
  @property({ type: Boolean }) restarts = false;

  override render() {
    return html`
      <label class="line">
        <span class="label">${this.label}${this.restarts ? restartsSign() : nothing}</span>
        <input type="checkbox" role="switch" .checked=${live(this.checked)} @change=${this.#switched} />
      </label>
    `;
  }

  #switched(event: Event): void {
    event.stopPropagation();
    this.dispatchEvent(new ValueEvent((event.target as HTMLInputElement).checked));
    this.requestUpdate();
  }
}
