/** Chapter 2: the perceptron. Formulas carry the lecture's numbers. */
export const chapter2 = {
  heading: "2  The perceptron",
  sections: [
    {
      heading: "A neuron that learns from mistakes",
      text: [
        "Rosenblatt’s neuron of 1958 decides by a step, to −1 or +1, and classes are called so too:",
        "=ŷ = φ(z),   z = w^Tx + b",
        "=φ(z) = +1 for z ≥ 0, else −1",
        "b is one more weight, for an input that is always 1. The neuron looks at one pattern after the other. What is right is left alone; a mistake adds a multiple of the pattern itself:",
        "=Δw = y − ŷ ∈ {0, −2, +2}   (4)",
        "=w ← w + η (y − ŷ) x   (6)",
        "Pass after pass, until an epoch makes no mistake.",
        "!Erratum to (5), which says that the update puts its pattern right: its formula leaves out the factor η x, and one update need not suffice. It does once η · 2‖x‖² > |z|, with the bias’s 1 counted in x. Open One pattern: it says when an update does not do.",
      ],
    },
    {
      heading: "Two costs",
      text: [
        "The hard cost counts the mistakes. It is a staircase: flat everywhere, so its slope tells nothing.",
        "=J_{hard}(w) = Σ max(−y_i ŷ_i, 0)   (2)",
        "The soft cost asks how far a mistake lies on the wrong side. It has slopes, and an update (6) is a step of 2η down the slope of its pattern’s term.",
        "=J_{soft}(w) = Σ max(−y_i z_i, 0)   (3)",
        "Both are sums over the points, and both are drawn over the steps. Choose either under Cost, and open Descent: stairs, or slopes.",
      ],
    },
    {
      heading: "Does it end?",
      text: [
        "If a line separates the points, yes: after at most (R/γ)² mistakes, from zero weights, pattern by pattern in any order, at any one η, without a penalty. R is the length of the longest (x, 1), γ the widest margin that a vector of length 1 leaves to all of them.",
        "If none does, never. In a fixed order the weights may even come back to where they were, and then go round for ever. XOR is the smallest such case: no line has two opposite corners of a square on one side and the other two on the other.",
        "Two ways to live with it: the pocket keeps the weights that made the fewest mistakes of all so far; the average takes the mean of the weights over all patterns seen.",
        "And one way out: more layers. The rule itself cannot go there, for it has no way to blame a hidden neuron. That is what backpropagation is for.",
        "scikit-learn’s Perceptron does the same with factor y instead of y − ŷ, and takes z = 0 for a mistake of either class: under Learning it is one choice away, and its coefficients are those.",
      ],
    },
  ],
  starts: ["Perceptron on two discs", "Perceptron on the moons", "Perceptron on XOR"],
  predictions: [
    {
      question: "Zero weights, no penalty. The learning rate is doubled. What changes of the line, step for step?",
      choices: ["It moves twice as far", "Nothing", "It needs half as many steps"],
      right: 1,
      why: "All weights are sums of η times something: they double, and z = 0 stays where it is. (With a power of two, to the last bit.)",
    },
    {
      question: "A pattern is wrong and the update is made. Is it right now?",
      choices: ["Yes, that is what the update is for", "Not surely", "Only at η = 1"],
      right: 1,
      why: "The update raises y z by η · 2‖x‖². If z lay further on the wrong side than that, it is still wrong.",
    },
    {
      question: "XOR: how many of the four clusters can the best line have right?",
      choices: ["Two", "Three", "Four"],
      right: 1,
      why: "A line can cut off one corner. So the pocket comes to about three quarters.",
    },
  ],
  tries: [
    "Choose Perceptron and open One pattern. Follow it until it has made five mistakes.",
    "Two discs: train until an epoch makes no mistake. Compare the mistakes with (R/γ)².",
    "Find an update that leaves its pattern wrong: make a weight large by hand, on the wrong side.",
    "Under Cost, choose mistakes (hard), and open Descent: the stairs.",
    "XOR, the preset or four points of your own: train, and let the pocket decide. The line shown is the best so far.",
    "Add a layer to it, and have every training point right.",
  ],
} as const;
