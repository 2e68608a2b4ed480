import { describe, expect, it } from "vitest";
import type { Description } from "../../../web/engine/protocol";
import { outputClass } from "../../../web/views/outputClass";

describe("outputClass", () => {
  const of = (outputs: number, classes?: string[]) =>
    ({ layers: [{ neurons: 4 }, { neurons: outputs }], table: { classes } }) as unknown as Description;

  it("is the output's own where each class has one", () => {
    expect([0, 1, 2].map((neuron) => outputClass(of(3, ["A", "B", "C"]), 3, neuron))).toEqual([0, 1, 2]);
  });
  it("is none of hidden neurons, of one output for two classes, of numbers", () => {
    expect(outputClass(of(3, ["A", "B", "C"]), 2, 0)).toBeUndefined();
    expect(outputClass(of(1, ["A", "B"]), 3, 0)).toBeUndefined();
    expect(outputClass(of(2), 3, 1)).toBeUndefined();
  });
});
