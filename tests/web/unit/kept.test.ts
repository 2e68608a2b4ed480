import { describe, expect, it } from "vitest";
import type { Description } from "../../../web/engine/protocol";
import { writeJson } from "../../../web/state/json";
import { readKept, writeKept } from "../../../web/state/kept";
import { fitView, readView } from "../../../web/state/savedView";
import { firstView } from "../../../web/state/view";
import { document, values } from "./sampleDocument";

describe("Json", () => {
  it("keeps every number's bits", () => {
    const back = JSON.parse(writeJson({ values })).values as number[];
    for (const [i, value] of values.entries()) expect(Object.is(back[i], value)).toBe(true);
  });
  it("leaves out what is undefined and refuses what no experiment holds", () => {
    expect(writeJson({ a: undefined, b: null, c: [true, 'x"y'] })).toBe('{"b":null,"c":[true,"x\\"y"]}');
    expect(() => writeJson({ a: Number.NaN })).toThrow(TypeError);
    expect(() => writeJson(() => 1)).toThrow(TypeError);
  });
});

describe("Kept", () => {
  it("reads back what it wrote", () => {
    const { document: read, view } = readKept(writeKept({ document, view: firstView }), "file").value!;
    expect(read).toEqual(JSON.parse(writeJson(document)));
    expect(view).toEqual(firstView);
  });
  it("refuses what is none, naming what it read", () => {
    for (const text of ["", "{", "[]", "null", '{"format":"other"}', '{"format":"backprop-lab","version":1}']) {
      expect(readKept(text, "file").error).toMatchObject({ code: "malformed", field: "file" });
    }
  });
  it("refuses a newer version", () => {
    const text = writeKept({ document, view: firstView }).replace('"version":1', '"version":2');
    expect(readKept(text, "link").error).toMatchObject({ code: "newerVersion", value: "2", allowed: "1" });
  });
  it("refuses what is nested deeper than any experiment, in the document and beside it", () => {
    const nested = `${"[".repeat(5000)}${"]".repeat(5000)}`;
    const written = writeKept({ document, view: firstView });
    for (const member of ['"spec":{', '"view":{']) {
      const text = written.replace(member, `${member}"deep":${nested},`);
      expect(readKept(text, "file").error).toEqual({ code: "tooDeep", field: "file", value: "", allowed: "12" });
    }
  });
  it("passes no field on that a document does not have, and pollutes no prototype", () => {
    const text = `{"format":"backprop-lab","version":1,"document":{"spec":{},"evil":1,"__proto__":{"polluted":1}},
      "view":{"__proto__":{"theme":"dark"},"constructor":{}}}`;
    const { document: read, view } = readKept(text, "link").value!;
    expect(Object.keys(read).sort()).toEqual(["journal", "spec", "step", "version"]);
    expect(view).toEqual({});
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("SavedView", () => {
  it("takes what is right and leaves out the rest, field by field", () => {
    const given = {
      planeColumns: [0, 0],
      held: -1,
      tool: "laser",
      drawClass: 9,
      drawTarget: Number.NaN,
      instrument: "descent",
      descentPair: [3, "4"],
      costScale: "log",
      curve: 1,
      stepUnit: "epoch",
      speed: { unit: "epoch", perSecond: -5 },
      theme: {},
    };
    expect(readView(given)).toEqual({ instrument: "descent", costScale: "log", stepUnit: "epoch" });
    expect(readView("text")).toEqual({});
  });
  it("leaves out what this experiment does not have", () => {
    const description = { table: { columns: ["x1", "x2"], targets: new Float64Array(10) }, parameterCount: 9 };
    const view = { planeColumns: [0, 2], held: 9, descentPair: [0, 9], theme: "dark" } as const;
    expect(fitView(view as never, description as Description)).toEqual({ held: 9, theme: "dark" });
  });
});
