import { describe, expect, it } from "vitest";
import { layOut, neighbour } from "../../../web/views/networkLayout";
import { heightAt, linkAt, linksOf, linkWidth } from "../../../web/views/networkLinks";
import { rangeOf } from "../../../web/views/networkMaps";

const layersOf = (sizes: number[]) => {
  let at = 0;
  return sizes.slice(1).map((neurons, i) => {
    const layer = {
      inputs: sizes[i],
      neurons,
      activation: "tanh" as const,
      weights: at,
      biases: at + neurons * sizes[i],
    };
    at += neurons * (sizes[i] + 1);
    return layer;
  });
};

describe("layOut", () => {
  it("spreads the layers over the whole width", () => {
    expect(layOut([2, 4, 4, 1], 550, 300, 50).columns).toEqual([50, 200, 350, 500]);
    expect(layOut([2, 1], 550, 300, 50).columns).toEqual([60, 490]);
  });
  it("keeps neurons of a layer apart and inside", () => {
    for (const sizes of [
      [2, 4, 3, 1],
      [2, 16, 16, 1],
      [5, 1],
      [64, 256, 6],
    ]) {
      const { neurons } = layOut(sizes, 500, 560, 50);
      for (const box of neurons) {
        expect(box.y - box.size / 2).toBeGreaterThanOrEqual(0);
        expect(box.y + box.size / 2).toBeLessThanOrEqual(560);
        const below = neurons.find(({ layer, neuron }) => layer === box.layer && neuron === box.neuron + 1);
        if (below) expect(below.y - box.y).toBeGreaterThan((box.size + below.size) / 2);
      }
    }
  });
  it("shows 15 of 256 neurons and counts the rest", () => {
    const layout = layOut([2, 256, 1], 500, 500, 50);
    expect(layout.neurons.filter(({ layer }) => layer === 2)).toHaveLength(15);
    expect(layout.more).toMatchObject([{ layer: 2, count: 241 }]);
  });
});

describe("neighbour", () => {
  const layout = layOut([2, 4, 1], 500, 300, 50);
  const at = (layer: number, neuron: number) =>
    layout.neurons.find((box) => box.layer === layer && box.neuron === neuron)!;
  it("goes up and down in a layer, and to the nearest of the next", () => {
    expect(neighbour(layout, at(2, 1), "ArrowDown")).toBe(at(2, 2));
    expect(neighbour(layout, at(2, 3), "ArrowDown")).toBeUndefined();
    expect(neighbour(layout, at(2, 3), "ArrowLeft")).toBe(at(1, 1));
    expect(neighbour(layout, at(2, 0), "ArrowRight")).toBe(at(3, 0));
    expect(neighbour(layout, at(3, 0), "ArrowRight")).toBeUndefined();
  });
});

describe("links", () => {
  const sizes = [2, 3, 1];
  const layers = layersOf(sizes);
  const links = linksOf(layOut(sizes, 500, 300, 50), layers);
  it("stand for every weight between drawn neurons, destination first", () => {
    expect(links.map(({ parameter }) => parameter)).toEqual([0, 1, 2, 3, 4, 5, 9, 10, 11]);
  });
  it("are found where their curve passes", () => {
    for (const link of links) {
      const x = link.x0 + 0.9 * (link.x1 - link.x0);
      const found = linkAt(links, undefined, 1, x, heightAt(link, x));
      expect(Math.abs(heightAt(found!, x) - heightAt(link, x))).toBeLessThan(0.01);
    }
    expect(linkAt(links, undefined, 1, links[0].x0 - 1, links[0].y0)).toBeUndefined();
  });
  it("meet their ends and the middle", () => {
    const link = { parameter: 0, x0: 10, y0: 0, x1: 110, y1: 80 };
    expect(heightAt(link, 10)).toBeCloseTo(0, 3);
    expect(heightAt(link, 60)).toBeCloseTo(40, 3);
    expect(heightAt(link, 110)).toBeCloseTo(80, 3);
  });
  it("are wider for a larger weight of either sign, and bounded", () => {
    expect(linkWidth(-2, 1)).toBe(linkWidth(2, 1));
    expect(linkWidth(3, 1)).toBeGreaterThan(linkWidth(1, 1));
    expect(linkWidth(Number.POSITIVE_INFINITY, 1)).toBeCloseTo(9.4);
  });
});

describe("rangeOf", () => {
  const maps = Float32Array.of(0, 0, 0, 0, 0.5, -3, 1, 2); // two maps of 2 × 2
  it("is a bounded activation's own", () => {
    expect(rangeOf("sigmoid", maps, 1, 1, 2)).toEqual({ low: 0, high: 1 });
    expect(rangeOf("tanh", maps, 1, 1, 2)).toEqual({ low: -1, high: 1 });
  });
  it("holds all of an unbounded layer's values, around zero", () => {
    expect(rangeOf("relu", maps, 1, 1, 2)).toEqual({ low: -3, high: 3 });
    expect(rangeOf(undefined, maps, 0, 1, 2)).toEqual({ low: -1, high: 1 });
  });
});
