/** The errors of a network that fits numbers: training beside test. */
import { html, nothing, type TemplateResult } from "lit";
import { formatCount, formatNumber, formatShort } from "../app/numbers";
import type { CostSpec, Costs } from "../engine/protocol";
import * as texts from "../texts";

/** @param cost  says which error it is; only of the squared one are mean square and root known: error = ½ mean square */
export function regressionTable(cost: CostSpec, train: Costs, test: Costs | undefined): TemplateResult {
  const words = texts.scores.numbers;
  const columns = test ? [train, test] : [train];
  const name =
    cost.error === "squaredError"
      ? words.error.squaredError
      : cost.error === "huber"
        ? words.error.huber(formatShort(cost.huberDelta))
        : words.error.other;
  const row = (label: string, value: (costs: Costs) => string) => html`
    <tr>
      <th scope="row">${label}</th>
      ${columns.map((costs) => html`<td>${value(costs)}</td>`)}
    </tr>`;
  const squared = cost.error === "squaredError";
  return html`
    <section>
      <h3 class="heading" id="errors">${words.caption}</h3>
      <table class="errors" aria-labelledby="errors">
        <thead>
          <tr>
            <td></td>
            <th scope="col">${words.train}</th>
            ${test ? html`<th scope="col">${words.test}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${row(words.count, ({ count }) => formatCount(count))}
          ${row(name, ({ error }) => formatNumber(error))}
          ${squared ? row(words.meanSquare, ({ error }) => formatNumber(2 * error)) : nothing}
          ${squared ? row(words.root, ({ error }) => formatNumber(Math.sqrt(2 * error))) : nothing}
        </tbody>
      </table>
    </section>
  `;
}
