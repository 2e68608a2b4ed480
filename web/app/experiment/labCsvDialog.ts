import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ValueEvent } from "../../controls";
import { formatCount, formatExact } from "../../controls/numbers";
import { base } from "../../controls/styles";
import type { LabError, Table } from "../../engine/protocol";
import { type Setting, targetsOf, withTable } from "../../state/combinations";
import { chooseFile, copyText, download, fileName, mayDownload, readText } from "../../state/files";
import type { Lab } from "../../state/lab";
import * as texts from "../../texts";
import { valueAt } from "./fieldEditor";
import "../../controls/labDialog";

type Kind = "guess" | "classes" | "numbers";
const previewRows = 6;
const previewColumns = 8;
/** Longest text that is put in the box, in characters; a longer one is read, but not shown. */
const shownLength = 100_000;

/** Points from comma-separated values, and to them. @fires used {CustomEvent<Setting[]>} points were taken: what changed along
 *  @fires close */
@customElement("lab-csv-dialog")
export class LabCsvDialog extends LitElement {
  static override styles = [
    base,
    css`
      .content { display: grid; gap: var(--space-3); }
      .drop { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-3); padding: var(--space-3); border: 1px dashed var(--line-strong); border-radius: var(--radius); }
      textarea { width: 100%; height: 120px; resize: vertical; font: 400 var(--text-s) / 1.4 ui-monospace, monospace; }
      .options { display: flex; flex-wrap: wrap; gap: var(--space-3); align-items: end; }
      .options label { display: grid; gap: 2px; color: var(--ink-2); font-size: var(--text-s); }
      .preview { overflow-x: auto; }
      table { border-collapse: collapse; }
      th, td { padding: 2px var(--space-3) 2px 0; text-align: right; white-space: nowrap; }
      th { font-weight: 500; color: var(--ink-2); border-bottom: 1px solid var(--line); }
      section { border-top: 1px solid var(--line); padding-top: var(--space-3); display: flex; flex-wrap: wrap; gap: var(--space-2); align-items: center; }
      section h3 { flex: 1; font-size: var(--text-m); font-weight: 600; }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;
  @property({ type: Boolean }) open = false;
  @state() private text = "";
  @state() private target = "";
  @state() private kind: Kind = "guess";
  @state() private table?: Table;
  @state() private error?: LabError;
  @state() private copying = false; // the text stands in the box to be taken away
  @state() private busy = false; // reads a long text, or takes its points
  #readings = 0;

  override render() {
    if (!this.open) return nothing;
    const words = texts.csv;
    return html`
      <lab-dialog .heading=${words.heading} .open=${true} @close=${this.#close}>
        <div class="content">
          <p class="caption">${words.intro}</p>
          <div class="drop">
            <button class="button" @click=${this.#chooseFile}>${words.open}</button><span class="caption">${words.drop}</span>
          </div>
          ${this.#box()} ${this.#options()}
          <div aria-live="polite">${this.busy ? html`<p>${words.busy}</p>` : nothing}${this.error ? html`<p class="error">${texts.sentence(this.error)}</p>` : nothing}${this.#preview()}</div>
          <section><h3>${words.present}</h3>
            ${mayDownload() ? html`<button class="button" @click=${this.#save}>${words.save}</button>` : nothing}
            <button class="button" @click=${this.#copy}>${words.copy}</button>
          </section>
        </div>
        <button slot="actions" class="button" @click=${this.#close}>${words.cancel}</button>
        <button slot="actions" class="button primary" ?disabled=${!this.table || this.busy} @click=${this.#use}>${words.use}</button>
      </lab-dialog>
    `;
  }

  /** A long text is not put in the box: a browser would choke on it. */
  #box(): TemplateResult {
    const words = texts.csv;
    if (this.text.length > shownLength && !this.copying)
      return html`<p>${words.long(formatCount(this.text.length))} <button class="button small" @click=${this.#empty}>${words.empty}</button></p>`;
    return html`<textarea class="field" aria-label=${words.text} placeholder=${words.placeholder} spellcheck="false"
      .value=${this.text} ?readonly=${this.copying} @input=${this.#typed}></textarea>`;
  }

  #options(): TemplateResult {
    const words = texts.csv;
    const kinds = { guess: words.guess, classes: words.classes, numbers: words.numbers };
    return html`<div class="options">
      <label>${words.target}<input class="field" list="columns" placeholder=${words.guess} .value=${this.target} autocomplete="off"
        @input=${(event: Event) => this.#choose({ target: (event.target as HTMLInputElement).value })} /></label>
      <datalist id="columns">${this.table?.columns.map((name) => html`<option value=${name}></option>`)}</datalist>
      <lab-choice .label=${words.kind} .value=${this.kind} .options=${Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        @change=${(event: ValueEvent<string>) => this.#choose({ kind: event.detail as Kind })}></lab-choice>
    </div>`;
  }

  #preview(): TemplateResult | typeof nothing {
    const { table } = this;
    if (!table) return nothing;
    const words = texts.csv;
    const width = table.columns.length;
    const columns = table.columns.slice(0, previewColumns);
    const rows = Array.from({ length: Math.min(previewRows, table.targets.length) }, (_, row) => row);
    const target = (row: number) => table.classes?.[table.targets[row]] ?? formatExact(table.targets[row]);
    return html`
      <p>${words.preview(formatCount(table.targets.length), width)},
        ${table.classes ? words.previewClasses(table.classes) : words.previewNumbers}</p>
      <div class="preview" tabindex="0" role="region" aria-label=${words.previewLabel}><table>
        <thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}${width > previewColumns ? html`<th>…</th>` : nothing}
          <th scope="col">${this.target || words.targetHeading}</th></tr></thead>
        <tbody class="number">${rows.map(
          (
            row,
          ) => html`<tr>${columns.map((_, column) => html`<td>${formatExact(table.values[row * width + column])}</td>`)}
            ${width > previewColumns ? html`<td>…</td>` : nothing}<td>${target(row)}</td></tr>`,
        )}</tbody>
      </table></div>
    `;
  }

  #choose(options: { target?: string; kind?: Kind }): void {
    Object.assign(this, options);
    if (this.text !== "") void this.#read();
  }

  #typed(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value;
    if (this.text.trim() !== "") void this.#read();
    else this.#empty();
  }

  #empty(): void {
    this.#readings++;
    this.busy = false;
    this.copying = false;
    this.text = "";
    this.table = undefined;
    this.error = undefined;
  }

  /** Reads the text as it stands; of several readings under way the last one counts. */
  async #read(): Promise<void> {
    const reading = ++this.#readings;
    const kind = this.kind === "guess" ? undefined : this.kind;
    this.busy = this.text.length > shownLength;
    const outcome = await this.lab.readCsv(this.text, { target: this.target.trim() || undefined, kind });
    if (reading !== this.#readings) return;
    this.busy = false;
    this.table = outcome.value;
    this.error = outcome.error;
  }

  /** Takes a file that was chosen, or dropped on the page. */
  async readFile(file: File): Promise<void> {
    const { value: text, error } = await readText(file);
    this.#empty();
    this.error = error;
    if (text === undefined) return;
    this.text = text;
    await this.#read();
  }

  async #chooseFile(): Promise<void> {
    const file = await chooseFile(".csv,.tsv,.txt,text/csv,text/plain");
    if (file) await this.readFile(file);
  }

  async #use(): Promise<void> {
    const before = this.lab.description.value;
    const spec = withTable(before.spec, this.table!, targetsOf(before.table));
    this.busy = true;
    this.error = await this.lab.open({ spec });
    this.busy = false;
    if (this.error) return;
    const changed = ["model.output", "cost.error"]
      .map((field): Setting => [field, valueAt(spec, field)])
      .filter(([field, value]) => valueAt(before.spec, field) !== value);
    this.#empty();
    this.#close();
    this.dispatchEvent(new CustomEvent("used", { detail: changed }));
  }

  async #save(): Promise<void> {
    download(await this.lab.engine.writeCsv(), fileName(new Date(), ".csv"), "text/csv");
  }

  /** To the clipboard; where that is refused, into the box, from which it can be copied. */
  async #copy(): Promise<void> {
    const text = await this.lab.engine.writeCsv();
    if (await copyText(text)) {
      this.lab.notice.value = { kind: "text", text: texts.csv.copied };
      this.#close();
      return;
    }
    this.#empty();
    this.text = text;
    this.copying = true;
    await this.updateComplete;
    const box = this.renderRoot.querySelector("textarea")!;
    box.focus();
    box.select();
  }

  #close(): void {
    if (this.copying) this.#empty();
    this.dispatchEvent(new CustomEvent("close"));
  }
}
