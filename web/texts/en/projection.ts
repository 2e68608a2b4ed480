/** Words of the Projection instrument. */
export const projection = {
  none: "Here the points are seen along one direction. That needs a model of one layer (Fisher, Perceptron, Logistic unit) and training points of two classes, both there.",
  angle: "Direction u",
  arrow: "Arrow u",
  ofWeights: "u along w",
  ofFisher: "u along Fisher’s",
  rows: {
    ratio: "scatter ratio",
    angle: "angle",
    middle: "midpoint",
    model: "threshold, −b/‖w‖",
    right: "right there",
  },
  here: "along u",
  best: "Fisher’s",
  ratioNote:
    "Scatter ratio: (u^TS_B u) / (u^TS_W u), how far the means of z lie apart for how far z strays about them. Fisher’s direction, w ∝ S_W^{−1}(m_1 − m_0), has the greatest there is.",
  singular: "S_W is singular here: of the best directions this is the shortest w.",
  likelihood: "ln likelihood",
  likelihoodNote: "Σ [y ln a + (1 − y) ln(1 − a)] over the training points (22)",
  byHand: "Turned by hand, u is not the model’s w, and the middle decides.",
  histogram: "Training points by z = uᵀx. Dashed: the middle between the means. Solid: where the model decides.",
  withSigmoid: (name: string) =>
    `Training points by z = uᵀx, and on the curve p(${name}) = σ(wᵀx + b) (1) of the model. Dashed: the middle between the means. Solid: where p = ½.`,
  picture: (name: string) => `The points, and where they fall on u, towards ${name}. Drag u, or turn it by arrow keys.`,
  axes: { z: "z", count: "points", p: "p" },
};
