import { describe, expect, it } from "vitest";
import { RemoteEngine } from "../../../web/engine/remote";

/** As much of a worker as the engine speaks to. */
class FakeWorker {
  onmessage?: (event: { data: unknown }) => void;
  onerror?: (event: { message: string }) => void;
  terminated = false;
  postMessage(): void {}
  terminate(): void {
    this.terminated = true;
  }
}

const start = () => {
  const worker = new FakeWorker();
  const engine = new RemoteEngine({ worker: worker as unknown as Worker, fields: [] });
  return { worker, engine };
};

describe("RemoteEngine", () => {
  it("rejects all that waits, and all later calls, once its worker has broken off", async () => {
    const { worker, engine } = start();
    const frame = engine.frame({});
    const step = engine.step("update", 1);
    worker.onerror!({ message: "RuntimeError: unreachable" });
    await expect(frame).rejects.toThrow("unreachable");
    await expect(step).rejects.toThrow("unreachable");
    await expect(engine.describe()).rejects.toThrow("unreachable");
    expect(worker.terminated).toBe(true);
  });
  it("leaves nobody waiting when it is disposed of", async () => {
    const { worker, engine } = start();
    const frame = engine.frame({});
    engine.dispose();
    await expect(frame).rejects.toThrow("disposed of");
    expect(worker.terminated).toBe(true);
  });
  it("rejects a call that failed, and goes on", async () => {
    const { worker, engine } = start();
    const pause = engine.pause();
    worker.onmessage!({ data: { id: 1, failure: "out of memory" } });
    await expect(pause).rejects.toThrow("out of memory");
    const again = engine.pause();
    worker.onmessage!({ data: { id: 2 } });
    await again;
  });
});
