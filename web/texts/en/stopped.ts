/** Words of the card that says why a run stopped. */
export const stopped = {
  cost: (limit: string, step: string) =>
    `Stopped at step ${step}: the training cost is at most ${limit}, as you asked.`,
  accuracy: (limit: string, step: string) =>
    `Stopped at step ${step}: the training accuracy is at least ${limit}, as you asked.`,
  epochs: (limit: string, step: string) => `Stopped at step ${step}: ${limit} epochs are done, as you asked.`,
  noPatterns: "There is nothing to learn from: no training points. Draw some, or hold fewer out for testing.",
  noMistakes: (step: string) =>
    `Done at step ${step}: a whole epoch without a mistake. The perceptron learns from mistakes alone, so it will not move again.`,
  tolerance: (step: string, epochs: string) =>
    `Stopped at step ${step}: for ${epochs} epochs the cost has not fallen by the tolerance.`,
  cycle: (step: string, period: string) =>
    `At step ${step} the weights are where they were ${period} before: in this order it goes round for ever. No line is right for all points. Let the pocket decide, or go on with a network.`,
  cyclePeriod: (epochs: number) => (epochs === 1 ? "one epoch" : `${epochs} epochs`),
  solvedFisher: (step: string) =>
    `Done at step ${step}: the formula gives the line at once. Another step would give the same.`,
  solved: (step: string) => `Done at step ${step}: the gradient is zero. Another step would change nothing.`,
  separated: (step: string) =>
    `Stopped at step ${step}: all points are right, and nothing holds the weights back. The likelihood has no maximum: twice the weights are always better, for ever. A penalty (λ > 0) gives it one.`,
  oneClass: "The training points are of one class: there is nothing to separate. Draw some of another.",
  addLayer: "Take these points to a network",
  goOn: "To go on, change the condition under Learning.",

  heading: (quantity: string, step: string) => `At step ${step} ${quantity} ceased to be a finite number`,
  quantities: { cost: "the cost", gradient: "the gradient", parameter: "a weight" },
  overflowed: (step: string) => `At step ${step} the cost is too large for a number`,
  overflowedWhy:
    "The weights are still numbers, but so large that their cost exceeds what 64 bits can hold, about 1.8 × 10³⁰⁸. It is shown as ∞; what cannot be computed from it, as —. The step after this one breaks off.",
  why: "Why it may be",
  rateTooLarge: (rate: string) =>
    `The learning rate α = ${rate} may be too large. Then every step overshoots the valley, lands higher on the other side, where the gradient is larger, and the next step overshoots by more.`,
  unbounded: (activations: string) =>
    `Nothing bounds what ${activations} gives: numbers can grow from layer to layer and from step to step, and the gradient with them (it explodes).`,
  manyLayers: (layers: number) =>
    `An error passes ${layers} layers on its way back and is multiplied by weights at each: where these are large, so is the gradient of the first layers.`,
  noClip: "No clipping is set: a single huge gradient moves the weights as far as it says.",
  largeInputs: "The inputs are large numbers: standardising them makes the valley rounder.",
  oneBack: "One step back",
  rewind: "Rewind",
  halve: "Halve the rate and rewind",
};
