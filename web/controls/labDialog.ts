import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import * as texts from "../texts";
import { icons } from "./icons";
import { base } from "./styles";

/** A window over the page: heading, content, and buttons in the slot "actions". Escape and × close it.
 *  @fires close  however it was closed */
@customElement("lab-dialog")
export class LabDialog extends LitElement {
  static override styles = [
    base,
    css`
      :host { display: contents; }
      dialog {
        width: min(640px, calc(100vw - 24px)); max-height: calc(100dvh - 24px); padding: 0; overflow: auto; color: var(--ink);
        background: var(--card); border: 1px solid var(--line-strong); border-radius: var(--radius);
      }
      :host([wide]) dialog { width: min(960px, calc(100vw - 24px)); }
      dialog::backdrop { background: rgb(0 0 0 / 36%); }
      .head { position: sticky; top: 0; z-index: 1; display: flex; align-items: center; gap: var(--space-3); padding: var(--space-3) var(--space-3) var(--space-2) var(--space-5); background: var(--card); }
      h2 { flex: 1; font-size: var(--text-xl); font-weight: 600; line-height: 1.2; }
      .content { padding: var(--space-1) var(--space-5) var(--space-4); }
      .actions { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: var(--space-2); padding: 0 var(--space-5) var(--space-4); }
    `,
  ];

  @property() heading = "";
  @property({ type: Boolean }) open = false;

  override render() {
    return html`
      <dialog aria-labelledby="heading" @cancel=${this.#dismiss} @close=${this.#closed} @keydown=${this.#keep}>
        <div class="head">
          <h2 id="heading">${this.heading}</h2>
          <button class="button quiet icon" aria-label=${texts.controls.close} @click=${this.#dismiss}>${icons.close}</button>
        </div>
        <div class="content"><slot></slot></div>
        <div class="actions"><slot name="actions"></slot></div>
      </dialog>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("open")) return;
    const dialog = this.renderRoot.querySelector("dialog")!;
    if (this.open && !dialog.open) dialog.showModal();
    else if (!this.open && dialog.open) dialog.close();
  }

  /** At once: the browser's own word of it comes later, when the window may have been asked for again. */
  #dismiss(event: Event): void {
    event.preventDefault();
    this.#close();
  }

  #closed(event: Event): void {
    event.stopPropagation();
    const { open } = this.renderRoot.querySelector("dialog")!; // it may have been opened again meanwhile
    if (this.open && !open) this.#close();
  }

  #close(): void {
    this.open = false;
    this.dispatchEvent(new CustomEvent("close"));
  }

  /** The page's own keys (train, step …) rest while a dialog is open. */
  #keep(event: KeyboardEvent): void {
    if (event.key !== "Escape") event.stopPropagation();
  }
}
