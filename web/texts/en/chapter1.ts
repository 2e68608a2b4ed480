/** Chapter 1: two classes, one score. Formulas carry the lecture's numbers. */
export const chapter1 = {
  heading: "1  Two classes, one score",
  sections: [
    {
      heading: "A line is a direction and a threshold",
      text: [
        "Two measurements make a point, two kinds of things make two classes. The simplest way to tell them apart is one number, a score:",
        "=z = w^Tx + b",
        "w is a direction: all points on a line across w have the same z. b moves the line z = 0 along w. Whoever lies beyond it is called B.",
        "Which w? Fisher asked in 1936: seen along which direction u do the classes lie furthest apart, measured by how far each strays about its own mean?",
        "=(u^TS_B u) / (u^TS_W u) → greatest",
        "=S_B = (m_1 − m_0)(m_1 − m_0)^T",
        "=S_W = Σ (x − m)(x − m)^T",
        "m_0 and m_1 are the classes’ means; in S_W, m is the mean of the point’s own class. The answer is a formula. No search, one step:",
        "=w ∝ S_W^{−1}(m_1 − m_0)",
        "The threshold stands midway between the means of z. By prior shares it moves from there towards the rarer class.",
      ],
    },
    {
      heading: "From a score to a probability",
      text: [
        "A score of 3 says B, but how surely? The sigmoid makes a probability of it:",
        "=p(y=1) = φ(z) = 1 / (1 + e^{−z})   (1)",
        "=p(y=0) = 1 − φ(z)   (1)",
        "The logistic unit decides by a line as well, but finds it otherwise: it makes the points as likely as it can. With a = φ(z) for each point (the lecture leaves this one blank):",
        "=ln L = Σ [y ln a + (1 − y) ln(1 − a)]   (22)",
        "Its cost is −ln L / n, the mean over the n points. It falls by descent, or by Newton’s method, which uses the curvature and needs a handful of steps.",
        "Where a line separates the points, twice its weights are always likelier: there is no maximum, and the weights run away. A penalty λ/2 ‖w‖² holds them.",
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
      question:
        "Both classes are long and narrow, and lie slantwise. Does Fisher’s w point from the one mean to the other?",
      choices: ["Yes, always", "In general not", "Never"],
      right: 1,
      why: "S_W^{−1} turns w away from directions in which the classes stray. It leaves m_1 − m_0 alone only along an axis of the scatter, or where that is alike in all directions.",
    },
    {
      question:
        "The classes do not overlap at all. What does the logistic unit do without a penalty, trained for ever?",
      choices: ["It stops at the best line", "Its weights grow for ever", "Its cost rises"],
      right: 1,
      why: "Once each point is right, larger weights make each probability a little nearer to 1. The cost nears 0 and never gets there.",
    },
  ],
  tries: [
    "Choose Fisher and press Train: one step, and the line is there.",
    "Open Projection: the arrow u, the points seen along it, both histograms. Turn u by hand and watch the scatter ratio: none is greater than Fisher’s.",
    "With Fisher, add a few points of one class far away and step again: the line follows them. Squares do not forgive.",
    "Choose the logistic unit and train until its training cost is below 0.3.",
    "Two discs without noise, logistic unit, rule Newton: the run says that the weights run away.",
    "Give it λ > 0 and train again: now there is a minimum, and Newton stops there.",
  ],
} as const;
