import { describe, expect, it } from "vitest";
import { decide, numbersAround, paintScalar } from "../../../web/views/planeReading";

describe("numbersAround", () => {
  it("is centred on zero where targets have both signs", () => {
    expect(numbersAround([-1, 3])).toEqual({ kind: "number", low: -3, middle: 0, high: 3 });
  });
  it("spans the targets where they have one sign", () => {
    expect(numbersAround([10, 30])).toEqual({ kind: "number", low: 10, middle: 20, high: 30 });
  });
  it("has a width for one value and for none", () => {
    expect(numbersAround([5, 5])).toEqual({ kind: "number", low: 4, middle: 5, high: 6 });
    expect(numbersAround([])).toEqual({ kind: "number", low: -1, middle: 0, high: 1 });
  });
});

describe("decide", () => {
  it("gives the middle to the second class, as the core does", () => {
    const score = { kind: "score", low: 0, middle: 0.5, high: 1 } as const;
    expect(decide(score, Float32Array.of(0.5), 0, 1)).toBe(1);
    expect(decide(score, Float32Array.of(0.49), 0, 1)).toBe(0);
  });
  it("takes the first of equally strong outputs", () => {
    expect(decide({ kind: "strongest", outputs: 3, span: 1 }, Float32Array.of(0.2, 0.4, 0.4), 0, 1)).toBe(1);
  });
});

describe("paintScalar", () => {
  it("clamps at both ends and leaves clear what is not finite", () => {
    const table = Uint32Array.from({ length: 256 }, (_, i) => i + 1000);
    const pixels = new Uint32Array(5);
    paintScalar(Float32Array.of(-5, 0, 0.5, 7, Number.NaN), 0, 0, 1, table, pixels);
    expect([...pixels]).toEqual([1000, 1000, 1127, 1255, 0]);
  });
});
