import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Engine } from "../../../web/engine/engine";
import type { Change, Description, Frame, FrameRequest } from "../../../web/engine/protocol";
import { Lab } from "../../../web/state/lab";

/** An engine that counts steps, knows how many classes there are, and refuses what it is told to refuse. */
class FakeEngine {
  readonly fields = [];
  classes = 2;
  output = "sigmoid";
  steps = 0;
  revision = 0;
  points = [0, 1, 2, 3];
  configured: unknown[] = [];
  broken = false;
  status = "paused";
  refusedField = "";
  refuses: (request: FrameRequest) => boolean = () => false;
  pictures: Partial<Frame> = {};
  lent: (ArrayBuffer | undefined)[] = [];

  describe = async (): Promise<Description> =>
    ({
      revision: this.revision,
      spec: { model: { output: this.output } },
      document: { version: 1, journal: [], step: this.steps },
      table: {
        classes: Array.from({ length: this.classes }, (_, i) => String(i)),
        columns: ["x1"],
        values: Float64Array.from(this.points),
        targets: new Float64Array(this.points.length),
      },
    }) as unknown as Description;
  configure = async (document: unknown) => {
    this.configured.push(document);
    return { value: await this.describe() };
  };
  train = async () => {
    this.status = "training";
  };
  step = async () => undefined;
  revise = async () => ({ value: await this.describe() });
  dispose = () => undefined;
  change = async (change: Change) => {
    if (this.broken) throw new Error("unreachable");
    if (change.kind === "set" && change.field === this.refusedField)
      return { error: { code: "incompatible", field: change.field, value: "", allowed: "" } };
    this.revision++;
    return { value: await this.describe() };
  };
  frame = async (request: FrameRequest, spare?: ArrayBuffer): Promise<Frame> => {
    this.lent.push(spare);
    if (this.broken) throw new Error("unreachable");
    if (this.refuses(request)) throw new Error("RangeError: field.held: 2");
    return { revision: this.revision, step: this.steps, status: this.status, ...this.pictures } as Frame;
  };
}

const start = async (engine: FakeEngine) => Lab.start(engine as unknown as Engine);
const add = { kind: "addPoints", values: [0, 0], targets: [2] } as const;
const addOne = (lab: Lab) => lab.change({ ...add, values: [...add.values], targets: [...add.targets] });

beforeEach(() => {
  vi.stubGlobal("requestAnimationFrame", (then: () => void) => setTimeout(then, 0));
});

describe("Lab", () => {
  it("goes on with numbers alone when a view's wish is refused", async () => {
    const engine = new FakeEngine();
    const lab = await start(engine);
    engine.refuses = ({ curves }) => curves === true;
    lab.want({}, { curves: true });
    for (engine.steps of [1, 2]) {
      lab.refresh();
      await vi.waitFor(() => expect(lab.frame.value.step).toBe(engine.steps));
    }
  });

  it("asks for the first boundary at once, and for what follows with the screen's frames", async () => {
    const frames: (() => void)[] = [];
    vi.stubGlobal("requestAnimationFrame", (then: () => void) => frames.push(then));
    const engine = new FakeEngine();
    const asked: FrameRequest[] = [];
    engine.refuses = (request) => asked.push(request) < 0;
    const lab = await start(engine);
    asked.length = 0;
    const field = { columns: [0, 1], x: [0, 1], y: [0, 1], held: new Float64Array(2), width: 2, height: 2 } as const;

    const [curve, plane] = [{}, {}];
    lab.want(curve, { curves: true });
    expect(frames).toHaveLength(1); // no boundary: it waits for the screen
    lab.want(plane, { field } as unknown as FrameRequest);
    expect(asked).toHaveLength(0);
    frames.shift()!();
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]).toMatchObject({ curves: true, field });

    lab.want(plane, { field, predictions: true } as unknown as FrameRequest);
    await Promise.resolve();
    expect(asked).toHaveLength(1);
    await vi.waitFor(() => expect(frames).toHaveLength(1));

    const another = await start(engine);
    asked.length = 0;
    another.want(plane, { field } as unknown as FrameRequest);
    await Promise.resolve();
    expect(asked).toHaveLength(1);
    expect(frames).toHaveLength(1);
  });

  it("offers softmax for a third class, until it is taken", async () => {
    const engine = new FakeEngine();
    const lab = await start(engine);
    await addOne(lab);
    expect(lab.notice.value).toBeUndefined();
    engine.classes = 3;
    await addOne(lab);
    expect(lab.notice.value).toEqual({ kind: "manyClasses", classes: 3 });
    await addOne(lab);
    expect(lab.notice.value).toEqual({ kind: "manyClasses", classes: 3 });
    engine.output = "softmax";
    await lab.set("model.output", "softmax");
    expect(lab.notice.value).toBeUndefined();
  });

  it("says that the engine broke off while it trained, and goes on with another where it was", async () => {
    const engine = new FakeEngine();
    const lab = await start(engine);
    await lab.train();
    engine.steps = 9;
    await vi.waitFor(() => expect(lab.frame.value).toMatchObject({ step: 9, status: "training" }));
    engine.broken = true;
    await vi.waitFor(() => expect(lab.notice.value?.kind).toBe("broken"));
    expect(lab.frame.value.status).toBe("paused");
    expect(await addOne(lab)).toMatchObject({ code: "broken", value: "Error: unreachable" });
    const other = new FakeEngine();
    other.steps = 9;
    await lab.restart(other as unknown as Engine);
    expect(other.configured).toMatchObject([{ step: 9 }]);
    expect(lab.notice.value).toBeUndefined();
    other.steps = 10;
    await lab.step();
    await vi.waitFor(() => expect(lab.frame.value.step).toBe(10));
  });

  it("sets several fields together or none, and leaves nothing to redo of what was refused", async () => {
    const engine = new FakeEngine();
    const lab = await start(engine);
    const settings = [
      ["cost.error", "squaredError"],
      ["model.output", "tanh"],
    ] as const;
    expect(await lab.setAll(settings)).toBeUndefined();
    await lab.undo();
    expect([lab.canUndo.value, lab.canRedo.value]).toEqual([false, true]);
    await lab.redo();
    engine.refusedField = "model.output";
    expect(await lab.setAll(settings)).toMatchObject({ field: "model.output" });
    expect(engine.configured.at(-1)).toMatchObject({ version: 1 }); // as it was before the first of them
    expect([lab.canUndo.value, lab.canRedo.value]).toEqual([true, false]);
  });

  it("keeps holding and pointing at the same points when earlier ones go, and come back", async () => {
    const engine = new FakeEngine();
    const lab = await start(engine);
    lab.show({ held: 3 });
    lab.pointed.value = { kind: "row", row: 0 };
    engine.points = [1, 2, 3];
    await lab.change({ kind: "removePoints", rows: [0] });
    expect(lab.view.value.held).toBe(2);
    expect(lab.pointed.value).toBeUndefined();
    engine.points = [0, 1, 2, 3];
    await lab.undo();
    expect(lab.view.value.held).toBe(3);
    engine.points = [0, 1, 2];
    await lab.change({ kind: "removePoints", rows: [3] });
    expect(lab.view.value.held).toBe("mean");
  });
});

describe("the buffer of a frame", () => {
  it("is lent to the engine once another frame is the present one, but not one that holds a surface", async () => {
    const engine = new FakeEngine();
    const lab = await start(engine);
    const next = async (pictures: Partial<Frame>) => {
      engine.pictures = pictures;
      const before = lab.frame.value;
      lab.refresh();
      await vi.waitFor(() => expect(lab.frame.value).not.toBe(before));
    };
    const fields = [1, 2, 3].map((value) => Float32Array.of(value));
    const surface = {} as NonNullable<Frame["surface"]>;
    await next({ field: fields[0] });
    await next({ field: fields[1] }); // the first is still the present one as this is asked for
    await next({ field: fields[2], surface });
    await next({});
    await next({});
    expect(engine.lent.slice(-5)).toEqual([undefined, undefined, fields[0].buffer, fields[1].buffer, undefined]);
  });
});
