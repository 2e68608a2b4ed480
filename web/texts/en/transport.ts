/** Words of the transport: training and stepping. */
import type { Speed } from "../../engine/protocol";

export const transport = {
  label: "Training",
  rewind: "Rewind",
  rewindTitle: "To step 0, the very same first weights (Home)",
  back: "Back",
  backTitle: "One update back (←)",
  train: "Train",
  pause: "Pause",
  trainTitle: "Train, pause (Space)",
  step: "Step",
  stepTitle: "One step on (→)",
  stepUnit: "A step is",
  units: { update: "update", epoch: "epoch" },
  speed: "Speed",
  speedOf(speed: Speed): string {
    if (speed === "full") return "full speed";
    const unit = speed.unit === "step" ? "step" : "epoch";
    return `${speed.perSecond} ${unit}${speed.perSecond === 1 ? "" : "s"}/s`;
  },

  epoch: "Epoch",
  stepNumber: "Step",
  cost: "Cost",
  testCost: "Test cost",
  right: "Right",
  rightOf: (right: string, count: string) => `${right} / ${count}`,
  rate: "α",
  rateTitle: "Learning rate in force, after its schedule",
  notFinite: "∞: larger than any number. —: no number",
  costTitle: "Mean error over the training points, plus the penalty",
  testCostTitle: "Mean error over the points held out for testing, plus the penalty",
  rightTitle: "Training points that the model decides rightly",
  replaying: (step: string, target: string) => `Replaying: step ${step} of ${target}`,
};
