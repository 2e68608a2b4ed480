import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { icons } from "../../controls/icons";
import { formatCount, formatShort } from "../../controls/numbers";
import type { Source } from "../../engine/protocol";
import { type Setting, settingsForInputs, sourceInfo, targetsOf, withSource } from "../../state/combinations";
import { later } from "../../state/later";
import * as texts from "../../texts";
import { sayChanged } from "../../views/setTogether";
import { ExperimentSection } from "./experimentSection";
import { valueAt } from "./fieldEditor";
import type { LabCsvDialog } from "./labCsvDialog";
import { sourcePicture } from "./sourcePictures";

const csvDialog = later(() => import("./labCsvDialog"));
const pointsTable = later(() =>
  Promise.all([import("../../views/labPointsTable"), import("../../controls/labDialog")]),
);

const shownInputs = 4; // of the standardised ones; further ones can be unfolded

type Generated = keyof typeof sourceInfo;
const generated = Object.keys(sourceInfo) as Generated[];

/** Points: where they come from, how many, which of them are held out, which columns the model sees. */
@customElement("lab-points-section")
export class LabPointsSection extends ExperimentSection {
  static override styles = [
    ...ExperimentSection.styles,
    css`
      .sources { display: grid; grid-template-columns: repeat(6, 1fr); gap: 5px; margin-bottom: var(--space-1); }
      .source {
        aspect-ratio: 1; padding: 1px; background: var(--card); border: 1px solid var(--line); border-radius: var(--radius-s);
        cursor: pointer; overflow: hidden;
      }
      .source:hover { border-color: var(--line-strong); }
      .source[aria-pressed="true"] { border-color: var(--ink); box-shadow: inset 0 0 0 1px var(--ink); }
      .source.words { font-size: var(--text-xs); line-height: 1.1; color: var(--ink-2); }
      .source svg { width: 100%; height: 100%; }
      .a { fill: var(--a); } .b { fill: var(--b); } .c { fill: var(--c); }
      .stop-a { stop-color: var(--a); } .stop-mid { stop-color: var(--mid); } .stop-b { stop-color: var(--b); }
      .name { font-weight: 600; }
      ul { list-style: none; }
      .tools { display: flex; gap: 5px; padding: var(--space-1) 0; }
      .tools .button { flex: 1; }
      @media (pointer: coarse) { .sources { grid-template-columns: repeat(auto-fill, minmax(var(--touch), 1fr)); } }
    `,
  ];

  @state() private csvOpen = false;
  @state() private tableOpen = false;

  override render() {
    const { source } = this.spec.data;
    const info = source === "table" ? undefined : sourceInfo[source];
    return html`
      <h2 id="points">${texts.experiment.points}</h2>
      <div class="sources" role="group" aria-labelledby="points">
        ${generated.map((name) => this.#sourceButton(name, source))}
        <button class="source words" aria-pressed=${source === "table"} title=${texts.sources.table} @click=${this.#openCsv}>CSV</button>
      </div>
      ${this.#summary()}
      ${info?.generated ? [this.number("data.count"), this.number("data.noise")] : nothing}
      ${info?.anyClasses ? this.number("data.classes") : nothing}
      ${this.number("data.testFraction")}
      ${this.seed("data.seed", texts.experiment.newSeed, icons.dice)}
      <div class="tools">
        <button class="button small" @click=${this.#openCsv}>${texts.experiment.openCsv}</button>
        <button class="button small" @click=${this.#openTable}>${texts.experiment.openTable}</button>
      </div>
      ${this.#inputs()} ${this.toggle("data.standardize")} ${this.#standardized()}
      <lab-csv-dialog .lab=${this.lab} .open=${this.csvOpen} @close=${() => {
        this.csvOpen = false;
      }}
        @used=${(event: CustomEvent<Setting[]>) => sayChanged(this.lab, event.detail)}></lab-csv-dialog>
      ${this.#tableDialog()}
    `;
  }

  #sourceButton(name: Generated, present: Source): TemplateResult {
    const label = texts.sources[name];
    return html`<button class="source" aria-label=${label} title=${label} aria-pressed=${name === present ? "true" : "false"}
      @click=${() => this.#choose(name)}>${sourcePicture(name)}</button>`;
  }

  #summary(): TemplateResult {
    const { table, document, spec } = this.description;
    const test = table.test.reduce((count, held) => count + held, 0);
    const byHand = document.journal.some(({ change }) => change.kind.endsWith("Points") || change.kind === "retarget");
    return html`<p class="hint"><span class="name">${texts.sources[spec.data.source]}</span>${byHand ? texts.experiment.byHand : nothing}:
      ${texts.experiment.pointsNow(formatCount(table.targets.length), table.columns.length, formatCount(test))}</p>`;
  }

  #inputs(): TemplateResult | typeof nothing {
    const { columns } = this.description.table;
    if (columns.length <= 2 && this.spec.data.inputs.length === columns.length) return nothing;
    return html`
      <h3 id="inputs">${texts.experiment.inputs}</h3>
      <div class="chips" role="group" aria-labelledby="inputs">
        ${columns.map((name, column) => {
          const used = this.spec.data.inputs.includes(column);
          return html`<button class="button small" aria-pressed=${used} @click=${() => this.inTurn(() => this.#switchInput(column))}>${name}</button>`;
        })}
      </div>
      ${this.error("data.inputs")}
    `;
  }

  #standardized(): TemplateResult | typeof nothing {
    if (!this.spec.data.standardize) return nothing;
    const { table, means, deviations } = this.description;
    const formulas = this.spec.data.inputs.map((column) => {
      const [mean, deviation] = [means, deviations].map((list) => formatShort(list[column], 3));
      return html`<li>${texts.experiment.standardizeHint(table.columns[column], mean, deviation)}</li>`;
    });
    const rest = formulas.splice(shownInputs);
    return html`<p class="hint">${texts.experiment.standardizeWhy}</p><ul class="hint number">${formulas}</ul>
      ${rest.length > 0 ? html`<details class="hint"><summary>${texts.network.more(rest.length)}</summary><ul class="number">${rest}</ul></details>` : nothing}`;
  }

  #tableDialog(): TemplateResult | typeof nothing {
    if (!this.tableOpen) return nothing;
    return html`<lab-dialog wide .heading=${texts.experiment.tableHeading} .open=${true} @close=${() => {
      this.tableOpen = false;
    }}>
      <lab-points-table .lab=${this.lab}></lab-points-table></lab-dialog>`;
  }

  readonly #openCsv = async (): Promise<void> => {
    this.csvOpen = Boolean(await csvDialog(this.lab));
  };

  /** A file was dropped on the page. */
  async take(file: File): Promise<void> {
    await this.#openCsv();
    await this.renderRoot.querySelector<LabCsvDialog>("lab-csv-dialog")?.readFile?.(file);
  }

  async #openTable(): Promise<void> {
    this.tableOpen = Boolean(await pointsTable(this.lab));
  }

  async #switchInput(column: number): Promise<void> {
    const { inputs } = this.spec.data;
    const next = inputs.includes(column)
      ? inputs.filter((input) => input !== column)
      : [...inputs, column].sort((a, b) => a - b);
    if (next.length === 0) this.lab.notice.value = { kind: "text", text: texts.experiment.lastInput };
    else await this.editor.setAll(settingsForInputs(next, this.spec.model.features, inputs.length));
  }

  async #choose(source: Generated): Promise<void> {
    const before = this.spec;
    const spec = withSource(before, source, targetsOf(this.description.table));
    if (await this.lab.open({ spec })) return;
    const fields = ["data.standardize", "model.output", "cost.error"];
    const changed = fields.filter((field) => valueAt(before, field) !== valueAt(spec, field));
    sayChanged(
      this.lab,
      changed.map((field) => [field, valueAt(spec, field)] as const),
    );
  }
}
