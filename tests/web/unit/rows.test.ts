import { describe, expect, it } from "vitest";
import type { Description } from "../../../web/engine/protocol";
import { rowAfter } from "../../../web/state/rows";

/** One column; the targets are all 0. */
const table = (...values: number[]) =>
  ({
    columns: ["x1"],
    values: Float64Array.from(values),
    targets: new Float64Array(values.length),
    test: new Uint8Array(values.length),
  }) as Description["table"];

describe("rowAfter", () => {
  it("follows a point when earlier ones go, and come back", () => {
    expect(rowAfter(3, table(0, 1, 2, 3, 4), table(2, 3, 4))).toBe(1);
    expect(rowAfter(1, table(2, 3, 4), table(0, 1, 2, 3, 4))).toBe(3);
  });
  it("stays where points are added or removed behind it, or moved", () => {
    expect(rowAfter(1, table(0, 1), table(0, 1, 2))).toBe(1);
    expect(rowAfter(1, table(0, 1, 2, 3), table(0, 1))).toBe(1);
    expect(rowAfter(1, table(0, 1), table(5, 6))).toBe(1);
  });
  it("is nothing where the point itself is gone, or the points are others", () => {
    expect(rowAfter(1, table(0, 1, 2), table(0, 2))).toBeUndefined();
    expect(rowAfter(0, table(0), table(7, 8, 9))).toBeUndefined();
  });
});
