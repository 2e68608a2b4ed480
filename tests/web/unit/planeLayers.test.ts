import { beforeEach, describe, expect, it } from "vitest";
import { markPath } from "../../../web/views/classMarks";
import { cssOf } from "../../../web/views/palette";
import { drawMistakes, drawPointsLayer, mistakesOf } from "../../../web/views/planeLayers";
import { markRadius, type Plot } from "../../../web/views/planePoints";
import type { Reading } from "../../../web/views/planeReading";
import { namedColours, RecordingContext, recordCanvases } from "./recordingContext";

/** Two rows for training, two for testing; a picture of 10 pixels for each unit. */
const plot = (targets: number[], classes?: string[]): Plot => ({
  space: { x: [0, 10], y: [0, 10], width: 100, height: 100 },
  columns: [0, 1],
  table: {
    columns: ["x1", "x2"],
    values: Float64Array.of(1, 1, 5, 1, 1, 8, 5, 8),
    targets: Float64Array.from(targets),
    test: Uint8Array.of(0, 0, 1, 1),
    classes,
  },
});
const places = [
  [10, 90],
  [50, 90],
  [10, 20],
  [50, 20],
];

let context: RecordingContext;
beforeEach(() => {
  recordCanvases();
  context = new RecordingContext();
});

describe("mistakesOf", () => {
  it("is the rows that were decided otherwise", () => {
    expect(mistakesOf([0, 1, 2, 1], Float64Array.of(0, 2, 2, 0))).toEqual([1, 3]);
  });
  it("is none where the decisions are not there, or of other points", () => {
    expect(mistakesOf([0, 1], undefined)).toEqual([]);
    expect(mistakesOf([0, 1], Float64Array.of(1))).toEqual([]);
  });
});

describe("drawMistakes", () => {
  it("draws one ring of ink around each mistake, outside of its mark, and none from before", () => {
    const four = plot([0, 1, 0, 1], ["A", "B"]);
    drawMistakes(context.asContext, four, [0], namedColours);
    drawMistakes(context.asContext, four, [1, 2], namedColours);
    expect(context.drawn).toHaveLength(1);
    const [{ what, style, path }] = context.drawn;
    expect([what, style]).toEqual(["stroke", "ink"]);
    expect(path.circles.map(([x, y]) => [x, y])).toEqual([places[1], places[2]]);
    for (const [, , radius] of path.circles) expect(radius).toBeGreaterThan(markRadius(4));
  });
});

describe("drawPointsLayer", () => {
  const score: Reading = { kind: "score", of: "output", low: 0, middle: 0.5, high: 1 };
  const density = 2;
  const drawOn = (targets: number[], reading: Reading, classes?: string[]) => {
    drawPointsLayer(context.asContext, plot(targets, classes), reading, namedColours, density);
    return context.placed;
  };
  /** Filled with this, and at last outlined with that. */
  const look = ({ canvas }: (typeof context.placed)[number]) => {
    const { drawn } = canvas.context;
    return [drawn.find(({ what }) => what === "fill")!.style, drawn.at(-1)!.style];
  };

  it("fills training points with their class's colour; test points are hollow, outlined with it", () => {
    const marks = drawOn([0, 1, 0, 1], score, ["A", "B"]);
    expect(marks.map(look)).toEqual([
      ["a", "a"],
      ["b", "b"],
      ["card", "a"],
      ["card", "b"],
    ]);
  });

  it("gives each class its shape", () => {
    const marks = drawOn([0, 1, 2, 0], { kind: "strongest", of: "output", outputs: 3, span: 1 }, ["A", "B", "C"]);
    const radius = markRadius(4);
    expect(marks.map(({ canvas }) => canvas.context.drawn[0].path.outline)).toEqual([
      markPath(0, radius),
      markPath(1, radius),
      markPath(2, radius * 0.86),
      markPath(0, radius * 0.86),
    ]);
  });

  it("colours numbers to fit from a to b, the held out ones hollow", () => {
    const reading: Reading = { kind: "number", low: -1, middle: 0, high: 1 };
    const [a, b] = [namedColours.a, namedColours.b].map(({ rgb }) => cssOf(rgb));
    expect(drawOn([-1, 1, -1, 1], reading).map(look)).toEqual([
      [a, a],
      [b, b],
      ["card", a],
      ["card", b],
    ]);
  });

  it("puts each mark's middle at its point, in the screen's pixels", () => {
    for (const [row, { canvas, at }] of drawOn([0, 1, 0, 1], score, ["A", "B"]).entries()) {
      const middle = [at[0] + canvas.width / 2, at[1] + canvas.height / 2];
      expect(middle).toEqual(places[row].map((pixel) => pixel * density));
    }
  });
});
