/** What the page says may be typed is what the core takes. */
import { beforeAll, describe, expect, test } from "vitest";
import type { CoreModule } from "../../web/engine/module";
import type { Change } from "../../web/engine/protocol";
import * as texts from "../../web/texts";
import { begin, loadCore } from "./core";

let core: CoreModule;
beforeAll(async () => {
  core = await loadCore();
});

/** What is allowed in place of a number that the core refuses, in words. */
function allowed(change: Change): string {
  const experiment = begin(core, { data: { source: "plane" }, model: { output: "linear" }, cost: { error: "huber" } });
  const { error } = experiment.change(change);
  experiment.delete();
  expect(error?.code).toBe("outOfRange");
  return texts.intervalInWords(error!.allowed);
}

describe("The limits that are said", () => {
  test("of points and weights", () => {
    const changes: Change[] = [
      { kind: "parameter", index: 0, value: 2e9 },
      { kind: "movePoints", rows: [0], values: [0, 2e9] },
      { kind: "retarget", rows: [0], target: 2e9 },
    ];
    for (const change of changes) expect(allowed(change).replaceAll("1000000000", "1e9")).toBe(texts.controls.anySize);
  });
  test("of neurons in a layer", () => {
    const value = [{ neurons: 1e9, activation: "tanh" }];
    expect(allowed({ kind: "set", field: "model.hidden", value })).toBe(texts.experiment.neurons);
  });
  test("of every number among the fields, by its interval", () => {
    const numbers = core.fields().filter(({ type }) => type === "number" || type === "integer");
    expect(numbers.length).toBeGreaterThan(20);
    for (const { path, low, lowOpen, high } of numbers) {
      const said = texts.intervalInWords(`${lowOpen ? "(" : "["}${low}, ${high}]`);
      expect(allowed({ kind: "set", field: path, value: -1e300 })).toBe(said);
    }
  });
});
