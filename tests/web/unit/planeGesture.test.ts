import { describe, expect, it } from "vitest";
import {
  BrushGesture,
  brushRadius,
  DrawGesture,
  EraseGesture,
  MoveGesture,
  sprayOffset,
} from "../../../web/views/planeGesture";
import { isDrawn, mostPoints, nearestRow, type Plot } from "../../../web/views/planePoints";

/** 100 × 100 pixels showing [0, 10]² of the first and third of three columns. */
function plotOf(rows: number[][]): Plot {
  return {
    space: { x: [0, 10], y: [0, 10], width: 100, height: 100 },
    columns: [0, 2],
    table: {
      columns: ["p", "q", "r"],
      values: Float64Array.from(rows.flat()),
      targets: new Float64Array(rows.length),
      test: new Uint8Array(rows.length),
      classes: ["A", "B"],
    },
  };
}
const held = Float64Array.of(0, 7, 0);

describe("DrawGesture", () => {
  it("adds one point, held values in the columns that are not shown", () => {
    const gesture = new DrawGesture({ plot: plotOf([]), held, target: 1 }, 20, 30);
    expect(gesture.take()).toEqual({ kind: "addPoints", values: [2, 7, 7], targets: [1] });
    expect(gesture.take()).toBeUndefined();
  });
});

describe("BrushGesture", () => {
  const stroke = (pieces: number) => {
    const gesture = new BrushGesture({ plot: plotOf([]), held, target: 0 }, 10, 50);
    for (let i = 1; i <= pieces; i++) gesture.to(10 + (72 * i) / pieces, 50);
    return gesture.take();
  };
  it("sprays by distance, not by how often the hand is seen", () => {
    const change = stroke(1);
    expect(change).toMatchObject({ targets: new Array(9).fill(0) }); // one at the press, and every 9 of 72 pixels
    expect(stroke(8)).toEqual(change);
  });
  it("stays within its circle", () => {
    for (let i = 0; i < 200; i++) expect(Math.hypot(...sprayOffset(i, brushRadius))).toBeLessThanOrEqual(brushRadius);
  });
});

describe("EraseGesture", () => {
  it("removes what it touches on its way, each row once", () => {
    const plot = plotOf([
      [1, 0, 5],
      [5, 0, 5],
      [9, 0, 5],
      [5, 0, 0.5],
    ]);
    const gesture = new EraseGesture(10, 50);
    gesture.to(90, 50);
    expect(gesture.take(plot)).toEqual({ kind: "removePoints", rows: [0, 1, 2] });
    expect(gesture.take(plot)).toBeUndefined();
  });
});

describe("MoveGesture", () => {
  it("moves the shown columns from where they began, and leaves the others", () => {
    const gesture = new MoveGesture(
      plotOf([
        [1, 4, 5],
        [2, 6, 8],
      ]),
      [1],
      20,
      20,
    );
    gesture.to(90, 90);
    gesture.to(40, 10);
    expect(gesture.take()).toEqual({ kind: "movePoints", rows: [1], values: [4, 6, 9] });
    expect(gesture.take()).toBeUndefined();
  });
});

describe("nearestRow", () => {
  it("finds the nearest within reach, and none beyond it", () => {
    const plot = plotOf([
      [1, 0, 5],
      [5, 0, 5],
    ]);
    expect(nearestRow(plot, 48, 50, 10)).toBe(1);
    expect(nearestRow(plot, 30, 50, 10)).toBeUndefined();
  });
});

describe("isDrawn", () => {
  it("chooses evenly, also among alternating classes", () => {
    const rows = 100_000;
    const drawn = [0, 0];
    for (let row = 0; row < rows; row++) if (isDrawn(row, rows)) drawn[row % 2]++;
    expect(Math.abs(drawn[0] + drawn[1] - mostPoints)).toBeLessThan(5);
    expect(Math.abs(drawn[0] - drawn[1])).toBeLessThan(5);
  });
});
