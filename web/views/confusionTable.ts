/** A confusion matrix with its scores in the margins: recall at the end of each row, precision under each column. */
import { html, nothing, svg, type TemplateResult } from "lit";
import { formatCount, formatPercent } from "../controls/numbers";
import type { Confusion } from "../engine/protocol";
import * as texts from "../texts";
import { lookOf, markPath } from "./classMarks";

/** The share of its row that a cell holds is in `data-share`, for the shade. From three classes on the columns are headed
 *  by their marks alone; the rows have the names. */
export function confusionTable(
  name: string,
  { counts, accuracy, precision, recall }: Confusion,
  classes: readonly string[],
): TemplateResult {
  const words = texts.scores;
  const k = classes.length;
  const many = k > 4;
  const percent = (share: number) => formatPercent(share, many ? 0 : 1);
  const at = (row: number, column: number) => counts[row * k + column];
  const indices = classes.map((_, i) => i);
  const rowSum = (row: number) => indices.reduce((sum, column) => sum + at(row, column), 0);
  const columnSum = (column: number) => indices.reduce((sum, row) => sum + at(row, column), 0);
  const right = indices.reduce((sum, i) => sum + at(i, i), 0);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return html`
    <section>
      <h2 class="heading">${name}
        <span class="accuracy">${words.accuracy} ${fraction(right, all)}<span class="number">${formatPercent(accuracy)}</span></span>
      </h2>
      <div class="scroll" tabindex=${many ? 0 : nothing} role=${many ? "region" : nothing} aria-label=${many ? name : nothing}>
        <table class=${many ? "many" : k > 2 ? "several" : nothing}>
          <thead>
            <tr>
              <td></td>
              <th scope="colgroup" colspan=${k}>${words.decided}</th>
              <td></td>
            </tr>
            <tr>
              <th scope="col" class="corner">${words.truth}</th>
              ${indices.map((i) => html`<th scope="col" class="class">${classHeading(i, classes[i])}</th>`)}
              <th scope="col" title=${words.recallTitle}>${words.recall}</th>
            </tr>
          </thead>
          <tbody>
            ${indices.map(
              (row) => html`<tr>
                <th scope="row" class="class">${classHeading(row, classes[row])}</th>
                ${indices.map((column) => {
                  const share = rowSum(row) > 0 ? at(row, column) / rowSum(row) : 0;
                  return html`<td class=${row === column ? "cell right" : "cell"} data-share=${share.toFixed(3)}>${formatCount(at(row, column))}</td>`;
                })}
                <td class="score" title=${Number.isNaN(recall[row]) ? words.noRecall : words.recallTitle}>${fraction(at(row, row), rowSum(row))}${percent(recall[row])}</td>
              </tr>`,
            )}
            <tr>
              <th scope="row" title=${words.precisionTitle}>${words.precision}</th>
              ${indices.map(
                (column) =>
                  html`<td class="score" title=${Number.isNaN(precision[column]) ? words.noPrecision : words.precisionTitle}>${fraction(at(column, column), columnSum(column))}${percent(precision[column])}</td>`,
              )}
              <td></td>
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  `;
}

/** From what a share comes, so that it can be recomputed. */
const fraction = (part: number, whole: number) =>
  html`<span class="fraction">${formatCount(part)} / ${formatCount(whole)}</span>`;

/** A class's mark and name. */
function classHeading(index: number, name: string): TemplateResult {
  return html`<span class="name" title=${name}>
    <svg viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true">
      ${svg`<path d=${markPath(index, 5)} fill=${`var(--${"abcdef"[lookOf(index)]})`} />`}
    </svg><span>${name}</span></span>`;
}
