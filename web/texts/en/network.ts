/** Words of the network's picture. Layers and neurons are counted from 1, as in the lecture. */
const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

const digits = (value: number, all: string) => [...String(value)].map((digit) => all[Number(digit)]).join("");
const raised = (value: number) => digits(value, "⁰¹²³⁴⁵⁶⁷⁸⁹");
const lowered = (value: number) => digits(value, "₀₁₂₃₄₅₆₇₈₉");

export const network = {
  heading: "Network",
  caption: "each neuron’s own map; width = |w|",
  picture: (sizes: readonly number[]) =>
    `Network of layers ${sizes.join(", ")}; arrow keys go from neuron to neuron, Enter opens its weights`,
  features: (count: number) => plural(count, "feature"),
  outputs: (count: number) => plural(count, "output"),
  neurons: (count: number) => plural(count, "neuron"),
  activation: (layer: number) => `Activation of layer ${layer}`,
  activations: {
    linear: "linear",
    sigmoid: "sigmoid",
    tanh: "tanh",
    relu: "ReLU",
    leakyRelu: "leaky ReLU",
    elu: "ELU",
    softplus: "softplus",
    sine: "sine",
    softmax: "softmax",
    step: "step φ",
  },
  addNeuron: (layer: number) => `Add a neuron to layer ${layer}`,
  removeNeuron: (layer: number) => `Remove a neuron from layer ${layer}`,
  addLayer: (layer: number) => `Add a layer after layer ${layer}`,
  removeLayer: (layer: number) => `Remove layer ${layer}`,
  more: (count: number) => `+${count} more`,

  neuron: (layer: number, neuron: number) => `neuron ${neuron + 1} of layer ${layer}`,
  forClass: (name: string) => `for class ${name}`,
  feature: (name: string) => `feature ${name}`,
  colours: (low: string, high: string) => `colours ${low} … ${high}`,
  bias: "bias",
  from: (origin: string) => `from ${origin}`,
  toFrom: (to: string, from: string) => `to ${to} from ${from}`,
  biasOf: (neuron: string) => `bias of ${neuron}`,
  gradient: "∂J/∂θ",
  gradientLong: "Derivative of the training cost",
  hint: "Blue is positive, orange negative. Point to read, press to change.",

  editor: (what: string) => `Weights of ${what}`,
  parameter: "weight",
  value: "value",
  surface: "surface",
  across: (name: string) => `Draw the surface of the cost across ${name}`,
  up: (name: string) => `Draw the surface of the cost up ${name}`,
  whole: "All weights of this neuron",
  close: "Close",
  slide: (name: string) => `${name}, by sliding`,

  activationOf: (layer: number, neuron: number) => `a${raised(layer)}${lowered(neuron + 1)}`,

  allWeights: "All weights",
  layer: (layer: number) => `Layer ${layer}`,
  tableCaption: (layer: number) =>
    `Weights of layer ${layer}: a row for each neuron they go to, a column for each they come from, the bias last`,
};
