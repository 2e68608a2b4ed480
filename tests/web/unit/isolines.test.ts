import { contours } from "d3-contour";
import { describe, expect, it } from "vitest";
import { isolines, type Ring } from "../../../web/views/isolines";

const area = (ring: Ring) =>
  ring.reduce((sum, [x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length];
    return sum + x * v - u * y;
  }, 0) / 2;
const grid = (width: number, height: number, value: (i: number, j: number) => number) =>
  Array.from({ length: width * height }, (_, at) => value(at % width, Math.floor(at / width)));

describe("isolines", () => {
  it("are a circle around a hill, clockwise, and counter-clockwise around a hollow", () => {
    const cone = grid(41, 31, (i, j) => Math.hypot(i - 20, j - 15));
    const [hollow, ...none] = isolines(
      cone.map((value) => -value),
      41,
      31,
      -9,
    );
    expect(none).toEqual([]);
    for (const [x, y] of hollow) expect(Math.hypot(x - 20, y - 15)).toBeCloseTo(9, 1);
    expect(Math.abs(area(hollow))).toBeCloseTo(Math.PI * 81, -1);
    const rings = isolines(cone, 41, 31, 9).map(area);
    expect(rings).toHaveLength(2); // the outer one follows the grid's edge, half a sample outside
    expect(rings[0] * rings[1]).toBeLessThan(0);
    expect(Math.max(...rings.map(Math.abs))).toBeCloseTo(41 * 31 - 4 / 8, 6);
  });
  it("are nowhere, or all around", () => {
    expect(
      isolines(
        grid(3, 2, () => 0),
        3,
        2,
        1,
      ),
    ).toEqual([]);
    expect(
      isolines(
        grid(3, 2, () => 1),
        3,
        2,
        1,
      ),
    ).toHaveLength(1);
  });
  it("keep away from what is no number", () => {
    const values = grid(5, 5, (i, j) => (i === 2 && j === 2 ? Number.NaN : Number.POSITIVE_INFINITY));
    const rings = isolines(values, 5, 5, 1);
    expect(rings).toHaveLength(2);
    for (const [x, y] of rings.flat()) expect(Number.isFinite(x + y)).toBe(true);
  });
  it("enclose what d3-contour encloses, on hills and saddles alike", () => {
    const values = grid(24, 17, (i, j) => Math.sin(i * 0.9) * Math.cos(j * 1.1) + 0.1 * Math.sin(3.7 * i * j));
    for (const level of [-0.7, -0.2, 0, 0.3, 0.8]) {
      const enclosed = contours()
        .size([24, 17])
        .contour(values, level)
        .coordinates.flat()
        .reduce((sum, ring) => sum + area(ring.slice(1) as Ring), 0);
      const ours = isolines(values, 24, 17, level).reduce((sum, ring) => sum + area(ring), 0);
      expect(Math.abs(ours)).toBeCloseTo(Math.abs(enclosed), 6);
    }
  });
});
