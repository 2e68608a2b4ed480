/** A network with an object for each neuron and each link, in the manner of tensorflow/playground's
 *  nn.ts, the best known teaching tool of the kind: activations and errors are objects of functions,
 *  every link keeps its own derivative (the page may show it) and what has gathered since the last
 *  update, may carry a penalty, and may be dead. The measure of what WebAssembly brings to such a tool. */

const tanh = {
  output: (z) => Math.tanh(z),
  derivative(z) {
    const output = tanh.output(z);
    return 1 - output * output;
  },
};

const squaredError = {
  error: (output, target) => 0.5 * (output - target) ** 2,
  derivative: (output, target) => output - target,
};

class Link {
  derivative = 0; // ∂E/∂w of the last pattern
  gathered = 0; // sum of them since the last update
  patterns = 0; // how many
  dead = false; // put to 0 for good by its penalty

  constructor(source, destination, weight, penalty) {
    this.id = `${source.id}-${destination.id}`;
    this.source = source;
    this.destination = destination;
    this.weight = weight;
    this.penalty = penalty;
  }
}

class Neuron {
  inputs = []; // links
  outputs = []; // links
  bias = 0.1;
  outputDerivative = 0; // ∂E/∂a
  inputDerivative = 0; // ∂E/∂z
  gathered = 0; // sum of ∂E/∂z since the last update
  patterns = 0;

  constructor(id, activation) {
    this.id = id;
    this.activation = activation;
    // preActivation z and output a appear when they are first computed
  }

  updateOutput() {
    this.preActivation = this.bias;
    for (const link of this.inputs) this.preActivation += link.weight * link.source.output;
    this.output = this.activation.output(this.preActivation);
    return this.output;
  }
}

export class ObjectNetwork {
  /**
   * @param {number[]} sizes  of the layers, inputs first
   * @param {() => number} uniform  in [0, 1)
   * @param {{derivative: (weight: number) => number, killsAtZero: boolean}} [penalty]
   */
  constructor(sizes, uniform, penalty) {
    let id = 0;
    this.error = squaredError;
    this.layers = sizes.map((size) => Array.from({ length: size }, () => new Neuron(`${++id}`, tanh)));
    for (let l = 1; l < this.layers.length; l++) {
      for (const destination of this.layers[l]) {
        for (const source of this.layers[l - 1]) {
          const link = new Link(source, destination, uniform() - 0.5, penalty);
          source.outputs.push(link);
          destination.inputs.push(link);
        }
      }
    }
    this.outputNeuron = this.layers.at(-1)[0];
  }

  /** The one output for an input. */
  forward(x) {
    this.layers[0].forEach((neuron, i) => {
      neuron.output = x[i];
    });
    for (let l = 1; l < this.layers.length; l++) {
      for (const neuron of this.layers[l]) neuron.updateOutput();
    }
    return this.outputNeuron.output;
  }

  /** Gathers the derivatives of the error on the pattern that forward() saw last. */
  backward(target) {
    this.outputNeuron.outputDerivative = this.error.derivative(this.outputNeuron.output, target);
    for (let l = this.layers.length - 1; l > 0; l--) {
      for (const neuron of this.layers[l]) {
        neuron.inputDerivative = neuron.outputDerivative * neuron.activation.derivative(neuron.preActivation);
        neuron.gathered += neuron.inputDerivative;
        neuron.patterns++;
      }
      for (const neuron of this.layers[l]) gatherOfLinks(neuron);
      if (l === 1) break;
      for (const neuron of this.layers[l - 1]) {
        neuron.outputDerivative = 0;
        for (const link of neuron.outputs) neuron.outputDerivative += link.weight * link.destination.inputDerivative;
      }
    }
  }

  /** One step down the mean of what was gathered. */
  update(rate, penaltyRate = 0) {
    for (let l = 1; l < this.layers.length; l++) {
      for (const neuron of this.layers[l]) {
        if (neuron.patterns > 0) {
          neuron.bias -= (rate * neuron.gathered) / neuron.patterns;
          neuron.gathered = 0;
          neuron.patterns = 0;
        }
        for (const link of neuron.inputs) updateLink(link, rate, penaltyRate);
      }
    }
  }
}

function gatherOfLinks(neuron) {
  for (const link of neuron.inputs) {
    if (link.dead) continue;
    link.derivative = neuron.inputDerivative * link.source.output;
    link.gathered += link.derivative;
    link.patterns++;
  }
}

function updateLink(link, rate, penaltyRate) {
  if (link.dead || link.patterns === 0) return;
  const slope = link.penalty ? link.penalty.derivative(link.weight) : 0;
  link.weight -= (rate / link.patterns) * link.gathered;
  const shrunk = link.weight - rate * penaltyRate * slope;
  link.dead = Boolean(link.penalty?.killsAtZero) && link.weight * shrunk < 0;
  link.weight = link.dead ? 0 : shrunk;
  link.gathered = 0;
  link.patterns = 0;
}
