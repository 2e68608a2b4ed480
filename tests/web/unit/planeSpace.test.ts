import { describe, expect, it } from "vitest";
import {
  decimalsOf,
  fieldSize,
  SteadyWindow,
  toData,
  toPixel,
  toShape,
  windowAround,
} from "../../../web/views/planeSpace";

describe("windowAround", () => {
  it("leaves 8 % of the extent on each side", () => {
    expect(windowAround([0, 10, -1, 1], [0, 1])).toEqual({ x: [-0.8, 10.8], y: [-1.16, 1.16] });
  });
  it("takes the columns that it is asked for", () => {
    expect(windowAround([0, 0, 0, 100, 5, 15], [2, 1]).x).toEqual([4.2, 15.8]);
  });
  it("has room where there is one value, or none", () => {
    expect(windowAround([5, 5, 0, 0], [0, 1])).toEqual({ x: [4, 6], y: [-1, 1] });
    expect(windowAround([], [0, 1])).toEqual({ x: [-3, 3], y: [-3, 3] });
  });
});

describe("toShape", () => {
  it("gives columns of like extent the same scale", () => {
    const space = toShape({ x: [0, 4], y: [0, 2] }, 400, 400);
    expect(space.x).toEqual([0, 4]);
    expect(space.y).toEqual([-1, 3]);
  });
  it("leaves columns of different kinds their own scales", () => {
    expect(toShape({ x: [0, 1000], y: [0, 2] }, 400, 400).y).toEqual([0, 2]);
  });
});

describe("toPixel", () => {
  const space = { x: [-1, 1] as [number, number], y: [0, 10] as [number, number], width: 200, height: 100 };
  it("has y going up and is undone by toData", () => {
    expect(toPixel(space, -1, 10)).toEqual([0, 0]);
    expect(toPixel(space, 0, 0)).toEqual([100, 100]);
    expect(toData(space, ...toPixel(space, 0.25, 7))).toEqual([0.25, 7]);
  });
});

describe("SteadyWindow", () => {
  it("stays while a hand moves points inside it, and follows one that falls outside", () => {
    const steady = new SteadyWindow();
    const first = steady.around("x y", "moons", [0, 10, 0, 10], [0, 1]);
    expect(steady.around("x y", undefined, [2, 8, 2, 8], [0, 1])).toBe(first);
    expect(steady.around("x y", undefined, [2, 12, 2, 8], [0, 1]).x[1]).toBeCloseTo(12.8);
  });
  it("counts as inside what the picture shows beside the points", () => {
    const steady = new SteadyWindow();
    const wide = { width: 200, height: 100 };
    const first = steady.around("x y", "moons", [0, 10, 0, 10], [0, 1], wide);
    expect(steady.around("x y", undefined, [-4, 14, 0, 10], [0, 1], wide)).toBe(first);
    expect(steady.around("x y", undefined, [-4, 14, 0, 10], [0, 1])).toBe(first);
    expect(steady.around("x y", undefined, [-9, 14, 0, 10], [0, 1])).not.toBe(first);
  });
  it("stays when the hand's changes are undone", () => {
    const steady = new SteadyWindow();
    const first = steady.around("x y", "moons", [0, 10, 0, 10], [0, 1]);
    steady.around("x y", undefined, [0, 9, 0, 10], [0, 1]);
    expect(steady.around("x y", "moons", [0, 10, 0, 10], [0, 1])).toBe(first);
  });
  it("is made anew for other points and for other columns", () => {
    const steady = new SteadyWindow();
    steady.around("x y", "moons", [0, 10, 0, 10], [0, 1]);
    expect(steady.around("x y", "circles", [0, 1, 0, 1], [0, 1]).x).toEqual([-0.08, 1.08]);
    expect(steady.around("y x", "circles", [0, 1, 0, 0.5], [1, 0]).x).toEqual([-0.04, 0.54]);
  });
});

describe("fieldSize", () => {
  const square = { x: [0, 1] as [number, number], y: [0, 1] as [number, number], width: 400, height: 400 };
  it("is coarser while it trains, and at first", () => {
    expect(fieldSize(square, 1, 33, "first")).toEqual([48, 48]);
    expect(fieldSize(square, 1, 33, "moving")).toEqual([128, 128]);
    expect(fieldSize(square, 1, 33, "still")).toEqual([400, 400]);
  });
  it("never asks for more than a large model can give in time", () => {
    const [width, height] = fieldSize(square, 2, 100_000, "moving");
    expect(width * height * 100_000).toBeLessThanOrEqual(26e6);
    expect(width).toBeGreaterThanOrEqual(16);
  });
  it("keeps the picture's shape", () => {
    expect(fieldSize({ ...square, height: 200 }, 1, 33, "moving")).toEqual([128, 64]);
  });
});

describe("decimalsOf", () => {
  it("tells neighbouring pixels apart", () => {
    expect(decimalsOf([0, 4], 400)).toBe(2);
    expect(decimalsOf([0, 4000], 400)).toBe(0);
  });
});
