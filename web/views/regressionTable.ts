/** The errors of a network that fits numbers: training beside test. */
import { html, nothing, type TemplateResult } from "lit";
import { formatCount, formatNumber, formatShort } from "../controls/numbers";
import type { CostSpec, Costs, Frame, Regression } from "../engine/protocol";
import * as texts from "../texts";

/** @param cost  says which error it is */
export function regressionTable(cost: CostSpec, { train, test, regression }: Frame): TemplateResult {
  const words = texts.scores.numbers;
  const splits = [
    { costs: train, scores: regression?.train },
    ...(test ? [{ costs: test, scores: regression?.test }] : []),
  ];
  const name =
    cost.error === "squaredError"
      ? words.error.squaredError
      : cost.error === "huber"
        ? words.error.huber(formatShort(cost.huberDelta))
        : words.error.other;
  const cells = (label: string, values: string[]) => html`
    <tr>
      <th scope="row">${label}</th>
      ${values.map((value) => html`<td>${value}</td>`)}
    </tr>`;
  const row = (label: string, value: (costs: Costs) => string) =>
    cells(
      label,
      splits.map(({ costs }) => value(costs)),
    );
  const score = (label: string, key: keyof Regression) =>
    cells(
      label,
      splits.map(({ scores }) => (scores ? formatNumber(scores[key]) : "")),
    );
  return html`
    <section>
      <h2 class="heading" id="errors">${words.caption}</h2>
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
          ${score(words.meanSquare, "meanSquaredError")}
          ${score(words.root, "rootMeanSquaredError")}
          ${score(words.determination, "determination")}
        </tbody>
      </table>
    </section>
  `;
}
