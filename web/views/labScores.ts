/** The Scores instrument: what is decided rightly and what for what, training beside test; for regression, the errors. */
import { SignalWatcher } from "@lit-labs/preact-signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { base } from "../controls/styles";
import type { Lab } from "../state/lab";
import * as texts from "../texts";
import { confusionTable } from "./confusionTable";
import { instrument } from "./instrumentStyles";
import { OnScreen } from "./onScreen";
import { regressionTable } from "./regressionTable";

@customElement("lab-scores")
export class LabScores extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    instrument,
    css`
      .scores { display: flex; flex-direction: column; gap: var(--space-4); min-height: 220px; }
      .splits { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--space-5); }
      .heading { display: flex; flex-wrap: wrap; gap: 2px var(--space-2); align-items: baseline; margin-bottom: var(--space-2); }
      .accuracy { font-weight: 400; font-size: var(--text-s); color: var(--ink-2); white-space: nowrap; }
      .accuracy .number { font-size: var(--text-l); font-weight: 600; color: var(--ink); }
      .scroll { overflow-x: auto; }
      table { width: auto; min-width: 60%; }
      th, td { padding: 4px var(--space-2); }
      th:first-child { padding-left: 0; }
      thead th { font-size: var(--text-s); }
      thead th.class, tbody th.class { color: var(--ink); }
      th.corner { font-weight: 400; }
      [scope="colgroup"] { text-align: center; padding-bottom: 0; }
      .name { display: inline-flex; gap: 5px; align-items: center; max-width: 7.5em; }
      .name span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .name svg { flex: none; }
      .cell {
        min-width: 4.6em; border: 2px solid var(--card);
        background: color-mix(in srgb, var(--ink) calc(var(--share, 0) * 26%), var(--well));
      }
      .cell.right { font-weight: 600; }
      .score { line-height: 1.2; }
      .fraction { margin-right: 7px; color: var(--ink-2); font: var(--text-s) var(--serif); font-variant-numeric: tabular-nums lining-nums; }
      tbody tr:last-child .fraction { display: block; margin: 0; }
      :is(.several, .many) thead .name > span {
        position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      }
      .several .cell { min-width: 3.6em; }
      .many :is(th, td):not(:first-child) { padding-inline: 4px; }
      .many .cell { min-width: 2.3em; }
      .many .score { font-size: var(--text-m); }
      .many tbody tr .fraction { display: none; }
      .errors { width: 100%; max-width: 560px; }
      .formulas { display: flex; flex-wrap: wrap; gap: 2px var(--space-4); }
      .formulas dt { display: inline; font-weight: 600; color: var(--ink); }
      .formulas dd { display: inline; }
      @container (max-width: 859px) {
        .several .fraction { display: block; margin: 0; }
      }
      @container (max-width: 619px) {
        .splits { grid-template-columns: minmax(0, 1fr); }
        th, td { padding-inline: 5px; }
        .cell { min-width: 3.4em; }
        .score .fraction { display: block; margin: 0; }
        .several :is(th, td) { padding-inline: 4px; }
        .several .cell { min-width: 3em; }
        .several .score { font-size: var(--text-s); }
        .several .fraction { font-size: var(--text-xs); }
      }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;

  #wanting = false;
  readonly #screen = new OnScreen(this, () => this.lab.want(this, undefined));

  override render() {
    const { table } = this.lab.description.value;
    return html`<div class="scores">${table.classes ? this.#decisions(table.classes) : this.#errors()}</div>`;
  }

  #decisions(classes: readonly string[]) {
    const { confusion } = this.lab.frame.value;
    // One class alone is told from another that is not there yet.
    const names = Array.from({ length: Math.max(2, classes.length) }, (_, i) => texts.plane.nameOf(classes, i));
    if (confusion?.train.precision.length !== names.length) return nothing;
    const { splits, noTest, formulas } = texts.scores;
    return html`
      <div class="splits">
        ${confusionTable(splits.train, confusion.train, names)}
        ${confusion.test ? confusionTable(splits.test, confusion.test, names) : html`<p class="note">${noTest}</p>`}
      </div>
      <dl class="formulas note">
        ${formulas.map(([name, meaning]) => html`<div><dt>${name}</dt> <dd>= ${meaning}</dd></div>`)}
      </dl>
    `;
  }

  #errors() {
    const frame = this.lab.frame.value;
    return html`
      ${regressionTable(this.lab.description.value.spec.cost, frame)}
      ${frame.test ? nothing : html`<p class="note">${texts.scores.noTest}</p>`}
    `;
  }

  protected override updated(): void {
    this.#screen.measure(this.renderRoot.querySelector(".scores")!);
    if (this.#wanting !== this.#screen.visible) {
      this.#wanting = this.#screen.visible;
      this.lab.want(this, this.#wanting ? { confusion: true, regression: true } : undefined);
    }
    for (const cell of this.renderRoot.querySelectorAll<HTMLElement>("[data-share]"))
      cell.style.setProperty("--share", cell.dataset.share!);
  }
}
