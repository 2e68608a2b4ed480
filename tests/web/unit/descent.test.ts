import { describe, expect, it } from "vitest";
import type { LayerInfo, Surface } from "../../../web/engine/protocol";
import { bandOf, calmRange, costAt, costExtent, costLevels } from "../../../web/views/descentLevels";
import { steepestPair, validPair } from "../../../web/views/descentPair";
import { arrowFactor, outsideShares } from "../../../web/views/descentPicture";
import {
  askable,
  calmWindow,
  eased,
  fitWindow,
  reshaped,
  shifted,
  type WeightWindow,
  zoomed,
} from "../../../web/views/descentWindow";
import { parameterName, parameterPlace } from "../../../web/views/parameterName";
import { surfaceSize } from "../../../web/views/surfaceSize";

// 2 inputs, 3 hidden neurons, 1 output: W² 0…5, b² 6…8, W³ 9…11, b³ 12
const layers: LayerInfo[] = [
  { inputs: 2, neurons: 3, activation: "tanh", weights: 0, biases: 6 },
  { inputs: 3, neurons: 1, activation: "sigmoid", weights: 9, biases: 12 },
];

const surface = (change: Partial<Surface> = {}): Surface => ({
  across: 0,
  up: 1,
  x: [0, 2],
  y: [10, 12],
  size: 3,
  costs: Float64Array.of(0, 1, 2, 10, 11, 12, 20, 21, 22), // J = x + 10 (y − 10)
  here: { x: 1, y: 11, cost: 11 },
  descent: [-1, -10],
  path: {
    steps: Float64Array.of(0, 5, 9),
    x: Float64Array.of(0, 1, 1),
    y: Float64Array.of(10, 10, 11),
    costs: Float64Array.of(40, 20, 11),
    outside: Float64Array.of(0.5, 0.8, 0),
  },
  ...change,
});

describe("parameterName", () => {
  it("says layer, destination, origin as the lecture does", () => {
    expect([0, 3, 6, 11, 12].map((index) => parameterName(layers, index))).toEqual([
      "w²₁₁",
      "w²₂₂",
      "b²₁",
      "w³₁₃",
      "b³₁",
    ]);
  });
  it("tells two-digit indices apart", () => {
    const wide: LayerInfo[] = [{ inputs: 12, neurons: 2, activation: "tanh", weights: 0, biases: 24 }];
    expect(parameterName(wide, 21)).toBe("w²₂,₁₀");
  });
  it("has no place beyond the last parameter", () => {
    expect(parameterPlace(layers, 13)).toBeUndefined();
    expect(parameterPlace(layers, 8)).toEqual({ layer: 2, to: 2 });
  });
});

describe("steepestPair", () => {
  it("is (w₁, w₂) for one neuron of two inputs, however steep its bias", () => {
    const one: LayerInfo[] = [{ inputs: 2, neurons: 1, activation: "step", weights: 0, biases: 2 }];
    expect(steepestPair(one, [0, 3, -7])).toEqual([0, 1]);
  });
  it("takes the steepest weight and the next of its layer, in their order", () => {
    const gradient = [0.1, 0, 0, -0.9, 0, 0, 0.3, 0, 0, 0.8, 0, 0, 2];
    expect(steepestPair(layers, gradient)).toEqual([0, 3]);
  });
  it("takes a bias where the layer has no other sloping weight", () => {
    expect(steepestPair(layers, [0, 0, 0, -0.9, 0, 0, 0.3, 0, 0, 0.8, 0, 0, 0])).toEqual([3, 6]);
  });
  it("goes to another layer where the first has no other slope", () => {
    const gradient = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0.2, 0, 0, 0].map((slope, i) => (i === 3 ? 1 : slope));
    expect(steepestPair(layers, gradient)).toEqual([3, 9]);
  });
  it("takes the first weights of the output where nothing slopes", () => {
    expect(steepestPair(layers, new Float64Array(13))).toEqual([9, 10]);
    expect(steepestPair(layers, new Float64Array(13).fill(Number.NaN))).toEqual([9, 10]);
  });
  it("is needed where the pair given does not fit the network", () => {
    expect(validPair([3, 12], 13)).toEqual([3, 12]);
    for (const pair of [
      [3, 13],
      [3, 3],
      [-1, 2],
      [0.5, 2],
    ] as [number, number][])
      expect(validPair(pair, 13)).toBeUndefined();
  });
});

describe("the window", () => {
  const points = [
    { x: -1, y: 0 },
    { x: 3, y: 2 },
    { x: Number.NaN, y: 9 },
  ];
  it("fits finite points with a margin, at equal scales", () => {
    const window = fitWindow(points, 2);
    expect((window.x[1] - window.x[0]) / (window.y[1] - window.y[0])).toBeCloseTo(2, 12);
    expect((window.x[0] + window.x[1]) / 2).toBeCloseTo(1, 12);
    expect(window.y).toEqual([1 - 1.6, 1 + 1.6]); // 2 high, and 30 % on each side
  });
  it("stands still while the points are well inside", () => {
    const window = fitWindow(points, 2);
    expect(calmWindow(window, [...points, { x: 2, y: 2.2 }], 2)).toBe(window);
    expect(calmWindow(window, [...points, { x: 2, y: 2.55 }], 2)).not.toBe(window);
  });
  it("fits anew when it is far too large", () => {
    const window = fitWindow(
      [
        { x: 0, y: 0 },
        { x: 0, y: 1000 },
      ],
      2,
    );
    expect(calmWindow(window, [{ x: 0, y: 0 }], 2)).toEqual({ x: [-2, 2], y: [-1, 1] });
  });
  it("zooms about a place that stays, shifts, and takes the plot's shape", () => {
    expect(zoomed({ x: [0, 4], y: [0, 2] }, 2, { x: 1, y: 0 })).toEqual({ x: [0.5, 2.5], y: [0, 1] });
    expect(shifted({ x: [0, 4], y: [0, 2] }, { x: 1, y: -1 })).toEqual({ x: [1, 5], y: [-1, 1] });
    expect(reshaped({ x: [0, 4], y: [0, 2] }, 1)).toEqual({ x: [1, 3], y: [0, 2] });
  });
  it("eases towards another one and arrives", () => {
    let window = fitWindow(points, 2);
    const goal = fitWindow([{ x: 50, y: 50 }], 2);
    for (let i = 0; i < 60 && window !== goal; i++) window = eased(window, goal, 0.25);
    expect(window).toBe(goal);
  });
});

describe("askable", () => {
  it("leaves a window that the core does not look at to the core's own choice", () => {
    const near = { x: [-1, 1], y: [-1, 1] } as WeightWindow;
    expect(askable(near)).toBe(near);
    expect(askable({ ...near, y: [-1, 2e9] })).toBeUndefined();
    expect(askable({ ...near, x: [Number.NaN, 1] })).toBeUndefined();
    expect(askable(undefined)).toBeUndefined();
  });
});

describe("levels", () => {
  it("lie at round numbers by ratio inside a wide range", () => {
    expect(costLevels([0.01, 10])).toEqual([0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5]);
  });
  it("lie evenly inside a narrow range", () => {
    expect(costLevels([0.5, 1])).toEqual([0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]);
  });
  it("stay few over very many decades", () => {
    const levels = costLevels([1e-30, 1e30]);
    expect(levels.length).toBeGreaterThan(4);
    expect(levels.length).toBeLessThanOrEqual(11);
  });
  it("keep their range while it holds the costs, and widen it with some slack", () => {
    const range = calmRange(undefined, [0.23, 4]);
    expect(range[0]).toBeCloseTo(0.2, 12);
    expect(range[1]).toBeCloseTo(4.6, 12);
    expect(calmRange(range, [0.21, 4.5])).toBe(range);
    expect(calmRange(range, [0.19, 4.5])).not.toBe(range);
  });
  it("narrow their range when it has become twice too wide, and have one where costs are zero", () => {
    const wide = calmRange(undefined, [0.001, 1000]);
    expect(calmRange(wide, [0.5, 2])).not.toBe(wide);
    expect(calmRange(undefined, [0, 8])[0]).toBeGreaterThan(0);
  });
  it("part the bands: a cost at a level belongs above it", () => {
    expect([0.1, 1, 1.5, 7].map((cost) => bandOf([1, 2, 5], cost))).toEqual([0, 1, 1, 3]);
  });
  it("reckon with the path's own costs and leave out what is not finite", () => {
    expect(costExtent(surface())).toEqual([0, 40]);
    const broken = surface({ costs: new Float64Array(9).fill(Number.NaN), here: { x: 0, y: 0, cost: Number.NaN } });
    expect(
      costExtent({ ...broken, path: { ...broken.path, costs: new Float64Array(3).fill(Infinity) } }),
    ).toBeUndefined();
  });
});

describe("costAt", () => {
  it("reads between the grid's costs, its ends included", () => {
    expect(costAt(surface(), 0.5, 11.5)).toBeCloseTo(15.5, 12);
    expect(costAt(surface(), 2, 12)).toBe(22);
  });
  it("knows nothing outside of the grid", () => {
    expect(costAt(surface(), 2.1, 11)).toBeNaN();
    expect(costAt(surface(), 1, 9.9)).toBeNaN();
  });
});

describe("the arrow and the path", () => {
  it("is drawn a round number of times as long as a step", () => {
    expect(arrowFactor(3)).toBe(20); // 60 pixels
    expect(arrowFactor(0.0007)).toBe(50000);
    expect(arrowFactor(900)).toBe(0.05);
  });
  it("keeps its factor while that is easy to see", () => {
    expect(arrowFactor(4.9, 20)).toBe(20);
    expect(arrowFactor(0.5, 20)).toBe(100);
  });
  it("has no length where the slope is none", () => {
    expect(arrowFactor(0, 20)).toBe(1);
    expect(arrowFactor(Number.NaN, 20)).toBe(1);
  });
  it("tell how far the path lies out of the plane", () => {
    expect(outsideShares(surface())).toEqual({ start: 0.5, most: 0.8, step: 5 });
    const single = surface().path;
    for (const key of ["steps", "x", "y", "costs", "outside"] as const) single[key] = single[key].slice(0, 1);
    expect(outsideShares(surface({ path: single }))).toBeUndefined();
  });
});

describe("surfaceSize", () => {
  it("is coarser while training, and with many points", () => {
    expect(surfaceSize(false, 150, 33)).toBe(96);
    expect(surfaceSize(true, 150, 33)).toBe(48);
    expect(surfaceSize(false, 100_000, 100)).toBe(16);
  });
});
