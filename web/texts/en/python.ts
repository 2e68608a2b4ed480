/** Words of the Python instrument. */
export const python = {
  code: "The program",
  copy: "Copy",
  copied: "Copied.",
  notCopied: "The browser does not let the page copy: select the program and copy it.",
  prints: (step: string) =>
    `NumPy, with the points in it. Run, it makes the ${step} steps made here and prints the training cost, θ (of the weights that decide) and the training accuracy: the same numbers, to about nine digits.`,
  dialect: "Written with",
  dialects: { numpy: "NumPy", sklearn: "scikit-learn" },
  printsSklearn: (tolerance: string) =>
    `scikit-learn, with the points in it. Run, it prints coef_, intercept_ and the training accuracy: those of the page, to ${tolerance} relatively.`,
  refused: {
    sklearn:
      "scikit-learn does not do the same here. It does for Fisher’s formula by prior shares; for the perceptron by scikit-learn’s update, pattern by pattern in the given order from zero weights, after whole epochs; and for the logistic unit with an L2 penalty once Newton has reached the minimum. NumPy says all of it.",
    journal: "No program: something was changed on the way, and the program has one set of conditions from step 0.",
    single: "No program: this run is in single precision, the program would be in double.",
    points: "No program: more than 4,000 points are too many to write out.",
    schedule: "No program yet for a rate that changes by a schedule.",
    penalty: "No program yet for the perceptron's rule with a penalty.",
    tolerance: "No program yet for the perceptron's rule with a tolerance.",
    shrinkage: "No program yet for Fisher's formula with shrinkage.",
    huber: "No program yet for Huber's error.",
  },
} as const;
