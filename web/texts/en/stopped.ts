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
  cycle: (step: string, epochs: number | undefined) =>
    `At step ${step} the weights are where they were ${epochs ? (epochs === 1 ? "one epoch" : `${epochs} epochs`) : "some epochs"} before: in this order it goes round for ever. No line is right for all points.`,
  neverEnds: "No line separates these points: the perceptron never ends.",
  someMistakes: "No line separates these points: some mistakes remain.",
  pocketKeeps: "The line shown is the pocket’s, with the fewest mistakes so far.",
  keepBest: "Keep the best (pocket)",
  solvedFisher: (step: string) =>
    `Done at step ${step}: the formula gives the line at once. Another step would give the same.`,
  solved: (step: string) => `Done at step ${step}: the gradient is zero. Another step would change nothing.`,
  singular:
    "S_W is singular here, as with points on one line: of the best directions this is the one with the shortest w.",
  separated: (step: string) =>
    `Stopped at step ${step}: a line separates the points (some may lie on it), and nothing holds the weights back. The likelihood has no maximum: twice the weights are always better, for ever. A penalty gives it one.`,
  runsAway:
    "A line separates the training points (some may lie on it), and nothing holds the weights back. The likelihood has no maximum: twice the weights are always better, so they grow as long as it trains. A penalty gives it one.",
  penalty: (lambda: number) => `Set λ = ${lambda}`,
  oneClass: "The training points are of one class: there is nothing to separate. Draw some of another.",
  addLayer: "Add a layer",
  goOn: "To go on, change the condition under Learning.",

  heading: (quantity: string, step: string) => `At step ${step} ${quantity} ceased to be a finite number`,
  quantities: { cost: "the cost", gradient: "the gradient", parameter: "a weight" },
  overflowed: (step: string) => `At step ${step} the cost is too large for a number`,
  overflowedWhy: (precision: "double" | "single") =>
    `The weights are still numbers, but so large that a number on the way to their cost exceeds what ${precision === "single" ? "32 bits can hold, about 3.4 × 10³⁸" : "64 bits can hold, about 1.8 × 10³⁰⁸"}. The cost is shown as ∞; what cannot be computed from it, as —. No step leads on from here.`,
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
