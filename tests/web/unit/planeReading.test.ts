import { describe, expect, it } from "vitest";
import type { Palette } from "../../../web/views/palette";
import { decide, numbersAround, paintField, paintScalar } from "../../../web/views/planeReading";

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
    const score = { kind: "score", of: "output", low: 0, middle: 0.5, high: 1 } as const;
    expect(decide(score, Float32Array.of(0.5), 0, 1)).toBe(1);
    expect(decide(score, Float32Array.of(0.49), 0, 1)).toBe(0);
  });
  it("takes the first of equally strong outputs", () => {
    expect(decide({ kind: "strongest", of: "output", outputs: 3, span: 1 }, Float32Array.of(0.2, 0.4, 0.4), 0, 1)).toBe(
      1,
    );
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

describe("paintField", () => {
  it("is of one colour wherever a class leads at all, however far, where only signs count", () => {
    const rgb = (red: number) => ({ rgb: [red, 0, 0] });
    const colours = { mid: rgb(0), pale: [rgb(100), rgb(200)] } as unknown as Palette;
    const reading = { kind: "strongest", of: "z", outputs: 2, span: 1e-9 } as const;
    const pixels = new Uint32Array(4);
    paintField(reading, Float32Array.of(3, 1e-3, 40, 9, 0, 0, 1, 8.99), colours, pixels);
    expect(new Set(pixels).size).toBe(1);
    expect(pixels[0] & 255).toBe(100);
  });
});
