import { describe, expect, it } from "vitest";
import { lookCount, lookOf, markPath } from "../../../web/views/classMarks";

/** Corners of a path of straight lines. */
const corners = (path: string) => [...path.matchAll(/[ML](\S+) ([^LZ]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

function area(points: number[][]): number {
  return Math.abs(
    points.reduce((sum, [x, y], i) => {
      const [u, v] = points[(i + 1) % points.length];
      return sum + (x * v - u * y) / 2;
    }, 0),
  );
}

describe("markPath", () => {
  it("gives triangle, square and diamond the area of the circle", () => {
    for (const look of [0, 2, 3]) expect(area(corners(markPath(look, 10)))).toBeCloseTo(Math.PI * 100, 1);
  });
  it("draws a circle by its radius", () => {
    expect(markPath(1, 5)).toBe("M5 0A5 5 0 1 1 -5 0A5 5 0 1 1 5 0Z");
  });
  it("draws shapes with as many corners as they have", () => {
    expect([0, 2, 3, 4, 5].map((look) => corners(markPath(look, 5)).length)).toEqual([3, 4, 4, 12, 10]);
  });
  it("makes the cross and the star larger", () => {
    for (const look of [4, 5]) expect(area(corners(markPath(look, 10)))).toBeCloseTo(Math.PI * 100 * 1.15 ** 2, 0);
  });
  it("begins again after the last look", () => {
    expect(lookOf(lookCount)).toBe(0);
    expect(markPath(lookCount, 5)).toBe(markPath(0, 5));
  });
});
