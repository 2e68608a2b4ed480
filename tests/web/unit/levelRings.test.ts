import { describe, expect, it } from "vitest";
import { levelRings } from "../../../web/views/levelRings";
import { countUpTo, roundTicks } from "../../../web/views/roundTicks";

/** Of a ring, with its sign. */
const areaOf = (ring: number[]) => {
  let twice = 0;
  for (let i = 0; i + 3 < ring.length; i += 2) twice += ring[i] * ring[i + 3] - ring[i + 2] * ring[i + 1];
  return twice / 2;
};

describe("levelRings", () => {
  it("goes around what reaches the level, between the samples in proportion", () => {
    const [ring, ...others] = levelRings([0, 0, 0, 0, 1, 0, 0, 0, 0], 3, 3, 0.25);
    expect(others).toEqual([]);
    const places = new Set(Array.from({ length: 4 }, (_, i) => ring.slice(2 * i, 2 * i + 2).join()));
    expect(places).toEqual(new Set(["1.5,0.75", "2.25,1.5", "1.5,2.25", "0.75,1.5"]));
    expect(ring.slice(-2)).toEqual(ring.slice(0, 2));
  });
  it("closes at the grid's border, half a cell beyond the outermost samples", () => {
    const [ring] = levelRings([1, 1, 1, 1], 2, 2, 0.5);
    expect(Math.min(...ring)).toBe(0);
    expect(Math.max(...ring)).toBe(2);
  });
  it("gives a hole a ring of its own, the other way round", () => {
    const rings = levelRings([1, 1, 1, 1, 0, 1, 1, 1, 1], 3, 3, 0.5);
    expect(rings).toHaveLength(2);
    expect(areaOf(rings[0]) * areaOf(rings[1])).toBeLessThan(0);
  });
  it("keeps two samples apart that touch at a corner", () => {
    expect(levelRings([1, 0, 0, 1], 2, 2, 0.5)).toHaveLength(2);
  });
  it("takes NaN for below, and infinities as they come", () => {
    expect(levelRings([Number.NaN, Number.NaN, Number.NaN, Number.NaN], 2, 2, 0)).toEqual([]);
    for (const ring of levelRings([Infinity, 0, -Infinity, 2], 2, 2, 1)) for (const x of ring) expect(x).not.toBeNaN();
  });
});

describe("roundTicks", () => {
  it("are multiples of 1, 2 and 5 times a power of ten", () => {
    expect(roundTicks(0, 1, 4)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(roundTicks(-3.2, 7.9, 5)).toEqual([-2, 0, 2, 4, 6]);
    expect(roundTicks(0, 0.3, 3)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(roundTicks(0, 500_000, 5)).toEqual([0, 100_000, 200_000, 300_000, 400_000, 500_000]);
  });
  it("are never none where one is asked for", () => {
    expect(roundTicks(0.3, 0.9, 1).length).toBeGreaterThan(0);
    expect(roundTicks(2, 2, 3)).toEqual([2]);
  });
});

describe("countUpTo", () => {
  it("counts what is not above", () => {
    expect([-1, 0, 1.5, 2, 9].map((value) => countUpTo([0, 1, 2], value))).toEqual([0, 1, 2, 3, 3]);
  });
});
