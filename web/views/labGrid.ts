import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { base } from "../controls/styles";

export interface GridColumn {
  name: string;
  /** What a cell is edited with; absent: it is only read. */
  edit?: "text" | "choice";
  options?: readonly { value: string; label: string }[];
}

export interface GridEdit {
  row: number;
  column: number;
  text: string;
}

export interface Cell {
  row: number;
  column: number;
}

const overscan = 6; // rows beyond those on screen

/** A table of any length: only the rows on screen exist. One tab stop; arrows go from cell to cell, Enter or typing
 *  edits, Delete asks for the row's removal. @fires edit {GridEdit}  @fires remove {number}  @fires point {Cell} */
@customElement("lab-grid")
export class LabGrid extends LitElement {
  static override styles = [
    base,
    css`
      :host { --row: 30px; display: block; min-width: 0; }
      .scroller { max-height: var(--grid-height, 320px); overflow: auto; border: 1px solid var(--line); border-radius: var(--radius-s); }
      table { border-collapse: separate; border-spacing: 0; min-width: 100%; }
      tr { height: var(--row); }
      th { font-weight: 400; font-size: var(--text-s); color: var(--ink-2); }
      thead th { position: sticky; top: 0; z-index: 2; background: var(--card); border-bottom: 1px solid var(--line); }
      tbody th, thead th:first-child { position: sticky; left: 0; background: var(--card); z-index: 1; }
      thead th:first-child { z-index: 3; }
      tr > th:first-child { width: 1%; }
      th, td { padding: 0 var(--space-2); text-align: right; white-space: nowrap; height: var(--row); }
      td { min-width: 84px; font-family: var(--serif); font-variant-numeric: tabular-nums lining-nums; font-size: var(--text-l); cursor: default; }
      td.read { color: var(--ink-2); font-family: var(--sans); font-size: var(--text-s); }
      td.choice { font-family: var(--sans); font-size: var(--text-m); }
      tbody tr:hover td, tbody tr:hover th { background: var(--well); }
      tr.lit th, tr.lit td, tbody tr.lit:hover td { background: color-mix(in srgb, var(--point) 45%, var(--card)); color: var(--ink); }
      td:focus-visible { outline-offset: -2px; }
      td input, td select { width: 100%; min-width: 60px; font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--ink); border-radius: 3px; text-align: right; padding: 1px 3px; }
      @media (max-width: 500px) { td input { min-width: 11em; } } /* room for all digits, where a column has none */
      .spacer, .spacer td { height: 0; padding: 0; border: 0; }
      @media (pointer: coarse) { :host { --row: 44px; } }
    `,
  ];

  @property() label = "";
  @property({ attribute: false }) columns: readonly GridColumn[] = [];
  @property({ type: Number }) rowCount = 0;
  /** What a cell shows, and what its editor begins with. */
  @property({ attribute: false }) text: (row: number, column: number) => string = () => "";
  @property({ attribute: false }) exact: (row: number, column: number) => string = () => "";
  @property({ attribute: false }) rowName: (row: number) => string = String;
  @property({ type: Number }) litRow = -1;

  @state() private active: Cell = { row: 0, column: 0 };
  @state() private draft?: string; // of the active cell, while it is being edited
  @state() private top = 0; // the first row on screen

  #rowHeight = 30;

  override render() {
    const rows = this.#rowsShown();
    return html`
      <div class="scroller" @scroll=${this.#scrolled}>
        <table role="grid" aria-label=${this.label} aria-rowcount=${this.rowCount + 1} @keydown=${this.#keyed}>
          <thead><tr aria-rowindex="1"><th scope="col"><span class="visually-hidden">#</span></th>${this.columns.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
          <tbody>
            <tr class="spacer before" aria-hidden="true"><td colspan=${this.columns.length + 1}></td></tr>
            ${rows.map((row) => this.#row(row))}
            <tr class="spacer after" aria-hidden="true"><td colspan=${this.columns.length + 1}></td></tr>
          </tbody>
        </table>
      </div>
    `;
  }

  #rowsShown(): number[] {
    const visible = Math.ceil((this.#scroller?.clientHeight ?? 320) / this.#rowHeight) + 2 * overscan;
    const first = Math.max(0, Math.min(this.top - overscan, this.rowCount - visible));
    return Array.from({ length: Math.min(visible, this.rowCount - first) }, (_, i) => first + i);
  }

  #row(row: number) {
    return html`<tr class=${row === this.litRow ? "lit" : ""} aria-rowindex=${row + 2}>
      <th scope="row">${this.rowName(row)}</th>${this.columns.map((column, i) => this.#cell(row, i, column))}
    </tr>`;
  }

  #cell(row: number, column: number, { edit, options, name }: GridColumn) {
    const active = row === this.active.row && column === this.active.column;
    const editing = active && this.draft !== undefined;
    const label = `${name} ${this.rowName(row)}`;
    const editor =
      edit === "choice"
        ? html`<select aria-label=${label} @change=${this.#typed} @blur=${this.#leave}>
            ${options!.map(({ value, label: text }) => html`<option value=${value} ?selected=${value === this.draft}>${text}</option>`)}</select>`
        : html`<input size="1" aria-label=${label} inputmode="decimal" autocomplete="off" spellcheck="false" .value=${live(this.draft ?? "")} @input=${this.#typing} @blur=${this.#leave} />`;
    return html`<td class=${edit ?? "read"} tabindex=${active && !editing ? 0 : -1} aria-readonly=${edit ? nothing : "true"} data-row=${row} data-column=${column}
      @focus=${() => this.#arrive(row, column)} @dblclick=${() => this.#begin()} @click=${() => this.#pressed(row, column)}>${editing ? editor : this.text(row, column)}</td>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const rows = this.#rowsShown();
    const before = rows[0] ?? 0;
    const after = this.rowCount - before - rows.length;
    this.renderRoot.querySelector<HTMLElement>(".before td")!.style.height = `${before * this.#rowHeight}px`;
    this.renderRoot.querySelector<HTMLElement>(".after td")!.style.height = `${after * this.#rowHeight}px`;
    const measured = this.renderRoot.querySelector("tbody tr[aria-rowindex]")?.getBoundingClientRect().height;
    if (measured && Math.abs(measured - this.#rowHeight) > 0.5) {
      this.#rowHeight = measured;
      this.requestUpdate();
    }
    if (this.active.row >= this.rowCount || this.active.column >= this.columns.length)
      this.active = { row: Math.max(0, this.rowCount - 1), column: 0 };
    if (changed.has("litRow") && this.litRow >= 0 && !this.matches(":focus-within")) this.reveal(this.litRow);
  }

  get #scroller(): HTMLElement | null {
    return this.renderRoot.querySelector(".scroller");
  }

  #scrolled(): void {
    this.top = Math.floor(this.#scroller!.scrollTop / this.#rowHeight);
  }

  /** Scrolls so that a row is on screen. */
  reveal(row: number): void {
    const scroller = this.#scroller!;
    const top = row * this.#rowHeight;
    const room = scroller.clientHeight - 2 * this.#rowHeight; // the header stands in the first
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top > scroller.scrollTop + room) scroller.scrollTop = top - room;
    this.#scrolled();
  }

  async #go(row: number, column: number): Promise<void> {
    this.active = {
      row: Math.min(Math.max(0, row), this.rowCount - 1),
      column: Math.min(Math.max(0, column), this.columns.length - 1),
    };
    this.reveal(this.active.row);
    await this.updateComplete;
    const cell = this.renderRoot.querySelector<HTMLElement>(
      `td[data-row="${this.active.row}"][data-column="${this.active.column}"]`,
    );
    cell?.focus();
  }

  #arrive(row: number, column: number): void {
    this.active = { row, column };
    this.dispatchEvent(new CustomEvent<Cell>("point", { detail: this.active }));
  }

  #pressed(row: number, column: number): void {
    const again = row === this.active.row && column === this.active.column;
    if (this.draft === undefined && again) this.#begin();
  }

  async #begin(text?: string): Promise<void> {
    const { row, column } = this.active;
    if (!this.columns[column]?.edit || this.draft !== undefined) return;
    this.draft = text ?? this.exact(row, column);
    await this.updateComplete;
    const editor = this.renderRoot.querySelector<HTMLInputElement>("td input, td select");
    editor?.focus();
    if (text === undefined) editor?.select?.();
  }

  #typing(event: Event): void {
    this.draft = (event.target as HTMLInputElement).value;
  }

  #typed(event: Event): void {
    event.stopPropagation();
    this.#typing(event);
    this.#commit();
    void this.#go(this.active.row, this.active.column);
  }

  #leave(): void {
    this.#commit();
  }

  #commit(): void {
    const { row, column } = this.active;
    const text = this.draft;
    this.draft = undefined;
    if (text === undefined || text === this.exact(row, column)) return;
    this.dispatchEvent(new CustomEvent<GridEdit>("edit", { detail: { row, column, text } }));
  }

  #keyed(event: KeyboardEvent): void {
    event.stopPropagation(); // the page's own keys rest here
    if (this.draft !== undefined) {
      this.#editorKeyed(event);
      return;
    }
    if (event.ctrlKey && event.key !== "Home" && event.key !== "End") return;
    const { row, column } = this.active;
    const page = Math.max(1, Math.floor((this.#scroller?.clientHeight ?? 320) / this.#rowHeight) - 2);
    const to: Record<string, [number, number]> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      PageUp: [row - page, column],
      PageDown: [row + page, column],
      Home: [event.ctrlKey ? 0 : row, 0],
      End: [event.ctrlKey ? this.rowCount - 1 : row, this.columns.length - 1],
    };
    if (to[event.key]) void this.#go(...to[event.key]);
    else if (event.key === "Enter" || event.key === "F2") void this.#begin();
    else if (event.key === "Delete") this.dispatchEvent(new CustomEvent("remove", { detail: row }));
    else if (event.key.length === 1 && /[-+.\d\u2212]/.test(event.key)) void this.#begin(event.key);
    else return;
    event.preventDefault();
  }

  #editorKeyed(event: KeyboardEvent): void {
    if (event.key === "Enter") {
      this.#commit();
      void this.#go(this.active.row + 1, this.active.column);
    } else if (event.key === "Escape") {
      this.draft = undefined;
      void this.#go(this.active.row, this.active.column);
    } else return;
    event.preventDefault();
  }
}
