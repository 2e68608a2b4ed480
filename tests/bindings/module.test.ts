import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { CoreModule } from "../../web/engine/module";
import type { Change, FrameRequest, Table } from "../../web/engine/protocol";
import { begin, given, loadCore, weights } from "./core";

let core: CoreModule;
beforeAll(async () => {
  core = await loadCore();
});

/** Names of the members that an interface of web/engine/module.ts declares. */
function declared(name: string): string[] {
  const text = readFileSync("web/engine/module.ts", "utf8");
  const body = text.split(`export interface ${name} {`)[1].split("\n}")[0];
  return [...body.matchAll(/^ {2}(\w+)\(/gm)].map((match) => match[1]).sort();
}

describe("The declarations by hand", () => {
  test("name just what an experiment has", () => {
    const experiment = begin(core);
    expect(Object.keys(experiment).sort()).toEqual(declared("CoreExperiment"));
    experiment.delete();
  });

  test("name just what the module registers", () => {
    const registered = readFileSync("bindings/bindings.cpp", "utf8").matchAll(/emscripten::function\("(\w+)"/g);
    const names = [...registered].map((match) => (match[1] === "discard" ? "delete" : match[1]));
    expect(names.sort()).toEqual([...declared("CoreModule"), ...declared("CoreExperiment")].sort());
  });
});

describe("Errors", () => {
  test("cross as values, however many", () => {
    const experiment = begin(core);
    for (let i = 0; i < 60_000; i++) experiment.change({ kind: "set", field: "learner.rate", value: -1 });
    expect(experiment.change({ kind: "set", field: "learner.rate", value: -1 })).toEqual({
      error: { code: "outOfRange", field: "learner.rate", value: "-1", allowed: expect.stringMatching(/^\(0, /) },
    });
    expect(experiment.advance(10)).toBe(10);
    experiment.delete();
  }, 60_000);

  const hostile: [string, unknown, string][] = [
    ["a text", "experiment", "wrongType"],
    ["a number", 7, "wrongType"],
    ["a list", [1, 2], "wrongType"],
    ["a newer version", { version: 2 }, "newerVersion"],
    ["a version that is none", { version: "one" }, "wrongType"],
    ["an unknown member", { spec: {}, constructor: { prototype: 1 } }, "unexpected"],
    ["a function for a spec", { spec: () => 1 }, "wrongType"],
    ["a big integer for a rate", { spec: { learner: { rate: 1n } } }, "wrongType"],
    ["a symbol for a choice", { spec: { learner: { rule: Symbol("adam") } } }, "wrongType"],
    ["a function for layers", { spec: { model: { hidden: () => 1 } } }, "missing"],
    [
      "a function for a name",
      { spec: { data: { table: { columns: [() => 1], values: [1], targets: [1] } } } },
      "wrongType",
    ],
    ["an endless nesting", nested(1000), "unexpected"],
    ["a journal that is none", { journal: 5 }, "wrongType"],
    ["a step that is none", { step: 1e300 }, "outOfRange"],
    ["NaN for a rate", { spec: { learner: { rate: Number.NaN } } }, "notANumber"],
    [
      "a table without rows in step",
      { spec: { data: { table: { columns: ["x"], values: [1, 2], targets: [1] } } } },
      "wrongLength",
    ],
    [
      "a table with text in it",
      { spec: { data: { table: { columns: ["x"], values: ["a"], targets: [1] } } } },
      "wrongType",
    ],
  ];
  test.each(hostile)("of %s are said, and nothing breaks", (_, document, code) => {
    const outcome = core.create(document as never);
    expect(outcome.error?.code ?? "none").toBe(code);
    outcome.value?.delete();
  });

  function nested(depth: number): unknown {
    let tree: unknown = 1;
    for (let i = 0; i < depth; i++) tree = { a: tree };
    return tree;
  }
});

describe("Handles", () => {
  test("leave nothing behind", () => {
    const before = core.liveHandles();
    const experiments = Array.from({ length: 50 }, () => begin(core));
    core.create({ version: 99 as never });
    expect(core.liveHandles()).toBe(before + 50);
    for (const experiment of experiments) experiment.delete();
    expect(core.liveHandles()).toBe(before);
    expect(core.liveHandles()).toBe(0);
  });

  test("are of no use when deleted, and delete nothing else", () => {
    const [gone, other] = [begin(core), begin(core)];
    gone.delete();
    gone.delete();
    expect(() => gone.advance(1)).toThrow("disposed of");
    expect(other.advance(1)).toBe(1);
    expect(core.liveHandles()).toBe(1);
    other.delete();
  });

  test("give copies that outlive them and the growth of the memory", () => {
    const experiment = begin(core);
    const { parameters } = given(experiment.frame({ parameters: true }));
    const copy = Array.from(parameters!);
    const large = begin(core, { data: { count: 100_000 } });
    large.advance(1);
    large.delete();
    experiment.delete();
    expect(Array.from(parameters!)).toEqual(copy);
    expect(copy.every(Number.isFinite)).toBe(true);
  });
});

describe("A description", () => {
  test("has the points, the layers and where each weight stands", () => {
    const experiment = begin(core, { data: { source: "iris", inputs: [0, 2] } });
    const description = experiment.describe(0);
    expect(description.table!.columns).toHaveLength(4);
    expect(description.table!.values).toHaveLength(600);
    expect(Array.from(description.table!.values.subarray(0, 4))).toEqual([5.1, 3.5, 1.4, 0.2]);
    expect(description.table!.classes).toEqual(["setosa", "versicolor", "virginica"]);
    expect(description.layers.map((layer) => [layer.inputs, layer.neurons, layer.weights, layer.biases])).toEqual([
      [2, 4, 0, 8],
      [4, 3, 12, 24],
      [3, 3, 27, 36],
    ]);
    expect(description.parameterCount).toBe(39);
    expect(experiment.describe(description.dataVersion).table).toBeUndefined();
    experiment.delete();
  });

  test("holds the document that makes the same experiment again", () => {
    const experiment = begin(core);
    experiment.advance(20);
    experiment.change({ kind: "set", field: "learner.rule", value: "adam" });
    experiment.change({ kind: "addPoints", values: [0.1, 0.2], targets: [1] });
    experiment.advance(33);
    const document = JSON.parse(JSON.stringify(experiment.describe(0).document));
    const again = given(core.create(document));
    again.seek(document.step, Number.MAX_SAFE_INTEGER);
    expect(weights(again)).toEqual(weights(experiment));
    experiment.delete();
    again.delete();
  });

  test("of every field says type, default and whether it restarts", () => {
    const fields = core.fields();
    expect(fields.length).toBeGreaterThan(30);
    for (const field of fields) {
      expect(field.path).toMatch(/^(data|model|cost|learner|stop)\.\w+$/);
      expect(typeof field.restarts).toBe("boolean");
      if (field.type === "choice") expect(field.choices).toContain(field.default);
    }
  });
});

describe("Points", () => {
  test("come back from CSV to the bit", () => {
    const values = [0.1, 1 / 3, -1e-9, 123456.789, Math.PI, -0];
    const table: Table = {
      columns: ["a, b", 'the "c"'],
      values,
      classes: ["no", "ja"],
      targets: [0, 1, 0],
      test: [0, 0, 1],
    };
    const experiment = begin(core, { data: { source: "table", table } });
    const again = given(core.readCsv(experiment.writeCsv(), {}));
    experiment.delete();
    expect(again.columns).toEqual(table.columns);
    expect(Array.from(again.values)).toEqual(values);
    expect(again.targets.length).toBe(3);
    const names = Array.from(again.targets, (target) => again.classes![target]);
    expect(names).toEqual(["no", "ja", "no"]);
    expect(Array.from(again.test!)).toEqual([0, 0, 1]);
  });

  test("may be a hundred thousand", () => {
    const values = Float64Array.from({ length: 200_000 }, (_, i) => Math.sin(i));
    const targets = Float64Array.from({ length: 100_000 }, (_, i) => i % 2);
    const table = { columns: ["x", "y"], values, classes: ["A", "B"], targets };
    const experiment = begin(core, { data: { source: "table", table } });
    expect(experiment.describe(0).table!.values).toEqual(values);
    expect(experiment.advance(10)).toBe(10);
    experiment.delete();
  });
});

describe("Frames", () => {
  test("refuse what they cannot draw", () => {
    const experiment = begin(core);
    const plane = {
      columns: [0, 1] as [number, number],
      x: [-1, 1] as [number, number],
      y: [-1, 1] as [number, number],
    };
    const held = Float64Array.of(0, 0);
    const wrong: [FrameRequest, string][] = [
      [{ field: { ...plane, held, width: 1e9, height: 1 } }, "field.width"],
      [{ field: { ...plane, held: Float64Array.of(0), width: 4, height: 4 } }, "field.held"],
      [{ field: { ...plane, x: [-2e10, 1], held, width: 4, height: 4 } }, "field.x"],
      [{ neurons: { ...plane, columns: [0, 7], held, size: 8 } }, "neurons.columns[1]"],
      [{ surface: { across: 0, up: 0, size: 8 } }, "surface.up"],
      [{ surface: { across: 0, up: 99999, size: 8 } }, "surface.up"],
      [{ surface: { across: 0, up: 1, size: 1e6 } }, "surface.size"],
    ];
    for (const [request, field] of wrong) expect(experiment.frame(request).error?.field).toBe(field);
    experiment.delete();
  });

  test("reach beyond the largest points, for a margin", () => {
    const experiment = begin(core);
    const plane = { columns: [0, 1] as [number, number], held: Float64Array.of(0, 0), width: 4, height: 4 };
    const frame = given(experiment.frame({ field: { ...plane, x: [-1.2e9, 1.2e9], y: [-4e9, 4e9] } }));
    expect(frame.field!.every(Number.isFinite)).toBe(true);
    experiment.delete();
  });

  test("write a field into an array of its size that is given, and into no other", () => {
    const experiment = begin(core);
    const plane = { columns: [0, 1] as [number, number], held: Float64Array.of(0, 0), width: 6, height: 4 };
    const request = { field: { ...plane, x: [-2, 2] as [number, number], y: [-1, 1] as [number, number] } };
    const { field } = given(experiment.frame(request));
    const fitting = new Float32Array(24);
    expect(given(experiment.frame(request, fitting)).field).toBe(fitting);
    expect(fitting).toEqual(field);
    for (const other of [new Float32Array(25), new Float64Array(24), new Array(24).fill(0), null, 7]) {
      const given24 = given(experiment.frame(request, other as Float32Array)).field!;
      expect(given24).not.toBe(other);
      expect(given24).toEqual(field);
    }
    expect(given(experiment.frame({}, fitting)).field).toBeUndefined();
    experiment.delete();
  });

  test("predict what the confusion matrix counts", () => {
    const experiment = begin(core);
    experiment.advance(500);
    const { table } = experiment.describe(0);
    const { decided, outputs } = given(experiment.predict(table!.values));
    const { confusion, predictions, train } = given(experiment.frame({ confusion: true, predictions: true }));
    expect(decided).toEqual(predictions);
    for (let i = 0; i < decided.length; i++) expect(decided[i]).toBe(outputs[i] >= 0.5 ? 1 : 0);
    const counts = [0, 0, 0, 0];
    decided.forEach((decision, row) => {
      if (!table!.test[row]) counts[table!.targets[row] * 2 + decision]++;
    });
    expect(Array.from(confusion!.train.counts)).toEqual(counts);
    expect(counts[0] + counts[3]).toBe(train.right);
    experiment.delete();
  });

  test("have a gradient that central differences confirm", () => {
    const experiment = begin(core, { learner: { batch: 0 } });
    experiment.advance(30);
    const { gradient, parameters } = given(experiment.frame({ gradient: true, parameters: true }));
    const h = 1e-6;
    const costWith = (index: number, value: number) => {
      experiment.change({ kind: "parameter", index, value } satisfies Change);
      return given(experiment.frame({})).train.cost;
    };
    for (const index of [0, 5, 11, 20, parameters!.length - 1]) {
      const slope = (costWith(index, parameters![index] + h) - costWith(index, parameters![index] - h)) / (2 * h);
      costWith(index, parameters![index]);
      expect(gradient![index]).toBeCloseTo(slope, 7);
    }
    experiment.delete();
  });
});
