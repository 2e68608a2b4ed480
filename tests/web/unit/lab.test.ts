import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Engine } from "../../../web/engine/engine";
import type { Description, Frame, FrameRequest } from "../../../web/engine/protocol";
import { Lab } from "../../../web/state/lab";

/** An engine that counts steps, knows how many classes there are, and refuses what it is told to refuse. */
class FakeEngine {
  readonly fields = [];
  classes = 2;
  output = "sigmoid";
  steps = 0;
  revision = 0;
  refuses: (request: FrameRequest) => boolean = () => false;

  describe = async (): Promise<Description> =>
    ({
      revision: this.revision,
      spec: { model: { output: this.output } },
      document: { version: 1, journal: [], step: this.steps },
      table: { classes: Array.from({ length: this.classes }, (_, i) => String(i)) },
    }) as unknown as Description;
  configure = async () => ({ value: await this.describe() });
  change = async () => {
    this.revision++;
    return { value: await this.describe() };
  };
  frame = async (request: FrameRequest): Promise<Frame> => {
    if (this.refuses(request)) throw new Error("RangeError: field.held: 2");
    return { revision: this.revision, step: this.steps, status: "paused" } as Frame;
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
});
