import { SignalWatcher } from "@lit-labs/preact-signals";
import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { icons } from "../controls/icons";
import { formatCount, formatExact, formatNumber, parseNumber } from "../controls/numbers";
import { base } from "../controls/styles";
import type { Lab } from "../state/lab";
import * as texts from "../texts";
import { Changes } from "./changes";
import "./labGrid";
import type { Cell, GridColumn, GridEdit, LabGrid } from "./labGrid";

const sampled = 1000; // rows that say how many digits a column needs

/** The points as a table, for precision and for hands on keys: every value and class can be read, typed and chosen,
 *  points added and removed. */
@customElement("lab-points-table")
export class LabPointsTable extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    css`
      :host { display: flex; flex-direction: column; gap: var(--space-2); min-width: 0; --grid-height: min(420px, 60vh); }
      .actions { display: flex; flex-wrap: wrap; gap: var(--space-2); align-items: center; }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;
  @state() private unread = "";
  readonly #changes = new Changes();
  #digits: number[] = [];

  protected override willUpdate(): void {
    const { table } = this.lab.description.value;
    if (!this.#changes.seen("digits", table)) return;
    const rows = Array.from({ length: Math.min(sampled, table.targets.length) }, (_, row) => row);
    this.#digits = Array.from({ length: table.columns.length + 1 }, (_, column) =>
      digitsNeeded(rows.map((row) => this.#valueAt(row, column))),
    );
  }

  override render() {
    const { table } = this.lab.description.value;
    const rows = table.targets.length;
    const row = this.#pointedRow;
    return html`
      <lab-grid .label=${texts.points.label(formatCount(rows))} .columns=${this.#columns} .rowCount=${rows} .litRow=${row ?? -1}
        .rowName=${(at: number) => formatCount(at + 1)} .text=${(at: number, column: number) => this.#shown(at, column)}
        .exact=${(at: number, column: number) => this.#exact(at, column)}
        @edit=${(event: CustomEvent<GridEdit>) => this.#edit(event.detail)} @remove=${(event: CustomEvent<number>) => this.#removeRow(event.detail)}
        @point=${({ detail: { row } }: CustomEvent<Cell>) => (this.lab.pointed.value = { kind: "row", row })}></lab-grid>
      <div class="actions">
        <button class="button small" @click=${this.#add}>${icons.plus}${texts.points.add}</button>
        <button class="button small" ?disabled=${row === undefined} @click=${() => this.#removeRow(row!)}>${icons.remove}${
          row === undefined ? texts.points.removeNone : texts.points.remove(row)
        }</button>
      </div>
      <p class="caption">${texts.points.hint}</p>
      <p class="error" aria-live="polite">${this.unread}</p>
    `;
  }

  get #pointedRow(): number | undefined {
    const pointed = this.lab.pointed.value;
    return pointed?.kind === "row" && pointed.row < this.lab.description.value.table.targets.length
      ? pointed.row
      : undefined;
  }

  /** The table's own columns, then the target, then the split. */
  get #columns(): GridColumn[] {
    const { columns, classes } = this.lab.description.value.table;
    const options = classes?.map((label, index) => ({ value: String(index), label }));
    return [
      ...columns.map((name) => ({ name, edit: "text" as const })),
      options ? { name: texts.points.class, edit: "choice", options } : { name: texts.points.target, edit: "text" },
      { name: texts.points.split },
    ];
  }

  #shown(row: number, column: number): string {
    const { columns, classes, targets, test } = this.lab.description.value.table;
    if (column > columns.length) return test[row] ? texts.points.test : texts.points.training;
    if (column === columns.length && classes) return classes[targets[row]];
    return formatNumber(this.#valueAt(row, column), { digits: this.#digits[column] });
  }

  #exact(row: number, column: number): string {
    const value = this.#valueAt(row, column);
    return this.#columns[column]?.edit === "choice" ? String(value) : formatExact(value);
  }

  #valueAt(row: number, column: number): number {
    const { columns, targets, values } = this.lab.description.value.table;
    return column < columns.length ? values[row * columns.length + column] : targets[row];
  }

  /** What is wrong with a cell is said of it, under the table. */
  async #edit({ row, column, text }: GridEdit): Promise<void> {
    const { columns, values, classes } = this.lab.description.value.table;
    const value = classes && column === columns.length ? Number(text) : parseNumber(text);
    const cell = texts.points.cell(formatCount(row + 1), this.#columns[column].name);
    this.unread = value === undefined ? texts.controls.notANumber(cell, text, texts.controls.anySize) : "";
    if (value === undefined) return;
    const moved = [...values.subarray(row * columns.length, (row + 1) * columns.length)];
    const error = await this.lab.change(
      column === columns.length
        ? { kind: "retarget", rows: [row], target: value }
        : { kind: "movePoints", rows: [row], values: moved.with(column, value) },
    );
    if (error?.code !== "outOfRange") return;
    this.unread = texts.sentence(error, cell);
    this.lab.notice.value = undefined;
  }

  #removeRow(row: number): void {
    void this.lab.change({ kind: "removePoints", rows: [row] });
  }

  /** A new point at the means, of the class or number that the plane draws; it is shown and pointed at. */
  async #add(): Promise<void> {
    const { means, table } = this.lab.description.value;
    const { drawClass, drawTarget } = this.lab.view.value;
    const target = table.classes ? Math.min(drawClass, table.classes.length) : drawTarget;
    if (await this.lab.change({ kind: "addPoints", values: [...means], targets: [target] })) return;
    const row = this.lab.description.value.table.targets.length - 1;
    this.lab.pointed.value = { kind: "row", row };
    await this.updateComplete;
    this.renderRoot.querySelector<LabGrid>("lab-grid")!.reveal(row);
  }
}

/** Digits after the point that a column's numbers need, at most six; all of them are there while editing. */
function digitsNeeded(values: readonly number[]): number {
  return values.reduce(
    (most, value) => Math.max(most, (String(Number(value.toFixed(6))).split(".")[1] ?? "").length),
    0,
  );
}
