/** The numbers of one step beside the curve: those of now, or of the recorded step pointed at. */
import { html, nothing } from "lit";
import { formatCount, formatNumber, formatPercent } from "../app/numbers";
import type { Costs, Frame } from "../engine/protocol";
import * as texts from "../texts";
import type { CostCurve } from "./costCurve";

/** What is known of one split at one step; NaN: not recorded. */
interface SplitReading {
  cost: number;
  error: number;
  penalty: number;
  accuracy: number;
}

export interface Reading {
  step: number;
  epoch: number;
  train: SplitReading;
  test?: SplitReading;
  /** Classes are told apart, so there is an accuracy. */
  classes: boolean;
  /** A penalty is on, so the cost has two parts. */
  parts: boolean;
}

/** @param penalised  a penalty is on */
export function readingNow(frame: Frame, penalised: boolean): Reading {
  const split = ({ cost, error, penalty, accuracy = Number.NaN }: Costs) => ({ cost, error, penalty, accuracy });
  return {
    step: frame.step,
    epoch: frame.epoch,
    train: split(frame.train),
    test: frame.test && split(frame.test),
    ...kind(frame, penalised),
  };
}

export function readingAt(frame: Frame, penalised: boolean, curve: CostCurve, entry: number): Reading {
  const { curves } = frame;
  if (!curves || entry >= curves.steps.length) return readingNow(frame, penalised);
  const split = (costs: Float64Array, accuracies: Float64Array) => ({
    cost: costs[entry],
    error: Number.NaN,
    penalty: Number.NaN,
    accuracy: accuracies[entry],
  });
  return {
    step: curve.steps[entry],
    epoch: curve.epochs[entry],
    train: split(curves.trainCost, curves.trainAccuracy),
    test: frame.test && split(curves.testCost, curves.testAccuracy),
    ...kind(frame, penalised),
  };
}

const kind = (frame: Frame, parts: boolean) => ({ classes: frame.train.accuracy !== undefined, parts });

/** For a screen reader: "step 300, epoch 20, training cost 0.1234, test cost 0.1301". */
export function readingText(reading: Reading): string {
  const { rows, train, test } = texts.cost;
  const values = [texts.cost.value(rows.cost, train, formatNumber(reading.train.cost))];
  if (reading.test) values.push(texts.cost.value(rows.cost, test, formatNumber(reading.test.cost)));
  if (reading.classes) values.push(texts.cost.value(rows.accuracy, train, formatPercent(reading.train.accuracy)));
  if (reading.classes && reading.test)
    values.push(texts.cost.value(rows.accuracy, test, formatPercent(reading.test.accuracy)));
  return texts.cost.reading(formatCount(reading.step), epochText(reading.epoch), values.join(", "));
}

const epochText = (epoch: number) => formatNumber(epoch, { digits: Number.isInteger(epoch) || epoch >= 1000 ? 0 : 2 });

/** @param recorded  the reading is of a recorded step pointed at, not of now */
export function costReadout(reading: Reading, recorded: boolean) {
  const { rows } = texts.cost;
  const row = (name: string, value: (split: SplitReading) => string, title?: string) => html`
    <tr>
      <th scope="row">${name}</th>
      <td title=${title ?? nothing}>${value(reading.train)}</td>
      ${reading.test ? html`<td title=${title ?? nothing}>${value(reading.test)}</td>` : nothing}
    </tr>`;
  const unknown = recorded && Number.isNaN(reading.train.error) ? texts.cost.partsUnknown : undefined;
  return html`
    <p class="when">
      <b>${recorded ? texts.cost.recorded : texts.cost.now}</b>
      <span>${texts.cost.step} <span class="number">${formatCount(reading.step)}</span></span>
      <span>${texts.cost.epoch} <span class="number">${formatNumber(reading.epoch, { digits: 2 })}</span></span>
    </p>
    <table>
      <thead>
        <tr>
          <td></td>
          <th scope="col">${texts.cost.train}<i class="sample"></i></th>
          ${reading.test ? html`<th scope="col">${texts.cost.test}<i class="sample test"></i></th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${row(rows.cost, ({ cost }) => formatNumber(cost))}
        ${reading.parts ? row(rows.error, ({ error }) => formatNumber(error), unknown) : nothing}
        ${reading.parts ? row(rows.penalty, ({ penalty }) => formatNumber(penalty), unknown) : nothing}
        ${reading.classes ? row(rows.accuracy, ({ accuracy }) => formatPercent(accuracy)) : nothing}
      </tbody>
    </table>
  `;
}
