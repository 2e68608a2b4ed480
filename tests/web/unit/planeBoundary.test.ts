import { describe, expect, it } from "vitest";
import { boundaryOf } from "../../../web/views/planeBoundary";

const grid = (width: number, height: number, value: (i: number, j: number) => number) =>
  Float32Array.from({ length: width * height }, (_, at) => value(at % width, Math.floor(at / width)));

describe("boundaryOf", () => {
  const score = { kind: "score", of: "output", low: 0, middle: 0.5, high: 1 } as const;

  it("is one straight line where a score rises evenly, placed between the cells", () => {
    const field = grid(8, 6, (i) => i / 6); // 0.5 at the centre of cell 3
    const lines = boundaryOf(score, field, 8, 6);
    expect(lines).toHaveLength(1);
    const across = lines[0].filter((_, i) => i % 2 === 0);
    for (const x of across) expect(x).toBeCloseTo(3.5, 6);
  });

  it("does not follow the edge of the picture", () => {
    expect(
      boundaryOf(
        score,
        grid(8, 6, () => 1),
        8,
        6,
      ),
    ).toEqual([]);
    expect(
      boundaryOf(
        score,
        grid(8, 6, () => 0),
        8,
        6,
      ),
    ).toEqual([]);
  });

  it("runs from edge to edge: the outer cells' centres are its ends", () => {
    const [line] = boundaryOf(
      score,
      grid(8, 6, (i) => i / 6),
      8,
      6,
    );
    const up = line.filter((_, i) => i % 2 === 1);
    expect(Math.min(...up)).toBeLessThanOrEqual(0.5);
    expect(Math.max(...up)).toBeGreaterThanOrEqual(5.5);
  });

  it("lies where the strongest of several classes changes", () => {
    // Three classes strongest at the left, the middle and the right of nine cells.
    const field = new Float32Array(3 * 9 * 4);
    for (let k = 0; k < 3; k++)
      field.set(
        grid(9, 4, (i) => -Math.abs(i - 4 * k)),
        k * 36,
      );
    const lines = boundaryOf({ kind: "strongest", of: "output", outputs: 3, span: 1 }, field, 9, 4);
    const middles = lines.map((line) => line[0]).sort((a, b) => a - b);
    expect(middles[0]).toBeCloseTo(2.5, 5);
    expect(middles.at(-1)).toBeCloseTo(6.5, 5);
  });

  it("is absent for numbers", () => {
    expect(
      boundaryOf(
        { kind: "number", low: -1, middle: 0, high: 1 },
        grid(4, 4, (i) => i),
        4,
        4,
      ),
    ).toEqual([]);
  });
});
