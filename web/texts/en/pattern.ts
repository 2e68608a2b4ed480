/** Words of the One pattern instrument. */
export const pattern = {
  none: "Here one pattern after the other is followed through Rosenblatt’s rule, with every number. Choose Perceptron under Model.",
  noPoints: "There are no training points to look at.",
  next: (row: number, name: string, y: string) => `Next: point ${row + 1}, of class ${name}, so y = ${y}`,
  batch: (count: number) =>
    `A step takes ${count} patterns at once: shown is the first of them, and the change that all of them make together.`,
  output: (name: string) => `Output for class ${name}`,
  score: "z = wᵀx + b",
  decision: "ŷ = φ(z)",
  difference: { lecture: "y − ŷ  (4)", scikitLearn: "y, where y z ≤ 0" },
  caption: "The weights: before, what is added, after",
  now: "now",
  added: { lecture: "+ η (y − ŷ) x  (6)", scikitLearn: "+ η y x" },
  afterwards: "then",
  right: "It is right, so nothing is added.",
  mended: (z: string) => `It is wrong. After the update z = ${z}: put right.`,
  stillWrong: (z: string, rate: string) =>
    `It is wrong, and one update does not put it right: after it z = ${z}. With η above ${rate} it would. (Erratum to (5).)`,
  mistakes: "mistakes so far",
  epochMistakes: "in this epoch",
  step: "Look at it",
  toMistake: "To the next mistake",
  line: "The points, the line of now and, dashed, the line after the update",
  arrows: "The space of the weights: w now, what is added, and w then",
  noPicture: "Drawn where the model has the two inputs x₁ and x₂ as they are.",
};
