/** The shipped headless API, as someone imports it: dist/backprop-lab.js. */
import { beforeAll, describe, expect, test } from "vitest";
import type * as Headless from "../../web/engine/headless";
import { writeKept } from "../../web/state/kept";
import { firstView } from "../../web/state/view";

let api: typeof Headless;
let lab: Headless.Laboratory;
beforeAll(async () => {
  api = await import(/* @vite-ignore */ new URL("../../dist/backprop-lab.js", import.meta.url).href);
  lab = await api.load();
});

describe("The headless API", () => {
  test("trains, scores and predicts", () => {
    const experiment = lab.create({ data: { source: "moons" } });
    expect(experiment.trainEpochs(200)).toBe(3000);
    expect(experiment.score()).toBeGreaterThan(0.95);
    const { decided, outputs } = experiment.outputs([-1, 1.5, 0.5, -1.5]);
    expect(Array.from(decided)).toEqual([0, 1]);
    expect(outputs[0]).toBeLessThan(0.5);
    experiment.dispose();
    expect(lab.liveExperiments).toBe(0);
  });

  test("computes what ten lines of arithmetic compute", () => {
    const experiment = lab.create({ data: { source: "xor", count: 20, testFraction: 0 } });
    experiment.train(50);
    const theta = experiment.weights();
    const { layers, table } = experiment.describe();
    let cost = 0;
    for (let row = 0; row < 20; row++) {
      let a = Array.from(table.values.subarray(2 * row, 2 * row + 2));
      for (const { inputs, neurons, weights, biases } of layers) {
        const z = Array.from({ length: neurons }, (_, j) =>
          a.reduce((sum, value, k) => sum + theta[weights + j * inputs + k] * value, theta[biases + j]),
        );
        a = neurons === 1 ? z.map((x) => 1 / (1 + Math.exp(-x))) : z.map(Math.tanh);
      }
      cost -= Math.log(table.targets[row] === 1 ? a[0] : 1 - a[0]) / 20;
    }
    expect(experiment.costs().train.cost).toBeCloseTo(cost, 12);
    experiment.dispose();
  });

  test("goes to any step and changes on the way", () => {
    const experiment = lab.create();
    const first = experiment.weights();
    experiment.train(100);
    experiment.set("learner.rate", 0.05);
    experiment.train(100);
    const there = experiment.weights();
    experiment.seek(0);
    expect(experiment.weights()).toEqual(first);
    experiment.seek(200);
    expect(experiment.weights()).toEqual(there);
    const again = lab.open(JSON.parse(JSON.stringify(experiment.describe().document)));
    expect(again.weights()).toEqual(there);
    expect(again.history().steps.at(-1)).toBe(200);
    experiment.dispose();
    again.dispose();
  });

  test("scores numbers by R²", () => {
    const experiment = lab.create({
      data: { source: "bumps" },
      model: { output: "linear" },
      cost: { error: "squaredError" },
    });
    experiment.trainEpochs(100);
    const { table } = experiment.describe();
    const given = experiment.predict(table.values);
    for (const [name, held] of [
      ["train", 0],
      ["test", 1],
    ] as const) {
      const rows = [...table.targets.keys()].filter((row) => table.test[row] === held);
      const mean = rows.reduce((sum, row) => sum + table.targets[row], 0) / rows.length;
      const squares = (from: (row: number) => number) =>
        rows.reduce((sum, row) => sum + (from(row) - table.targets[row]) ** 2, 0);
      const r2 = 1 - squares((row) => given[row]) / squares(() => mean);
      expect(experiment.score(name)).toBeCloseTo(r2, 12);
      expect(experiment.regression()![name]!.rootMeanSquaredError).toBeCloseTo(
        Math.sqrt(squares((row) => given[row]) / rows.length),
        12,
      );
    }
    expect(experiment.score()).toBe(experiment.score("test"));
    expect(experiment.confusion()).toBeUndefined();
    experiment.dispose();
  });

  test("opens the file that the page writes", () => {
    const experiment = lab.create({ data: { source: "circles" } });
    experiment.train(40);
    const { document } = experiment.describe();
    const file = JSON.parse(writeKept({ document, view: firstView }));
    const again = lab.open(file);
    expect(again.step).toBe(40);
    expect(again.weights()).toEqual(experiment.weights());
    experiment.dispose();
    again.dispose();
    expect(() => lab.open({ ...file, version: 2 })).toThrow(expect.objectContaining({ code: "newerVersion" }));
    expect(() => lab.open({ ...file, format: "other" })).toThrow(expect.objectContaining({ code: "malformed" }));
  });

  test("throws an error that names field, value and what is allowed", () => {
    const wrong = () => lab.create({ learner: { rate: -3 } });
    expect(wrong).toThrow(api.InputError);
    try {
      wrong();
    } catch (error) {
      expect(error).toMatchObject({ code: "outOfRange", field: "learner.rate", value: "-3" });
    }
    const experiment = lab.create();
    expect(() => experiment.train(-1)).toThrow(/steps/);
    expect(() => experiment.train(Number.NaN)).toThrow(/steps/);
    expect(() => experiment.predict([1, 2, 3])).toThrow(/points/);
    experiment.dispose();
  });
});
