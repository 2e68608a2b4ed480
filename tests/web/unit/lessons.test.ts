import { describe, expect, it } from "vitest";
import type { Description, Frame } from "../../../web/engine/protocol";
import { lessons } from "../../../web/lessons";
import type { Bench } from "../../../web/lessons/lesson";
import { firstView } from "../../../web/state/view";

interface Change {
  spec?: object;
  frame?: object;
  view?: object;
  layers?: number;
  journal?: object[];
  noLineSeparates?: boolean;
}

const bench = (change: Change): Bench => ({
  description: {
    spec: {
      data: { source: "xor" },
      model: { hidden: [] },
      cost: { error: "crossEntropy", l2: 0 },
      learner: {},
      ...change.spec,
    },
    layers: Array.from({ length: change.layers ?? 1 }),
    document: { journal: change.journal ?? [] },
  } as unknown as Description,
  frame: { step: 5, train: { cost: 1, right: 1, count: 4 }, ...change.frame } as unknown as Frame,
  view: { ...firstView, ...change.view },
  noLineSeparates: () => change.noLineSeparates ?? false,
});

describe.each(lessons.map(({ name, load }) => [name, load] as const))("Chapter %s", (_, load) => {
  it("has at least three things to predict, and three to try", async () => {
    const { text } = (await load()).lesson;
    expect(text.predictions.length).toBeGreaterThanOrEqual(3);
    expect(text.tries.length).toBeGreaterThanOrEqual(3);
    for (const { choices, right } of text.predictions) expect(choices[right]).toBeDefined();
  });
  it("has a spec for each start and a check for each try", async () => {
    const { text, starts, done } = (await load()).lesson;
    expect(starts).toHaveLength(text.starts.length);
    expect(done).toHaveLength(text.tries.length);
  });
  it("counts nothing as done that was not begun", async () => {
    const { done } = (await load()).lesson;
    expect(done.map((check) => check(bench({ frame: { step: 0 } })))).not.toContain(true);
  });
});

describe("The chapters' checks", () => {
  it("see Fisher's step, and the weights that run away", async () => {
    const { done } = (await lessons[0].load()).lesson;
    expect(done[0](bench({ spec: { learner: { rule: "fisher" } }, frame: { step: 1 } }))).toBe(true);
    expect(done[4](bench({ frame: { stop: { kind: "separated", step: 5 } } }))).toBe(true);
  });
  it("see a direction only where it was turned by hand", async () => {
    const { done } = (await lessons[0].load()).lesson;
    const looked = (direction: number[], answer = [3, 4, 1]) =>
      done[1](bench({ view: { instrument: "projection" }, frame: { answer, discriminant: { here: { direction } } } }));
    expect([looked([0.6, 0.8]), looked([-0.6, -0.8]), looked([1, 0], [0, 0, 0])]).toEqual([false, false, false]);
    expect(looked([0.8, 0.6])).toBe(true);
    expect(done[1](bench({ view: { instrument: "projection" } }))).toBe(false);
  });
  it("want a step after the points were added, not before", async () => {
    const { done } = (await lessons[0].load()).lesson;
    const added = (step: number) =>
      bench({
        spec: { learner: { rule: "fisher" } },
        frame: { step: 1 },
        journal: [{ step, change: { kind: "addPoints" } }],
      });
    expect([done[2](added(0)), done[2](added(1))]).toEqual([true, false]);
  });
  it("count an XOR of one's own, also once it was taken to a network", async () => {
    const { done } = (await lessons[1].load()).lesson;
    const learner = { rule: "perceptron", answer: "pocket" };
    const own = { data: { source: "table" }, learner };
    expect(done[4](bench({ spec: own, noLineSeparates: true }))).toBe(true);
    expect(done[4](bench({ spec: own }))).toBe(false);
    const solved = { spec: own, layers: 2, frame: { train: { right: 4, count: 4 } } };
    expect(done[5](bench({ ...solved, noLineSeparates: true }))).toBe(true);
    expect(done[5](bench(solved))).toBe(false);
  });
  it("see the perceptron's mistakes, its end, and the network's XOR", async () => {
    const { done } = (await lessons[1].load()).lesson;
    const learner = { rule: "perceptron", answer: "pocket" };
    const pattern = (mistakes: number, stillWrong = false) => ({ pattern: { mistakes, stillWrong } });
    expect(done[0](bench({ spec: { learner }, frame: pattern(4) }))).toBe(false);
    expect(done[0](bench({ spec: { learner }, frame: pattern(5) }))).toBe(true);
    expect(done[2](bench({ frame: pattern(1, true) }))).toBe(true);
    expect(done[4](bench({ spec: { learner } }))).toBe(true);
    expect(done[5](bench({ layers: 3, frame: { train: { right: 4, count: 4 } } }))).toBe(true);
    expect(done[5](bench({ layers: 3 }))).toBe(false);
  });
  it("cite every equation of their sections", async () => {
    const all = (await Promise.all(lessons.map(({ load }) => load()))).map(({ lesson }) =>
      JSON.stringify(lesson.text.sections),
    );
    for (const number of ["(1)", "(22)"]) expect(all[0]).toContain(number);
    for (const number of ["(2)", "(3)", "(4)", "(5)", "(6)"]) expect(all[1]).toContain(number);
  });
});
