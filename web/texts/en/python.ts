/** Words of the Python instrument. */
export const python = {
  code: "The program",
  copy: "Copy",
  copied: "Copied.",
  notCopied: "The browser does not let the page copy: select the program and copy it.",
  dialect: "Written with",
  dialects: { numpy: "NumPy", torch: "PyTorch", sklearn: "scikit-learn" },
  prints: (dialect: string, what: string, tolerance: string) =>
    `${dialect}, with the points in it. Run, it prints ${what} and the training accuracy: those of the page, to ${tolerance} relatively.`,
  theta: "the training cost, θ (of the weights that decide)",
  coefficients: "coef_, intercept_",
  restless: "A long and restless descent multiplies differences in the last digit.",
  refused: {
    points: "No program: more than 4,000 points are too many to write out. Take fewer, or save them as CSV.",
    empty: "No program: there is no training point. Draw some first.",
    torch:
      "PyTorch is for descent along the gradient, with momentum, ρ, β and ε as they began. NumPy says all of it: choose that.",
    sklearn:
      "scikit-learn does not do the same here. It does, in double precision and with nothing changed on the way, for Fisher’s formula by prior shares; for the perceptron by its own update, pattern by pattern in the given order from zero weights, after whole epochs; and for the logistic unit with an L2 penalty, once Newton has reached the minimum. NumPy says all of it: choose that.",
  },
} as const;
