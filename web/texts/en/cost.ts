/** Words of the Cost instrument. */
import { fieldName } from "./errors";
import { choices } from "./names";

export const cost = {
  shown: "What is shown",
  quantities: { cost: "Cost", accuracy: "Accuracy" },
  scale: "Scale of the cost",
  scales: { linear: "Linear", log: "Log" },
  epoch: "epoch",
  step: "step",
  plot: "Curve over the steps of training",
  train: "training",
  test: "test",
  now: "Now",
  recorded: "There",
  rows: {
    cost: "cost",
    error: "error",
    penalty: "+ penalty",
    accuracy: "right",
    soft: "soft (3), Σ",
    hard: "hard (2), Σ",
  },
  empty: "Press Train: the cost of the training points, and of the test points, is drawn here against the epochs.",
  hint: "Drag along the curve to go to a step.",
  gaps: {
    notFinite: (count: number) =>
      count === 1
        ? "At one recorded step the cost is not finite: it has no place here."
        : `At ${count} recorded steps the cost is not finite: they have no place here.`,
    notPositive: (count: number) =>
      count === 1
        ? "One recorded cost is 0: it has no place on a log scale."
        : `${count} recorded costs are 0: they have no place on a log scale.`,
  },
  /** What a screen reader says of the step under the cursor. */
  reading: (step: string, epoch: string, values: string) =>
    `step ${step}, epoch ${epoch}${values ? `, ${values}` : ""}`,
  value: (quantity: string, split: string, value: string) => `${split} ${quantity} ${value}`,
  journal: {
    at: (step: string, changes: string) => `step ${step}: ${changes}`,
    field: fieldName,
    choice: (value: string) => choices[value] ?? value,
    set: (field: string, before: string, after: string) => `${field} ${before} → ${after}`,
    parameter: (name: string, after: string) => `${name} set to ${after}`,
    added: (count: number) => `${count} ${count === 1 ? "point" : "points"} added`,
    removed: (count: number) => `${count} ${count === 1 ? "point" : "points"} removed`,
    moved: (count: number) => `${count} ${count === 1 ? "point" : "points"} moved`,
    retargeted: (count: number) => `${count} ${count === 1 ? "point" : "points"} given another class or number`,
    more: (count: number) => `and ${count} more`,
    on: "on",
    off: "off",
    none: "none",
  },
};
