import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { icons } from "./icons";
import { base } from "./styles";

export interface MenuItem {
  value: string;
  label: string;
  /** Said beside it: a key, a kind of file. */
  hint?: string;
  disabled?: boolean;
}

/** A button that opens a list of actions. @fires choose {CustomEvent<string>} the value of the item */
@customElement("lab-menu")
export class LabMenu extends LitElement {
  static override styles = [
    base,
    css`
      :host { position: relative; display: inline-block; }
      ul {
        position: absolute; z-index: 20; top: calc(100% + 4px); right: 0; min-width: 200px; padding: var(--space-1);
        color: inherit; background: var(--card); border: 1px solid var(--line-strong); border-radius: var(--radius);
        box-shadow: 0 6px 24px rgb(0 0 0 / 14%);
      }
      :host([align="left"]) ul { right: auto; left: 0; }
      ul[popover] { position: fixed; inset: auto; max-height: 100%; }
      li { display: flex; gap: var(--space-4); align-items: center; min-height: 34px; padding: 0 var(--space-2); border-radius: var(--radius-s); cursor: pointer; white-space: nowrap; }
      li:hover, li:focus { background: var(--well); }
      li span { margin-left: auto; color: var(--ink-2); font-size: var(--text-s); }
      li[aria-disabled="true"] { color: var(--ink-2); cursor: default; }
      @media (pointer: coarse) { li { min-height: var(--touch); } }
    `,
  ];

  @property() label = "";
  @property({ attribute: false }) icon?: TemplateResult;
  /** Its icon alone; the label is still read out. */
  @property({ type: Boolean }) compact = false;
  @property({ attribute: false }) items: readonly MenuItem[] = [];
  @state() private open = false;

  override render() {
    return html`
      <button class="button ${this.compact ? "icon" : ""}" aria-haspopup="menu" aria-expanded=${this.open ? "true" : "false"} @click=${this.#toggle} @keydown=${this.#buttonKeyed}>
        ${this.icon ?? nothing}<span class=${this.compact ? "visually-hidden" : ""}>${this.label}</span>${this.compact ? nothing : icons.caret}
      </button>
      ${this.open ? this.#list() : nothing}
    `;
  }

  #list() {
    return html`
      <ul role="menu" aria-label=${this.label} @keydown=${this.#listKeyed}>
        ${this.items.map(
          (
            item,
          ) => html`<li role="menuitem" tabindex="-1" aria-disabled=${item.disabled ? "true" : "false"} @click=${() => this.#choose(item)}>
            ${item.label}${item.hint ? html`<span>${item.hint}</span>` : nothing}
          </li>`,
        )}
      </ul>
    `;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("pointerdown", this.#closeOutside);
    this.addEventListener("focusout", this.#closeOnLeave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("pointerdown", this.#closeOutside);
    this.removeEventListener("focusout", this.#closeOnLeave);
  }

  readonly #closeOutside = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.open = false;
  };
  readonly #closeOnLeave = (event: FocusEvent): void => {
    const next = event.relatedTarget as Node | null;
    if (next && next !== this && !this.contains(next) && !this.renderRoot.contains(next)) this.open = false;
  };

  #toggle(): void {
    if (this.open) this.open = false;
    else void this.#openAt(0);
  }

  async #openAt(index: number): Promise<void> {
    this.open = true;
    await this.updateComplete;
    this.#raise();
    this.#entries().at(index)?.focus();
  }

  /** Lifts the list above all that would cut it, and above the button where there is no room below. Firefox of 2023
   *  cannot: there it stays where it is. */
  #raise(): void {
    const list = this.renderRoot.querySelector("ul");
    if (!list?.showPopover || list.popover) return;
    const { left, top, bottom, height } = list.getBoundingClientRect();
    list.popover = "manual";
    list.showPopover();
    list.style.left = `${left}px`;
    list.style.top = `${bottom > innerHeight ? Math.max(0, top - height - this.offsetHeight - 8) : top}px`;
  }

  #entries(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>("li")];
  }

  #choose(item: MenuItem): void {
    if (item.disabled) return;
    this.#close();
    this.dispatchEvent(new CustomEvent("choose", { detail: item.value }));
  }

  #close(): void {
    this.open = false;
    this.renderRoot.querySelector("button")!.focus();
  }

  #buttonKeyed(event: KeyboardEvent): void {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    event.stopPropagation();
    void this.#openAt(event.key === "ArrowDown" ? 0 : -1);
  }

  #listKeyed(event: KeyboardEvent): void {
    const entries = this.#entries();
    const at = entries.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: (at + 1) % entries.length, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) entries.at(to)!.focus();
    else if (event.key === "Enter" || event.key === " ") this.#choose(this.items[at]);
    else if (event.key === "Escape") this.#close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
