/** Words of the Scores instrument. */
export const scores = {
  splits: { train: "Training points", test: "Test points" },
  accuracy: "accuracy",
  precision: "precision",
  recall: "recall",
  decided: "decided as",
  truth: "is really",
  precisionTitle: "Of what was decided to be this class (the column): the share that is",
  recallTitle: "Of what is this class (the row): the share that was decided so",
  noPrecision: "Nothing was decided to be this class, so there is no precision",
  noRecall: "There is no point of this class, so there is no recall",
  formulas: [
    ["accuracy", "right ones of all"],
    ["precision", "right ones of the column: of all decided so"],
    ["recall", "right ones of the row: of all that are so"],
  ],
  noTest: "No points are held out for testing: what the network makes of points it has not seen stays unknown.",
  numbers: {
    caption: "How far the output a is from the target y, over all points, without penalty",
    train: "training",
    test: "test",
    count: "points",
    error: {
      squaredError: "error: mean of ½(a − y)²",
      huber: (delta: string) => `error: mean of Huber’s loss, δ = ${delta}`,
      other: "error",
    },
    meanSquare: "mean square: mean of (a − y)²",
    root: "its root, in the target’s unit",
    determination: "R²: 1 at best, 0 where the mean does as well",
  },
};
