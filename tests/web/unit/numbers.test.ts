import { describe, expect, it } from "vitest";
import {
  formatAtLeast,
  formatCount,
  formatExact,
  formatNumber,
  formatPercent,
  formatShort,
  parseNumber,
} from "../../../web/controls/numbers";

describe("Numbers", () => {
  it("keep their decimals and show a real minus sign", () => {
    expect(formatNumber(0.3)).toBe("0.3000");
    expect(formatNumber(-0.04121)).toBe("−0.0412");
    expect(formatNumber(2, { digits: 1, signed: true })).toBe("+2.0");
  });
  it("never show a number as zero that is none", () => {
    expect(formatNumber(0)).toBe("0.0000");
    expect(formatNumber(0.00005)).toBe("0.0001");
    expect(formatNumber(0.0000128)).toBe("1.28\u00a0×\u00a010⁻⁵");
    expect(formatNumber(-3.5e12)).toBe("−3.50\u00a0×\u00a010¹²");
  });
  it("say what is not finite", () => {
    expect(formatNumber(Number.NaN)).toBe("—");
    expect(formatNumber(Number.NEGATIVE_INFINITY)).toBe("−∞");
    expect(formatPercent(Number.NaN)).toBe("—");
  });
  it("can be shown with no digit too many", () => {
    expect(formatShort(0.25)).toBe("0.25");
    expect(formatShort(1 / 3)).toBe("0.3333");
    expect(formatShort(1.5e-7)).toBe("1.5\u00a0×\u00a010⁻⁷");
    expect(formatCount(1234567)).toBe("1,234,567");
    expect(formatPercent(0.9333)).toBe("93.3\u00a0%");
  });
  it("read back from what an editable field shows", () => {
    for (const value of [0.1, -2, 1e-8, 1e21, 0.1 + 0.2, 5e-324]) expect(parseNumber(formatExact(value))).toBe(value);
  });
  it("are read as people type them", () => {
    expect(parseNumber("1,5")).toBe(1.5);
    expect(parseNumber("10,000")).toBe(10000);
    expect(parseNumber(" −.5 ")).toBe(-0.5);
    expect(parseNumber("1e−4")).toBe(1e-4);
    expect(parseNumber("2.")).toBe(2);
  });
  it("are not guessed", () => {
    for (const text of ["", "abc", "1.2.3", "0x10", "1e999", "NaN", "Infinity", "--1", "."]) {
      expect(parseNumber(text)).toBeUndefined();
    }
  });
});

describe("formatAtLeast", () => {
  it("never reads as less than the value, and hardly as more", () => {
    let value = 1e-4;
    for (let i = 0; i < 2000; i++) {
      value *= 1.0091;
      const read = parseNumber(formatAtLeast(value))!;
      expect(read).toBeGreaterThanOrEqual(value);
      expect(read).toBeLessThanOrEqual(value * 1.0011);
    }
  });
  it("leaves round numbers as they are", () => {
    expect([0, 0.25, 1.5, 12].map(formatAtLeast)).toEqual(["0", "0.25", "1.5", "12"]);
    expect(formatAtLeast(0.123449)).toBe("0.1235");
  });
});
