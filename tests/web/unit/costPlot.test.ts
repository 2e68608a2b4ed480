import { beforeEach, describe, expect, it } from "vitest";
import { type CostScene, drawCost } from "../../../web/views/costPlot";
import { namedColours, RecordingContext, recordCanvases } from "./recordingContext";

/** Epochs 0, 1, 2 …; a pixel for each tenth of an epoch. */
const scene = (train: number[], test: number[], presentEpoch: number): CostScene => ({
  curve: {
    steps: Float64Array.from(train.keys()),
    epochs: Float64Array.from(train.keys()),
    train: Float64Array.from(train),
    test: Float64Array.from(test),
  },
  area: { left: 0, top: 0, width: 100, height: 100 },
  across: (epoch) => 10 * epoch,
  up: (value) => 100 - value,
  colour: "cost",
  presentEpoch,
  marks: [],
});

let context: RecordingContext;
beforeEach(() => {
  recordCanvases();
  context = new RecordingContext();
});
/** How many lines in the curves' colour, and how many of ink: the present. */
const lines = () => ["cost", "ink"].map((ink) => context.drawn.filter(({ style }) => style === ink).length);

describe("drawCost", () => {
  it("draws both curves once where nothing lies ahead, and twice where something does", () => {
    drawCost(context.asContext, scene([3, 2, 1], [4, 3, 2], 2), namedColours);
    expect(lines()).toEqual([2, 1]);
    drawCost(context.asContext, scene([3, 2, 1], [4, 3, 2], 1), namedColours);
    expect(lines()).toEqual([4, 1]);
  });
  it("cuts off nothing at the present where nothing lies ahead", () => {
    drawCost(context.asContext, scene([3], [4], 0), namedColours);
    expect(context.clips).toEqual([[-4, -4, 108, 108]]);
    context.clips.length = 0;
    drawCost(context.asContext, scene([3, 2, 1], [4, 3, 2], 1), namedColours);
    expect(context.clips).toEqual([
      [-4, -4, 14, 108],
      [10, -4, 94, 108],
    ]);
  });
  it("takes an empty history", () => {
    drawCost(context.asContext, scene([], [], 0), namedColours);
    expect(lines()).toEqual([2, 1]);
  });
});
