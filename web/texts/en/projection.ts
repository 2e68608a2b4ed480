/** Words of the Projection instrument. */
export const projection = {
  none: "Here the points are seen along one direction. That needs a model of one layer (Fisher, Perceptron, Logistic unit) and training points of two classes, both there.",
  angle: "Direction u",
  ofWeights: "u along w",
  ofFisher: "u along Fisher’s",
  rows: { ratio: "scatter ratio", right: "right of the middle", angle: "angle" },
  here: "along u",
  best: "Fisher’s",
  ratioNote:
    "Scatter ratio: (uᵀS_B u) / (uᵀS_W u), how far the means of z lie apart for how far z strays about them. Fisher’s direction, w ∝ S_W⁻¹(m₁ − m₀), has the greatest there is.",
  singular: "S_W is singular here: of the best directions this is the shortest w.",
  likelihood: "ln likelihood",
  likelihoodNote: "Σ [y ln a + (1 − y) ln(1 − a)] over the training points (22)",
  separated:
    "Every training point is right and no penalty holds w back: the likelihood has no maximum, twice the weights are always better. Trained on, w runs away. λ > 0 stops it.",
  histogram: "Training points by z = uᵀx, the middle between the means dashed",
  withSigmoid: "Training points by z = uᵀx; violet: the model’s p(B) = σ(wᵀx + b) (1), and where it is ½",
  picture: "The points, and where they fall on u",
  count: "points",
};
