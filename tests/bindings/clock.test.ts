import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { Clock } from "../../web/engine/clock";
import type { Change, PartialSpec } from "../../web/engine/protocol";
import { given, loadCore } from "./core";

let clock: Clock;
beforeEach(async () => {
  clock = new Clock(await loadCore(), setImmediate);
  return () => clock.dispose();
});

const configure = async (spec: PartialSpec = {}) => given(await clock.configure({ spec }));
const weights = async () => Array.from((await clock.frame({ parameters: true })).parameters!);
const rate = (value: number): Change => ({ kind: "set", field: "learner.rate", value });
const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** A network so large, on so many points, that replaying 100,000 steps takes minutes. */
const slow: PartialSpec = {
  model: { hidden: Array(6).fill({ neurons: 64, activation: "tanh" }) },
  data: { count: 5000 },
};

/** A machine so slow that every look at the clock takes 100 ms. */
function slowly(): void {
  let now = 0;
  onTestFinished(() => void vi.restoreAllMocks());
  vi.spyOn(performance, "now").mockImplementation(() => (now += 100));
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await wait(5);
}

describe("The clock", () => {
  test("is ready, trains, pauses", async () => {
    await configure();
    expect((await clock.frame({})).status).toBe("ready");
    await clock.train("full");
    expect((await clock.frame({})).status).toBe("training");
    await until(async () => (await clock.frame({})).step > 1000);
    await clock.pause();
    const { step, status } = await clock.frame({});
    expect(status).toBe("paused");
    await wait(30);
    expect((await clock.frame({})).step).toBe(step);
  });

  test("trains in chunks to the same bits as in single steps", async () => {
    await configure();
    await clock.train("full");
    await until(async () => (await clock.frame({})).step > 500);
    await clock.pause();
    const { step } = await clock.frame({});
    const there = await weights();
    await configure();
    await clock.step("update", step);
    await until(async () => (await clock.frame({})).step === step);
    expect(await weights()).toEqual(there);
  });

  test("trains no faster than asked", async () => {
    await configure();
    await clock.train({ unit: "step", perSecond: 10 });
    await wait(120);
    await clock.pause();
    const { step } = await clock.frame({});
    expect(step).toBeGreaterThanOrEqual(1);
    expect(step).toBeLessThan(10);
  });

  test("steps to the end of an epoch", async () => {
    await configure();
    await clock.step("update", 4);
    await clock.step("epoch", 1);
    expect((await clock.frame({})).epoch).toBe(1);
    await clock.step("epoch", 2);
    expect((await clock.frame({})).epoch).toBe(3);
  });

  test("listens between the steps of a long epoch, and ends where the epoch does", async () => {
    await configure();
    slowly();
    await clock.train({ unit: "epoch", perSecond: 1 });
    while ((await clock.frame({})).step === 0) await new Promise(setImmediate);
    expect((await clock.frame({})).epoch).toBeLessThan(0.5);
    await clock.step("epoch", 1);
    expect(await clock.frame({})).toMatchObject({ status: "training" });
    await until(async () => (await clock.frame({})).status === "paused");
    expect((await clock.frame({})).epoch).toBe(1);
  });

  test("makes as many epochs as were asked for, however soon after one another", async () => {
    await configure();
    slowly();
    await clock.step("epoch", 1);
    await clock.step("epoch", 1);
    await until(async () => (await clock.frame({})).status === "paused");
    expect((await clock.frame({})).epoch).toBe(2);
  });

  test("begins with one step where a change may have made steps dearer", async () => {
    const core = await loadCore();
    const asked: number[] = [];
    const observed = new Clock(
      {
        ...core,
        create: (document) => {
          const outcome = core.create(document);
          const experiment = outcome.value!;
          const advance = experiment.advance.bind(experiment);
          experiment.advance = (steps) => {
            asked.push(steps);
            return advance(steps);
          };
          return outcome;
        },
      },
      setImmediate,
    );
    onTestFinished(() => observed.dispose());
    given(await observed.configure({}));
    await observed.train("full");
    await until(async () => asked.at(-1)! > 10);
    const before = asked.length;
    given(await observed.change({ kind: "set", field: "learner.batch", value: 0 }));
    await until(async () => asked.length > before);
    expect(asked[before]).toBe(1);
  });

  test("answers during a long replay, and can be called off", async () => {
    await configure(slow);
    await clock.seek(100_000);
    const frame = await clock.frame({});
    expect(frame.replaying).toBe(100_000);
    await clock.pause();
    expect((await clock.frame({})).replaying).toBeUndefined();
    expect((await clock.frame({})).step).toBeLessThan(100_000);
  });

  test("ends a replay where a change is made, and does not train on from there", async () => {
    await configure(slow);
    await clock.seek(100_000);
    given(await clock.change(rate(0.01)));
    const { step, replaying, status } = await clock.frame({});
    expect(replaying).toBeUndefined();
    expect(status).toBe("paused");
    const { document } = await clock.describe();
    expect(document.journal.map((line) => line.step)).toEqual([step]);
    await wait(30);
    expect((await clock.frame({})).step).toBe(step);
  });

  test("replays on after a change that is refused", async () => {
    await configure(slow);
    await clock.seek(100_000);
    expect((await clock.change(rate(-1))).error).toBeDefined();
    expect((await clock.frame({})).replaying).toBe(100_000);
  });

  test("trains on after an undo", async () => {
    await configure();
    await clock.train("full");
    await until(async () => (await clock.frame({})).step > 100);
    const { document } = given(await clock.change(rate(0.01)));
    const { step } = document;
    expect(document.journal).toHaveLength(1);
    given(await clock.revise([], step));
    await until(async () => (await clock.frame({})).step > step + 100);
    expect((await clock.frame({})).status).toBe("training");
  });

  test("trains on after a long replay of an undo, unless it is called off", async () => {
    await configure();
    await clock.step("update", 1);
    given(await clock.change(rate(0.01)));
    slowly();
    for (const calledOff of [false, true]) {
      await clock.train("full");
      given(await clock.revise(calledOff ? [] : [{ step: 1, change: rate(0.02) }], 50));
      expect((await clock.frame({})).replaying).toBe(50);
      if (calledOff) await clock.pause();
      await until(async () => (await clock.frame({})).replaying === undefined);
      expect((await clock.frame({})).status === "training").toBe(!calledOff);
      await clock.pause();
    }
  });

  test("stays paused after an undo", async () => {
    await configure();
    await clock.step("update", 50);
    given(await clock.change(rate(0.01)));
    given(await clock.revise([], 50));
    expect(await clock.frame({})).toMatchObject({ step: 50, status: "paused" });
  });

  test("stops at a condition, and says which", async () => {
    await configure({ stop: { epochs: 2 } });
    await clock.train("full");
    await until(async () => (await clock.frame({})).status === "stopped");
    const { stop, step } = await clock.frame({});
    expect(stop).toEqual({ kind: "epochs", step: 30 });
    expect(step).toBe(30);
  });

  /** Whose core breaks at its first step. */
  async function broken(): Promise<Clock> {
    const core = await loadCore();
    const create: typeof core.create = (document) => {
      const outcome = core.create(document);
      outcome.value!.advance = () => {
        throw new WebAssembly.RuntimeError("unreachable");
      };
      return outcome;
    };
    const clock = new Clock({ ...core, create }, setImmediate);
    onTestFinished(() => clock.dispose());
    given(await clock.configure({}));
    return clock;
  }

  test("says at the next call that the core broke while it trained", async () => {
    const clock = await broken();
    await clock.train("full");
    await wait(20);
    await expect(clock.frame({})).rejects.toThrow("unreachable");
  });

  test("says at once, and at the next call, that the core broke at a step", async () => {
    const clock = await broken();
    await expect(clock.step("epoch", 1)).rejects.toThrow("unreachable");
    await expect(clock.frame({})).rejects.toThrow("unreachable");
  });

  test("leaves the experiment as it was when a document is refused", async () => {
    await configure();
    await clock.step("update", 7);
    const before = await weights();
    expect((await clock.configure({ spec: { learner: { rate: -1 } } })).error?.field).toBe("learner.rate");
    expect(await weights()).toEqual(before);
    expect((await clock.frame({})).step).toBe(7);
  });

  test("never gives two experiments the same revision", async () => {
    const first = await configure();
    const second = await configure();
    expect(second.revision).toBeGreaterThan(first.revision);
  });

  test("leaves no experiment behind, configured anew or disposed of", async () => {
    const core = await loadCore();
    const other = new Clock(core, setImmediate);
    expect(core.liveHandles()).toBe(0);
    for (let i = 0; i < 5; i++) given(await other.configure({}));
    expect(core.liveHandles()).toBe(1);
    expect((await other.configure({ version: 99 as never })).error).toBeDefined();
    given(await other.change({ kind: "set", field: "model.seed", value: 3 }));
    expect(core.liveHandles()).toBe(1);
    await other.train("full");
    other.dispose();
    other.dispose();
    expect(core.liveHandles()).toBe(0);
    await wait(10); // a chunk that was to come finds nothing to do
    expect(core.liveHandles()).toBe(0);
  });

  test("sends the points once, and again when they change", async () => {
    const first = await configure();
    const same = await clock.describe();
    expect(same.table).toBe(first.table);
    const after = given(await clock.change({ kind: "addPoints", values: [1, 2], targets: [0] }));
    expect(after.table.targets.length).toBe(first.table.targets.length + 1);
  });
});
