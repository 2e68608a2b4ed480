/** Chapter 1: two classes, one score. Formulas carry the lecture's numbers. */
export const chapter1 = {
  heading: "1  Two classes, one score",
  sections: [
    {
      heading: "A line is a direction and a threshold",
      text: [
        "Two measurements make a point, two kinds of things make two classes. The simplest way to tell them apart is one number, a score:",
        "=z = wᵀx + b",
        "w is a direction: all points on a line across w have the same z. b moves the line z = 0 along w. Whoever lies beyond it is called B.",
        "Which w? Fisher asked in 1936: seen along which direction do the classes lie furthest apart, measured by how far each strays about its own mean?",
        "=(uᵀS_B u) / (uᵀS_W u) → greatest,   S_B = (m₁ − m₀)(m₁ − m₀)ᵀ",
        "The answer is a formula. No search, one step:",
        "=w ∝ S_W⁻¹ (m₁ − m₀)",
        "The threshold stands midway between the means of z; where one class is rarer, its prior share moves it towards that class.",
      ],
    },
    {
      heading: "From a score to a probability",
      text: [
        "A score of 3 says B, but how surely? The sigmoid makes a probability of it:",
        "=p(y=1) = φ(z) = 1 / (1 + e⁻ᶻ),   p(y=0) = 1 − φ(z)   (1)",
        "The logistic unit has the same line as Fisher’s could have been, but it finds it otherwise: by making the points as likely as it can.",
        "=ln L = Σ [y ln a + (1 − y) ln(1 − a)]   (22)",
        "Its cost is −ln L over the points. It falls by descent, or by Newton’s method, which uses the curvature and needs a handful of steps.",
        "Where a line separates the points without a mistake, twice the weights are always likelier: there is no maximum, and the weights run away. A penalty λ/2‖w‖² holds them.",
      ],
    },
  ],
  starts: ["Fisher on two clouds", "Logistic unit on the same", "Two discs that never touch"],
  predictions: [
    {
      question:
        "All points are shifted by the same amount, up and to the right. What becomes of Fisher’s line among the points?",
      choices: ["It stays where it was among them", "It turns", "It stays where it was on the paper"],
      right: 0,
      why: "Means move along, scatters do not: w is the same, and the threshold moves with the points.",
    },
    {
      question: "One class is much wider across than along. Does Fisher’s w point from mean to mean?",
      choices: ["Yes, always", "Only where the scatter is alike in all directions", "Never"],
      right: 1,
      why: "S_W⁻¹ turns w away from directions in which the classes stray. Only where S_W is a multiple of the identity does it leave m₁ − m₀ as it is.",
    },
    {
      question:
        "The classes do not overlap at all. What does the logistic unit do without a penalty, trained for ever?",
      choices: ["It stops at the best line", "Its weights grow for ever", "Its cost rises"],
      right: 1,
      why: "Each point is right already; larger weights make each probability a little nearer to 1. The cost nears 0 and never gets there.",
    },
  ],
  tries: [
    "Choose Fisher and press Train: one step, and the line is there.",
    "Open Projection: the arrow u, the points seen along it, both histograms. Turn u and watch the scatter ratio: none is greater than Fisher’s.",
    "With Fisher, add a few points of one class far away and step again: the line follows them. Squares do not forgive.",
    "Choose the logistic unit and train until its training cost is below 0.3.",
    "Two discs without noise, logistic unit, rule Newton: the run says that the weights run away.",
    "Give it λ > 0 and train again: now there is a minimum, and Newton stops there.",
  ],
} as const;
