/** Words of the Experiment panel: every field of the spec, every choice, and what they do. */

/** What a field of the spec is called beside its control, and in sentences about it. */
export const fields: Readonly<Record<string, string>> = {
  "data.source": "Points",
  "data.count": "How many",
  "data.noise": "Noise",
  "data.classes": "Classes",
  "data.seed": "Seed of the points",
  "data.testFraction": "For testing",
  "data.table": "Table of points",
  "data.inputs": "Inputs",
  "data.standardize": "Standardise inputs",
  "model.features": "Features",
  "model.hidden": "Hidden layers",
  "model.output": "Output",
  "model.initialization": "First weights",
  "model.seed": "Seed of the weights",
  "model.precision": "Precision",
  "cost.error": "Error",
  "cost.huberDelta": "Huber δ",
  "cost.l1": "L1 penalty λ",
  "cost.l2": "L2 penalty λ",
  "learner.rule": "Rule",
  "learner.rate": "Learning rate α",
  "learner.momentum": "Momentum",
  "learner.decay": "Decay ρ",
  "learner.beta1": "β₁",
  "learner.beta2": "β₂",
  "learner.epsilon": "ε",
  "learner.schedule": "Schedule",
  "learner.scheduleFactor": "Factor",
  "learner.scheduleEpochs": "Epochs",
  "learner.clip": "Clip gradient at",
  "learner.batch": "Batch size",
  "learner.shuffle": "Reshuffle each epoch",
  "learner.seed": "Seed of the order",
  "stop.cost": "Cost at most",
  "stop.accuracy": "Accuracy at least",
  "stop.epochs": "Epochs",
};

/** What a value of a choice is called. */
export const choices: Readonly<Record<string, string>> = {
  linear: "linear",
  moons: "moons",
  circles: "circles",
  xor: "XOR",
  gaussians: "Gaussian clusters",
  spirals: "two spirals",
  blobs: "blobs",
  pinwheel: "pinwheel",
  iris: "Iris (Fisher 1936)",
  plane: "a plane to fit",
  bumps: "bumps to fit",
  table: "your own points",

  sigmoid: "sigmoid",
  tanh: "tanh",
  relu: "ReLU",
  leakyRelu: "leaky ReLU",
  elu: "ELU",
  softplus: "softplus",
  sine: "sine",
  softmax: "softmax",

  zeros: "zeros",
  uniform: "uniform",
  normal: "normal",
  glorot: "Glorot (Xavier)",
  he: "He",
  double: "double (64 bits)",
  single: "single (32 bits)",

  crossEntropy: "cross-entropy",
  squaredError: "squared error",
  huber: "Huber",

  gradientDescent: "gradient descent",
  momentum: "momentum",
  nesterov: "Nesterov",
  adagrad: "AdaGrad",
  rmsprop: "RMSProp",
  adam: "Adam",
  constant: "constant",
  step: "in steps",
  exponential: "exponential",
  cosine: "cosine",
  true: "on",
  false: "off",
};

/** The sources of points by name, as the pictures say them. */
export const sources: Readonly<Record<string, string>> = { ...choices, linear: "two discs" };

export const featureNames: Readonly<Record<string, string>> = {
  "x1^2": "x₁²",
  "x2^2": "x₂²",
  "x1*x2": "x₁x₂",
  "sin(x1)": "sin x₁",
  "sin(x2)": "sin x₂",
};

const subscripts = "₀₁₂₃₄₅₆₇₈₉";
const subscript = (n: number) => [...String(n)].map((digit) => subscripts[Number(digit)]).join("");

/** "x1" → "x₁", "x1^2" → "x₁²". */
export function featureName(feature: string): string {
  return featureNames[feature] ?? feature.replace(/^x(\d+)$/, (_, n) => `x${subscript(Number(n))}`);
}

export const experiment = {
  title: "Experiment",
  parts: "Parts of the experiment",
  points: "Points",
  model: "Model",
  cost: "Cost",
  learning: "Learning",
  stopping: "Stop when",

  byHand: ", changed by hand",
  pointsNow: (count: string, columns: number, test: string) =>
    `${count} points, ${columns === 1 ? "1 column" : `${columns} columns`}, ${test} held out for testing`,
  seed: "Seed",
  newSeed: "New points: another seed",
  newWeights: "New first weights: another seed",
  newOrder: "Another order: another seed",
  openCsv: "CSV …",
  openTable: "Table …",
  tableHeading: "Table of points",

  inputs: "Inputs",
  lastInput: "A model needs at least one input.",
  standardizeHint: (names: string[], means: string[], deviations: string[]) =>
    names.map((name, i) => `${name}: (x − ${means[i]}) / ${deviations[i]}`),
  standardizeWhy:
    "The network sees each input less its mean over the training points, divided by its standard deviation. The plane keeps the original numbers.",

  features: "Features",
  inputIs: (input: string, column: string) => `${input} = ${column}`,
  lastFeature: "A model needs at least one feature.",
  layers: "Layers",
  layer: (number: number) => `Layer ${number}`,
  activation: (number: number) => `Activation of layer ${number}`,
  addLayer: "Add a layer",
  removeLayer: (number: number) => `Remove layer ${number}`,

  batch: "Batch",
  batches: { single: "pattern by pattern", mini: "mini-batch", full: "all patterns" },
  none: "none",
  never: "never",
  restartsLegend: "begins a new run at step 0; Undo brings the old one back",
  scheduleStep: (factor: string, epochs: string) => `α × ${factor} after every ${epochs} epochs`,
  scheduleExponential: (factor: string, epochs: string) => `α × ${factor} over each ${epochs} epochs, evenly`,
  scheduleCosine: (epochs: string) => `from α down to 0 over ${epochs} epochs`,

  changedToo: (what: string[]) => `Changed with it: ${what.join(", ")}. Undo takes it all back.`,
  changed: (field: string, value: string) => `${field} → ${value}`,
};
