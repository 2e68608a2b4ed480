import { beforeEach, describe, expect, it } from "vitest";
import type { Surface } from "../../../web/engine/protocol";
import { type DescentScene, drawDescent } from "../../../web/views/descentPicture";
import { namedColours, RecordingContext, recordCanvases } from "./recordingContext";

/** A path that comes from outside of the plane: its costs are not those that the surface has at its places, 0, 1 and 11. */
const surface: Surface = {
  across: 0,
  up: 1,
  x: [0, 2],
  y: [10, 12],
  size: 3,
  costs: Float64Array.of(0, 1, 2, 10, 11, 12, 20, 21, 22),
  here: { x: 2, y: 11, cost: 12 },
  descent: [0, 0],
  path: {
    steps: Float64Array.of(0, 5, 9),
    x: Float64Array.of(0, 1, 1),
    y: Float64Array.of(10, 10, 11),
    costs: Float64Array.of(40, 20, 4),
    outside: Float64Array.of(0.5, 0.8, 0.1),
  },
};

function circlesOf(shown: Surface): { at: number[]; radius: number; style: string }[] {
  const scene: DescentScene = {
    area: { left: 0, top: 0, width: 200, height: 200 },
    bands: { surface: shown, levels: [5, 15, 30], above: [] },
    fills: ["least", "little", "much", "most"],
    toPixels: { x: (x) => 100 * x, y: (y) => 100 * (12 - y) },
    arrow: 0,
    words: { start: "start" },
  };
  const context = new RecordingContext();
  drawDescent(context.asContext, scene, namedColours);
  return context.drawn
    .filter(({ what }) => what === "fill")
    .flatMap(({ style, path }) => path.circles.map(([x, y, radius]) => ({ at: [x, y], radius, style })));
}

describe("drawDescent", () => {
  beforeEach(recordCanvases);

  it("colours each dot of the path by its own true cost, not by the surface's", () => {
    const dots = circlesOf(surface).slice(0, -1);
    expect(dots.map(({ at, style }) => [at, style])).toEqual([
      [[0, 200], "most"],
      [[100, 200], "much"],
      [[100, 100], "least"],
    ]);
  });

  it("draws the present point last and larger, in the colour of the cost that it has", () => {
    const circles = circlesOf({ ...surface, here: { x: 2, y: 11, cost: 29 } });
    const present = circles.at(-1)!;
    expect([present.at, present.style]).toEqual([[200, 100], "much"]);
    expect(present.radius).toBeGreaterThan(circles[0].radius);
  });

  it("shows a cost that is not finite as what it is", () => {
    const path = { ...surface.path, costs: Float64Array.of(Number.NaN, Infinity, 4) };
    const here = { ...surface.here, cost: Number.NaN };
    expect(circlesOf({ ...surface, path, here }).map(({ style }) => style)).toEqual(["bad", "bad", "least", "bad"]);
  });
});
