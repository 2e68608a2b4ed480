import { describe, expect, it } from "vitest";
import { readParts } from "../../../web/app/parts";
import { speedIndex, speeds } from "../../../web/app/speeds";

describe("Parts", () => {
  it("are all of the bench where none are named", () => {
    for (const attribute of ["", "  ", "nonsense"]) {
      const parts = readParts(attribute);
      expect(parts.whole).toBe(true);
      expect(parts.has("experiment")).toBe(true);
      expect(parts.instruments).toEqual(["cost", "descent", "scores", "pattern", "projection", "compare", "python"]);
    }
  });
  it("are those that are named, instruments in the bench's order", () => {
    const parts = readParts("scores plane\n cost");
    expect(parts.whole).toBe(false);
    expect([parts.has("plane"), parts.has("network"), parts.has("header")]).toEqual([true, false, false]);
    expect(parts.instruments).toEqual(["cost", "scores"]);
  });
});

describe("Speeds", () => {
  it("are found again, and the next slower one for one that is not offered", () => {
    for (const [i, speed] of speeds.entries()) expect(speedIndex(speed)).toBe(i);
    expect(speeds[speedIndex({ unit: "epoch", perSecond: 55 })]).toEqual({ unit: "epoch", perSecond: 30 });
  });
});
