import { describe, expect, it } from "vitest";
import { parseNumber } from "../../../web/app/numbers";
import type { Description } from "../../../web/engine/protocol";
import { formatAtLeast, hindrances } from "../../../web/views/patternBound";

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

describe("hindrances of the bound", () => {
  const run = (journal: object[] = [], learner = {}, model = {}, cost = {}) =>
    hindrances(
      {
        spec: {
          model: { initialization: "zeros", ...model },
          cost: { l1: 0, l2: 0, ...cost },
          learner: { batch: 1, schedule: "constant", ...learner },
        },
        document: { journal },
      } as unknown as Description,
      5,
    );
  const set = (field: string, step: number) => ({ step, change: { kind: "set", field } });

  it("are none for zero weights, pattern by pattern, at one rate, without penalty", () => {
    expect(run()).toEqual([]);
    expect(run([set("learner.rate", 0), set("learner.answer", 7), set("stop.epochs", 3)])).toEqual([]);
  });
  it("are whatever the proof does not know", () => {
    expect(run([], {}, { initialization: "glorot" })).toEqual(["start"]);
    expect(run([], {}, {}, { l1: 0.1 })).toEqual(["penalty"]);
    expect(run([], { batch: 0 })).toEqual(["batch"]);
    expect(run([], { schedule: "cosine" })).toEqual(["rate"]);
    expect(run([set("learner.rate", 3)])).toEqual(["rate"]);
    expect(run([set("learner.convention", 3)])).toEqual(["rate"]);
    expect(run([set("cost.l2", 3)])).toEqual(["penalty"]);
    expect(run([{ step: 0, change: { kind: "parameter" } }])).toEqual(["byHand"]);
    expect(run([{ step: 3, change: { kind: "movePoints" } }])).toEqual(["points"]);
    expect(run([{ step: 0, change: { kind: "movePoints" } }])).toEqual([]);
    expect(run([set("data.testFraction", 3)])).toEqual(["points"]);
    expect(run([set("learner.rule", 3)])).toEqual(["start"]);
  });
  it("are none of what is yet to come", () => {
    expect(run([set("learner.rate", 7), { step: 9, change: { kind: "addPoints" } }])).toEqual([]);
  });
});
