/** The numbers of one step beside the curve: those of now, or of the recorded step pointed at. */
import { html, nothing } from "lit";
import { formatCount, formatNumber, formatPercent } from "../controls/numbers";
import type { Costs, Curves, Frame } from "../engine/protocol";
import * as texts from "../texts";
import type { CostCurve, OtherCost } from "./costCurve";

/** What is known of one split at one step; NaN: not recorded. */
interface SplitReading {
  cost: number;
  error: number;
  penalty: number;
  accuracy: number;
  /** The perceptron's two costs, lecture (3) and (2), of the training points; elsewhere absent. */
  soft?: number;
  hard?: number;
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
  const split = ({ cost, error, penalty, accuracy = Number.NaN, soft, hard }: Costs) => ({
    cost,
    error,
    penalty,
    accuracy,
    soft,
    hard,
  });
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
  const split = (costs: Float64Array, errors: Float64Array, accuracies: Float64Array) => ({
    cost: costs[entry],
    error: errors[entry],
    penalty: curves.penalty[entry],
    accuracy: accuracies[entry],
  });
  return {
    step: curve.steps[entry],
    epoch: curve.epochs[entry],
    train: { ...split(curves.trainCost, curves.trainError, curves.trainAccuracy), ...sums(curves, entry) },
    test: frame.test && split(curves.testCost, curves.testError, curves.testAccuracy),
    ...kind(frame, penalised),
  };
}

const sums = ({ trainSoft, trainHard }: Curves, entry: number) =>
  Number.isNaN(trainHard[entry]) ? {} : { soft: trainSoft[entry], hard: trainHard[entry] };

const kind = (frame: Frame, parts: boolean) => ({ classes: frame.train.accuracy !== undefined, parts });

/** For a screen reader: "step 300, epoch 20, training cost 0.1234, test cost 0.1301". */
export function readingText(reading: Reading): string {
  const { rows, train, test } = texts.cost;
  const values = [texts.cost.value(rows.cost, train, formatNumber(reading.train.cost))];
  if (reading.test) values.push(texts.cost.value(rows.cost, test, formatNumber(reading.test.cost)));
  if (reading.classes) values.push(texts.cost.value(rows.accuracy, train, formatPercent(reading.train.accuracy)));
  if (reading.classes && reading.test)
    values.push(texts.cost.value(rows.accuracy, test, formatPercent(reading.test.accuracy)));
  for (const sum of ["soft", "hard"] as const) {
    const value = reading.train[sum];
    if (value !== undefined) values.push(texts.cost.value(rows[sum], train, formatNumber(value)));
  }
  return texts.cost.reading(
    formatCount(reading.step),
    epochText(reading.epoch, Number.isInteger(reading.epoch) ? 0 : 2),
    values.join(", "),
  );
}

/** From a thousand on whole, as the transport counts them. */
const epochText = (epoch: number, digits: number) =>
  epoch >= 1000 ? formatCount(Math.floor(epoch)) : formatNumber(epoch, { digits });

/** @param recorded  the reading is of a recorded step pointed at, not of now
 *  @param other  the perceptron's cost that is drawn beside the one trained on */
export function costReadout(reading: Reading, recorded: boolean, other?: OtherCost) {
  const { rows } = texts.cost;
  const row = (name: string, value: (split: SplitReading) => string) => html`
    <tr>
      <th scope="row">${name}</th>
      <td>${value(reading.train)}</td>
      ${reading.test ? html`<td>${value(reading.test)}</td>` : nothing}
    </tr>`;
  const sum = (name: OtherCost, format: (value: number) => string) => {
    const value = reading.train[name];
    const sample = name === other ? html`<i class="sample other"></i>` : nothing;
    return value === undefined
      ? nothing
      : html`<tr><th scope="row">${rows[name]}${sample}</th><td>${format(value)}</td>${reading.test ? html`<td></td>` : nothing}</tr>`;
  };
  return html`
    <p class="when">
      <b>${recorded ? texts.cost.recorded : texts.cost.now}</b>
      <span>${texts.cost.step} <span class="number">${formatCount(reading.step)}</span></span>
      <span>${texts.cost.epoch} <span class="number">${epochText(reading.epoch, 2)}</span></span>
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
        ${reading.parts ? row(rows.error, ({ error }) => formatNumber(error)) : nothing}
        ${reading.parts ? row(rows.penalty, ({ penalty }) => formatNumber(penalty)) : nothing}
        ${sum("soft", formatNumber)} ${sum("hard", formatCount)}
        ${reading.classes ? row(rows.accuracy, ({ accuracy }) => formatPercent(accuracy)) : nothing}
      </tbody>
    </table>
  `;
}
