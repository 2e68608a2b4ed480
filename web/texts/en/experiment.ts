/** Words of the Experiment panel: every field of the spec, every choice, and what they do. */
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
  standardizeHint: (name: string, mean: string, deviation: string) =>
    `${name}: (x − ${mean}) / ${deviation}`.replace("− −", "+ "),
  standardizeWhy:
    "The network sees each input less its mean over the training points, divided by its standard deviation. The plane keeps the original numbers.",

  features: "Features",
  inputIs: (input: string, column: string) => `${input} = ${column}`,
  lastFeature: "A model needs at least one feature.",
  layers: "Layers",
  layer: (number: number) => `Layer ${number}`,
  /** How many there may be in a layer, as the core has it. */
  neurons: "from 1 to 256",
  activation: (number: number) => `Activation of layer ${number}`,
  addLayer: "Add a layer",
  removeLayer: (number: number) => `Remove layer ${number}`,

  batch: "Batch",
  batches: { single: "pattern by pattern", mini: "mini-batch", full: "all patterns" },
  models: { fisher: "Fisher", perceptron: "Perceptron", logistic: "Logistic unit", network: "Network" },
  modelHints: {
    fisher: "One line by a formula: the direction in which the classes lie furthest apart for their spread",
    perceptron: "One neuron that learns from its mistakes alone, point after point",
    logistic: "One neuron that gives a probability, and descends on what it has against the points",
    network: "Layers of neurons, by backpropagation",
  },
  none: "none",
  never: "never",
  restartsLegend: "begins a new run at step 0; Undo brings the old one back",
  scheduleStep: (factor: string, epochs: string) => `α × ${factor} after every ${epochs} epochs`,
  scheduleExponential: (factor: string, epochs: string) => `α × ${factor} over each ${epochs} epochs, evenly`,
  scheduleCosine: (epochs: string) => `from α down to 0 over ${epochs} epochs`,

  changedToo: (what: string[]) => `Changed with it: ${what.join(", ")}. Undo takes it all back.`,
  changed: (field: string, value: string) => `${field} → ${value}`,
};
