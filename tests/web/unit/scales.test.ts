import { describe, expect, it } from "vitest";
import { linearScale, logScale } from "../../../web/views/scales";

describe("linearScale", () => {
  it("places by difference, upwards or downwards", () => {
    const up = linearScale([0, 10], [200, 100]);
    expect([0, 5, 10, 12].map(up.at)).toEqual([200, 150, 100, 80]);
    expect(up.value(150)).toBe(5);
  });
  it("puts a domain without width in the middle", () => {
    expect(linearScale([3, 3], [0, 100]).at(3)).toBe(50);
  });
});

describe("logScale", () => {
  const scale = logScale([0.01, 100], [0, 400]);
  it("gives each power of ten the same length", () => {
    expect(scale.at(0.1)).toBeCloseTo(100, 9);
    expect(scale.at(10)).toBeCloseTo(300, 9);
    expect(scale.value(200)).toBeCloseTo(1, 12);
  });
  it("has no place for what is not positive", () => {
    expect(scale.at(0)).toBeNaN();
    expect(scale.at(-1)).toBeNaN();
  });
});
