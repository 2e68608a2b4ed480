import { bisectRight, ticks as d3Ticks } from "d3-array";
import { describe, expect, it } from "vitest";
import { rankOf, ticks } from "../../../web/views/ticks";

describe("ticks", () => {
  it("are round numbers without binary crumbs, both ends included", () => {
    expect(ticks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(ticks(-0.31, 0.3, 6)).toEqual(
      [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3].map((value) => expect.closeTo(value, 15)),
    );
    expect(ticks(2, 2, 5)).toEqual([2]);
  });
  it("are those of d3 in ranges of every size", () => {
    for (let i = 0; i < 2000; i++) {
      const low = Math.sin(i * 12.9) * 10 ** ((i % 13) - 6);
      const high = low + (1 + Math.cos(i * 7.1)) * 10 ** ((i % 11) - 5) + 1e-9;
      const count = 2 + (i % 9);
      expect(ticks(low, high, count).map((value) => value + 0)).toEqual(
        d3Ticks(low, high, count).map((value) => value + 0),
      );
    }
  });
});

describe("rankOf", () => {
  it("counts those that are at most a value", () => {
    const list = [1, 2, 2, 5, Number.POSITIVE_INFINITY];
    for (const value of [0, 1, 1.5, 2, 4, 5, 9, Number.POSITIVE_INFINITY])
      expect(rankOf(list, value)).toBe(bisectRight(list, value));
    expect(rankOf([], 3)).toBe(0);
  });
});
