import { describe, expect, it } from "vitest";
import type { Spec } from "../../../web/engine/protocol";
import {
  errorsFor,
  modelNameOf,
  modelNames,
  outputsFor,
  rulesFor,
  settingsForError,
  settingsForHidden,
  settingsForInputs,
  settingsForOutput,
  withModel,
  withSource,
  withTable,
} from "../../../web/state/combinations";

const two = { kind: "classes", classes: 2 } as const;
const three = { kind: "classes", classes: 3 } as const;
const numbers = { kind: "numbers", classes: 0 } as const;
const spec = {
  data: { source: "moons", classes: 2, inputs: [0, 1] },
  model: { features: ["x1", "x2", "x1^2"], hidden: [], output: "sigmoid" },
  cost: { error: "crossEntropy", l1: 0 },
  learner: { rule: "gradientDescent" },
} as unknown as Spec;

describe("Models by name", () => {
  it("are recognised as what they were chosen as", () => {
    for (const targets of [two, three]) {
      for (const name of modelNames) expect(modelNameOf(withModel(spec, name, targets))).toBe(name);
    }
  });
  it("leave the points alone", () => {
    for (const name of modelNames) expect(withModel(spec, name, two).data).toBe(spec.data);
  });
  it("give three classes a softmax, and the perceptron its step", () => {
    expect(withModel(spec, "fisher", three).model.output).toBe("softmax");
    expect(withModel(spec, "logistic", two).model.output).toBe("sigmoid");
    expect(withModel(spec, "perceptron", three).model.output).toBe("step");
    expect(errorsFor(two, "step")).toEqual(["perceptron", "mistakes"]);
  });
  it("offer the rules that know them", () => {
    expect(rulesFor(withModel(spec, "network", two), two)).not.toContain("newton");
    expect(rulesFor(withModel(spec, "perceptron", two), two)[0]).toBe("perceptron");
    expect(rulesFor(withModel(spec, "logistic", two), two)).toEqual(expect.arrayContaining(["newton", "fisher"]));
    expect(rulesFor({ ...withModel(spec, "logistic", two), cost: { ...spec.cost, l1: 0.1 } }, two)).not.toContain(
      "newton",
    );
  });
  it("take descent along when a layer is added", () => {
    const hidden = [{ neurons: 4, activation: "tanh" }] as const;
    const perceptron = withModel(spec, "perceptron", two);
    expect(settingsForHidden([...hidden], perceptron)).toEqual([
      ["learner.rule", "gradientDescent"],
      ["model.initialization", "glorot"],
      ["model.hidden", hidden],
    ]);
    const network = withModel(spec, "network", two);
    expect(settingsForHidden([...hidden], network)).toHaveLength(1);
    const zeros = { ...network, model: { ...network.model, initialization: "zeros" as const } };
    expect(settingsForHidden([...hidden], zeros)).toHaveLength(1); // a choice, not a leftover of one layer
  });
  it("give way to numbers to fit", () => {
    const fit = withSource(withModel(spec, "perceptron", two), "plane", two);
    expect([fit.model.output, fit.cost.error, fit.learner.rule]).toEqual(["linear", "squaredError", "gradientDescent"]);
  });
});

describe("Combinations", () => {
  it("offer what goes with the targets", () => {
    expect(outputsFor(numbers)).not.toContain("softmax");
    expect(errorsFor(numbers, "sigmoid")).not.toContain("crossEntropy");
    expect(errorsFor(two, "sigmoid")).toContain("crossEntropy");
  });
  it("take the error along when an output gives no probability, error first", () => {
    expect(settingsForOutput("tanh", "crossEntropy")).toEqual([
      ["cost.error", "squaredError"],
      ["model.output", "tanh"],
    ]);
    expect(settingsForOutput("softmax", "crossEntropy")).toEqual([["model.output", "softmax"]]);
    expect(settingsForOutput("tanh", "huber")).toEqual([["model.output", "tanh"]]);
  });
  it("begin Iris standardised, and leave that to no other source", () => {
    const iris = withSource(spec, "iris", two);
    expect(iris.data.standardize).toBe(true);
    expect(withSource(iris, "moons", three).data.standardize).toBe(false);
    const own = { ...spec, data: { ...spec.data, standardize: true } };
    expect(withSource(own, "blobs", two).data.standardize).toBe(true);
  });
  it("take the output along when cross-entropy is chosen, output first", () => {
    expect(settingsForError("crossEntropy", "tanh", three)).toEqual([
      ["model.output", "softmax"],
      ["cost.error", "crossEntropy"],
    ]);
    expect(settingsForError("crossEntropy", "linear", two)[0]).toEqual(["model.output", "sigmoid"]);
    expect(settingsForError("huber", "tanh", two)).toEqual([["cost.error", "huber"]]);
  });
  it("give three classes a softmax and two a sigmoid again", () => {
    const blobs = withSource(spec, "blobs", two);
    expect(blobs.model.output).toBe("softmax");
    expect(blobs.data.classes).toBe(3);
    expect(withSource(blobs, "xor", three).model.output).toBe("sigmoid");
  });
  it("leave a softmax on two classes to who chose it", () => {
    const chosen = { ...spec, model: { ...spec.model, output: "softmax" } } as Spec;
    expect(withSource(chosen, "circles", two).model.output).toBe("softmax");
  });
  it("fit numbers by a linear output and squared error, and find the way back", () => {
    const bumps = withSource(spec, "bumps", two);
    expect([bumps.model.output, bumps.cost.error]).toEqual(["linear", "squaredError"]);
    const moons = withSource(bumps, "moons", numbers);
    expect([moons.model.output, moons.cost.error]).toEqual(["sigmoid", "crossEntropy"]);
  });
  it("use all columns of new points, and keep squares and sines that still exist", () => {
    const iris = withSource(spec, "iris", two);
    expect(iris.data.inputs).toEqual([0, 1, 2, 3]);
    expect(iris.model.features).toEqual(["x1", "x2", "x3", "x4", "x1^2"]);
    const one = withTable(iris, { columns: ["t"], values: [], targets: [] }, three);
    expect(one.model.features).toEqual(["x1", "x1^2"]);
    expect(one.model.output).toBe("linear");
  });
  it("drop the table when a source is chosen", () => {
    const own = withTable(spec, { columns: ["a", "b"], values: [1, 2], targets: [0], classes: ["A", "B"] }, two);
    expect(own.data.table).toBeDefined();
    expect("table" in withSource(own, "moons", two).data).toBe(false);
  });
  it("set features before inputs where inputs go, after where they come", () => {
    expect(settingsForInputs([0], ["x1", "x2"], 2)).toEqual([
      ["model.features", ["x1"]],
      ["data.inputs", [0]],
    ]);
    expect(settingsForInputs([0, 1, 2], ["x1", "x2"], 2)).toEqual([
      ["data.inputs", [0, 1, 2]],
      ["model.features", ["x1", "x2", "x3"]],
    ]);
    expect(settingsForInputs([1, 0], ["x1", "x2"], 2)).toEqual([["data.inputs", [1, 0]]]);
  });
});
