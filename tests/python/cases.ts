/** Experiments that the programs are tried on: what each is, its spec, and what is done with it. */
import type { Experiment, LearnerSpec, ModelSpec, PartialSpec, Spec } from "../../web/engine/headless";

export type Case = [name: string, spec: PartialSpec, run: number | ((experiment: Experiment) => void)];

const linear = { hidden: [] };
const hidden = (activation: ModelSpec["hidden"][0]["activation"]) => ({ hidden: [{ neurons: 5, activation }] });
const huber = { error: "huber", huberDelta: 0.3 } as const;
const activations = ["linear", "sigmoid", "tanh", "relu", "leakyRelu", "elu", "softplus", "sine"] as const;
const costs: [ModelSpec["output"], Spec["cost"]["error"]][] = [
  ["sigmoid", "squaredError"],
  ["softmax", "squaredError"],
  ["softmax", "huber"],
  ["tanh", "squaredError"],
  ["tanh", "huber"],
  ["linear", "squaredError"],
  ["step", "perceptron"],
  ["step", "mistakes"],
];

/** Of the network: each activation, output, cost, penalty, initialization, batch, order. */
export const networks: Case[] = [
  ["a network as the page opens", {}, 130],
  ...activations.map((name): Case => [`hidden ${name}`, { model: hidden(name) }, 40]),
  ...costs.map(([output, error]): Case => {
    const spec = {
      data: { source: "iris", testFraction: 0.3 },
      model: { output },
      cost: { error, huberDelta: 0.3, l2: 0.01 },
    };
    return [`${output} with ${error}`, spec as PartialSpec, 40];
  }),
  ["a linear output of two classes", { model: { output: "linear" }, cost: { error: "squaredError" } }, 40],
  ["softmax of two classes, from zeros", { model: { output: "softmax", initialization: "zeros" } }, 40],
  [
    "a perceptron's cost, from zeros",
    {
      model: { ...linear, output: "step", initialization: "zeros" },
      cost: { error: "perceptron" },
      learner: { rate: 0.01 },
    },
    40,
  ],
  [
    "softmax, penalties, standardised",
    {
      data: { source: "iris", standardize: true, inputs: [2, 0] },
      model: { features: ["x1", "x2", "x1*x2", "sin(x1)", "x1^2"], output: "softmax", initialization: "he" },
      cost: { l1: 1e-3, l2: 1e-2 },
    },
    60,
  ],
  [
    "numbers, squared error",
    { data: { source: "plane" }, model: { output: "linear" }, cost: { error: "squaredError" } },
    40,
  ],
  [
    "numbers, Huber",
    { data: { source: "bumps" }, model: { output: "linear", initialization: "normal" }, cost: huber },
    40,
  ],
  ["uniform weights, all points a step", { model: { initialization: "uniform" }, learner: { batch: 0 } }, 40],
  ["in the given order, batches of 7", { learner: { batch: 7, shuffle: false, seed: 3 } }, 50],
  ["single precision", { model: { precision: "single" } }, 130],
];

const rules = ["gradientDescent", "momentum", "nesterov", "adagrad", "rmsprop", "adam"] as const;
const schedules = ["step", "exponential", "cosine"] as const;

function manyChanges(experiment: Experiment): void {
  experiment.set("learner.rate", 0.02);
  experiment.train(11);
  experiment.set("learner.rate", 0.1);
  experiment.set("cost.l2", 0.01);
  experiment.train(8);
  experiment.change({ kind: "parameter", index: 3, value: 0.5 });
  experiment.change({ kind: "parameter", index: 9, value: -0.25 });
  experiment.train(7);
  experiment.set("learner.shuffle", false);
  experiment.train(7);
  experiment.set("cost.error", "squaredError");
  experiment.set("learner.batch", 4);
  experiment.train(20);
  experiment.set("learner.rule", "rmsprop");
  experiment.set("learner.rate", 0.01);
  experiment.set("learner.schedule", "exponential");
  experiment.train(5);
  experiment.set("cost.l2", 0.1);
}

function editedPoints(experiment: Experiment): void {
  experiment.change({ kind: "retarget", rows: [3], target: 1 });
  experiment.train(11);
  experiment.change({ kind: "addPoints", values: [0.5, 1, -1, 2], targets: [1, 0] });
  experiment.train(9);
  experiment.change({ kind: "removePoints", rows: [0, 5, 7] });
  experiment.train(33);
  experiment.change({ kind: "movePoints", rows: [2, 4], values: [1, 1, 2, -0.5] });
  experiment.change({ kind: "retarget", rows: [1, 8], target: 0 });
  experiment.train(6);
  experiment.set("data.testFraction", 0.4);
  experiment.train(30);
  experiment.change({ kind: "addPoints", values: [3, 3], targets: [0] });
}

/** Of the rules of descent, with what is changed on the way. */
export const descents: Case[] = [
  ...rules.map((rule): Case => [rule, { learner: { rule, rate: 0.01, clip: 0.3 } }, 70]),
  ...schedules.map((schedule): Case => {
    return [
      `a rate by ${schedule}`,
      { learner: { schedule, scheduleEpochs: 1.5, scheduleFactor: 0.7, batch: 20 } },
      40,
    ];
  }),
  ["changes of rate, penalty, weights, order, cost, batch, rule", { learner: { rule: "momentum" } }, manyChanges],
  ["points edited on the way", { data: { count: 60, standardize: true }, learner: { rule: "adam" } }, editedPoints],
  [
    "rewound: the changes of now alone",
    {},
    (experiment) => {
      experiment.train(20);
      experiment.set("learner.rate", 0.01);
      experiment.change({ kind: "parameter", index: 3, value: 0.5 });
      experiment.train(20);
      experiment.seek(15);
    },
  ],
];

const perceptron = (learner: Partial<LearnerSpec>, cost: Partial<Spec["cost"]> = {}): PartialSpec => ({
  data: { source: "xor", count: 40 },
  model: { ...linear, output: "step" },
  cost: { error: "perceptron", ...cost },
  learner: { rule: "perceptron", batch: 1, rate: 0.4, ...learner },
});
const ofIris = (spec: PartialSpec): PartialSpec => ({ ...spec, data: { source: "iris" } });
const theirs = { convention: "scikitLearn" } as const;
const gaussians = { data: { source: "gaussians" }, model: linear } as const;
const newton = { rule: "newton", rate: 1, batch: 0 } as const;

function perceptronChanged(experiment: Experiment): void {
  experiment.train(43);
  experiment.change({ kind: "parameter", index: 0, value: 0.5 });
  experiment.train(13);
  experiment.set("cost.l1", 0.01);
  experiment.train(13);
  experiment.change({ kind: "removePoints", rows: [0, 5, 7] });
  experiment.train(50);
  experiment.set("learner.tolerance", 0.01);
  experiment.train(50);
}

/** Of one layer: perceptrons, Fisher's formula, Newton's method. */
export const linearCases: Case[] = [
  ["the lecture's rule", perceptron({}), 50],
  ["the lecture's rule, l1", perceptron({}, { l1: 0.01 }), 50],
  ["the lecture's rule, l2", perceptron({}, { l2: 0.03 }), 50],
  ["the lecture's rule with a tolerance", perceptron({ tolerance: 0.01, patience: 2 }), 300],
  ["one perceptron a class", ofIris(perceptron({})), 400],
  [
    "one perceptron a class, both penalties, tolerance",
    ofIris(perceptron({ tolerance: 0.01, patience: 2 }, { l1: 0.01, l2: 0.003 })),
    1900,
  ],
  ["scikit-learn's rule, in fixed order", perceptron({ ...theirs, shuffle: false }), 50],
  [
    "scikit-learn's rule, shuffled, batches, both penalties",
    perceptron({ ...theirs, batch: 3 }, { l1: 0.01, l2: 0.003 }),
    60,
  ],
  ["the pocket", perceptron({ answer: "pocket" }), 50],
  ["the pocket of three classes, l2", ofIris(perceptron({ answer: "pocket" }, { l2: 0.001 })), 150],
  ["the average", perceptron({ answer: "average" }), 50],
  ["the pocket, changed on the way", perceptron({ answer: "pocket" }), perceptronChanged],
  ["the average, changed on the way", perceptron({ answer: "average" }), perceptronChanged],
  ["the batch perceptron", perceptron({ batch: 0 }), 5],
  ["a perceptron by schedule", perceptron({ schedule: "cosine" }), 90],
  [
    "a perceptron in single precision",
    { ...perceptron({}), model: { ...linear, output: "step", precision: "single" } },
    50,
  ],
  ["Fisher's formula", { ...gaussians, learner: { rule: "fisher" } }, 1],
  [
    "Fisher's formula, midway, shrunk",
    { ...gaussians, learner: { rule: "fisher", threshold: "midpoint", shrinkage: 0.3 } },
    1,
  ],
  [
    "Fisher's formula of two softmax outputs",
    { ...gaussians, model: { ...linear, output: "softmax" }, learner: { rule: "fisher" } },
    1,
  ],
  [
    "Fisher's formula of three classes, shrunk",
    { data: { source: "iris" }, model: { ...linear, output: "softmax" }, learner: { rule: "fisher", shrinkage: 0.1 } },
    1,
  ],
  [
    "Fisher's formula, single precision",
    { ...gaussians, model: { ...linear, precision: "single" }, learner: { rule: "fisher" } },
    1,
  ],
  ["an unfinished Newton", { data: { source: "moons" }, model: linear, cost: { l2: 0.01 }, learner: newton }, 3],
  ["a Newton at its end", { data: { source: "moons" }, model: linear, cost: { l2: 0.01 }, learner: newton }, 30],
  [
    "Newton of three classes",
    { data: { source: "iris" }, model: { ...linear, output: "softmax" }, cost: { l2: 0.01 }, learner: newton },
    3,
  ],
  [
    "Newton of three sigmoids, half steps",
    { data: { source: "iris" }, model: linear, learner: { ...newton, rate: 0.5 } },
    3,
  ],
  [
    "Newton of numbers",
    {
      data: { source: "plane" },
      model: { ...linear, output: "linear" },
      cost: { error: "squaredError" },
      learner: newton,
    },
    2,
  ],
];
