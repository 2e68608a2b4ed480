import { describe, expect, it } from "vitest";
import { fromPosition, sliderSteps, stepped, toPosition } from "../../../web/controls/numberScale";

const linear = { low: 0, high: 1, scale: "linear", integer: false } as const;
const log = { low: 1e-4, high: 10, scale: "log", integer: false } as const;

describe("NumberScale", () => {
  it("reaches both ends", () => {
    for (const range of [linear, log]) {
      expect(fromPosition(0, range)).toBe(range.low);
      expect(fromPosition(sliderSteps, range)).toBe(range.high);
      expect(toPosition(range.low, range)).toBe(0);
      expect(toPosition(range.high, range)).toBe(sliderSteps);
    }
  });
  it("gives round numbers", () => {
    expect(fromPosition(sliderSteps / 2, linear)).toBe(0.5);
    expect(fromPosition(37, linear)).toBe(0.15);
    expect(String(fromPosition(101, log)).length).toBeLessThan(8);
  });
  it("puts what lies beyond at its end", () => {
    expect(toPosition(50, linear)).toBe(sliderSteps);
    expect(toPosition(0, log)).toBe(0);
  });
  it("steps evenly, or by factors", () => {
    expect(stepped(0.15, 1, false, linear)).toBe(0.16);
    expect(stepped(0.3, -1, true, linear)).toBe(0.2);
    expect(stepped(0.1, 1, true, log)).toBe(1);
    expect(stepped(0.1, 1, false, log)).toBe(0.13);
  });
  it("always moves, until it has come to the end", () => {
    for (let value: number = log.low, i = 0; i < 60; i++) {
      const next = stepped(value, 1, false, log);
      if (value < log.high) expect(next).toBeGreaterThan(value);
      else expect(next).toBe(log.high);
      value = next;
    }
  });
  it("begins with 0 where 0 has a meaning of its own", () => {
    const zero = { ...log, zero: true };
    expect(toPosition(0, zero)).toBe(0);
    expect(fromPosition(0, zero)).toBe(0);
    expect(stepped(0, 1, false, zero)).toBe(log.low);
    expect(stepped(log.low, -1, false, zero)).toBe(0);
    expect(stepped(0, -1, false, zero)).toBe(0);
  });
  it("does not pull back what was typed beyond the slider", () => {
    expect(stepped(5, 1, false, linear)).toBe(5);
    expect(stepped(5, -1, false, linear)).toBe(4.99);
  });
});
