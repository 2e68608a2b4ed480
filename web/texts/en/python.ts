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
  restless: "A long restless descent multiplies what rounding changes.",
  refused: {
    points: "Too many points to write out: it takes at most 4,000. Take fewer.",
    empty: "There is no training point: draw some first.",
    torch:
      "PyTorch is for descent along the gradient, with momentum, ρ, β and ε as they began. Choose NumPy: it says all of it.",
    sklearn:
      "scikit-learn does this otherwise. It does the same, in double precision with nothing changed on the way, for Fisher’s formula by prior shares; for the perceptron by its own update, pattern by pattern in the given order from zero weights, after whole epochs; for the logistic unit with an L2 penalty, once Newton has arrived. Choose NumPy: it says all of it.",
  },
} as const;
