/** Where sliders go: the part of a field's range in which one usually looks. What is typed may be anything that the
 *  core allows. */
export interface SliderRange {
  low: number;
  high: number;
  scale?: "linear" | "log";
  step?: number;
}

export const sliderRanges: Readonly<Record<string, SliderRange>> = {
  "data.count": { low: 10, high: 5000, scale: "log" },
  "data.noise": { low: 0, high: 1, step: 0.01 },
  "data.classes": { low: 2, high: 6 },
  "data.testFraction": { low: 0, high: 0.9, step: 0.05 },
  "cost.huberDelta": { low: 0.01, high: 10, scale: "log" },
  "cost.l1": { low: 1e-5, high: 1, scale: "log" },
  "cost.l2": { low: 1e-5, high: 1, scale: "log" },
  "learner.rate": { low: 1e-4, high: 10, scale: "log" },
  "learner.momentum": { low: 0, high: 0.99, step: 0.01 },
  "learner.decay": { low: 0.5, high: 0.999, step: 0.001 },
  "learner.beta1": { low: 0, high: 0.99, step: 0.01 },
  "learner.beta2": { low: 0.9, high: 0.9999, step: 0.0001 },
  "learner.epsilon": { low: 1e-10, high: 1e-2, scale: "log" },
  "learner.scheduleFactor": { low: 0.1, high: 1, step: 0.01 },
  "learner.scheduleEpochs": { low: 1, high: 1000, scale: "log" },
  "learner.clip": { low: 0.01, high: 100, scale: "log" },
  "learner.batch": { low: 1, high: 1000, scale: "log" },
};
