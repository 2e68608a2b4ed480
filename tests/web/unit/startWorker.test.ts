import { afterEach, describe, expect, it, vi } from "vitest";
import { startWorker } from "../../../web/engine/startWorker";

/** As much of a worker as starts one; the last that was made. */
class FakeWorker {
  static last: FakeWorker;
  onmessage?: (event: { data: unknown }) => void;
  onerror?: (event: { message: string }) => void;
  onmessageerror?: () => void;
  received: unknown[] = [];
  terminated = false;
  constructor() {
    FakeWorker.last = this;
  }
  addEventListener(): void {}
  postMessage(message: unknown): void {
    if (message === refused) throw new Error("DataCloneError");
    this.received.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
}

const core = {} as WebAssembly.Module;
const refused = { refused: true } as unknown as WebAssembly.Module;

describe("startWorker", () => {
  afterEach(() => vi.unstubAllGlobals());
  const start = (wasm: Promise<WebAssembly.Module> = Promise.resolve(core)) => {
    vi.stubGlobal("Worker", FakeWorker);
    return startWorker("", wasm);
  };

  it("sends the core, and resolves to the fields", async () => {
    const serving = start();
    await vi.waitFor(() => expect(FakeWorker.last.received).toEqual([core]));
    FakeWorker.last.onmessage!({ data: { fields: ["a"] } });
    expect(await serving).toEqual({ worker: FakeWorker.last, fields: ["a"] });
    expect(FakeWorker.last.terminated).toBe(false);
  });

  const failures: [string, string, (worker: FakeWorker) => void][] = [
    ["is refused", "was refused", (worker) => worker.onerror!({ message: "" })],
    ["breaks", "SyntaxError", (worker) => worker.onerror!({ message: "SyntaxError" })],
    ["cannot have the core", "could not receive", (worker) => worker.onmessageerror!()],
    ["cannot start the core", "no WebAssembly", (worker) => worker.onmessage!({ data: { failure: "no WebAssembly" } })],
  ];
  it.each(failures)("rejects where the worker %s, and ends it", async (_, said, fail) => {
    const serving = start();
    fail(FakeWorker.last);
    await expect(serving).rejects.toThrow(said);
    expect(FakeWorker.last.terminated).toBe(true);
  });

  it("rejects where the core cannot be compiled or sent, and ends it", async () => {
    await expect(start(Promise.reject(new Error("no core")))).rejects.toThrow("no core");
    await expect(start(Promise.resolve(refused))).rejects.toThrow("DataCloneError");
    expect(FakeWorker.last.terminated).toBe(true);
  });

  it("rejects where there may be no workers at all", async () => {
    class Refused {
      constructor() {
        throw new Error("SecurityError");
      }
    }
    vi.stubGlobal("Worker", Refused);
    await expect(startWorker("", Promise.resolve(core))).rejects.toThrow("SecurityError");
  });
});
