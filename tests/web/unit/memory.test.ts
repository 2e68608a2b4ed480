import { signal } from "@preact/signals-core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Lab, Notice } from "../../../web/state/lab";
import { recall, remember } from "../../../web/state/memory";
import { firstView } from "../../../web/state/view";
import { document } from "./sampleDocument";

/** As much of a lab as memory looks at. */
function sampleLab() {
  const description = signal({ document });
  const frame = signal({ status: "paused", step: 7 } as { status: string; step: number; replaying?: number });
  const view = signal(firstView);
  const notice = signal<Notice | undefined>(undefined);
  return { lab: { description, frame, view, notice } as unknown as Lab, description, frame, view, notice };
}

let stored: Map<string, string>;
const page = () => Object.assign(new EventTarget(), { visibilityState: "visible" });

beforeEach(() => {
  vi.useFakeTimers();
  stored = new Map();
  vi.stubGlobal("document", page());
  vi.stubGlobal("window", page());
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => stored.set(key, text),
    removeItem: (key: string) => stored.delete(key),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("Memory", () => {
  it("recalls what it remembered, once it has been quiet for a while", () => {
    const { lab } = sampleLab();
    remember(lab);
    expect(recall()).toBeUndefined();
    vi.advanceTimersByTime(1000);
    expect(recall()!.value!.document.step).toBe(7);
    expect(recall()!.value!.view).toEqual(firstView);
  });
  it("does not write at every frame of a training, but where it rests", () => {
    const { lab, frame } = sampleLab();
    remember(lab);
    vi.advanceTimersByTime(1000);
    stored.clear();
    frame.value = { status: "training", step: 8 };
    vi.advanceTimersByTime(1000);
    stored.clear();
    for (let step = 9; step < 50; step++) {
      frame.value = { status: "training", step };
      vi.advanceTimersByTime(1000);
    }
    expect(stored.size).toBe(0);
    frame.value = { status: "paused", step: 50 };
    vi.advanceTimersByTime(1000);
    expect(recall()!.value!.document.step).toBe(50);
  });
  it("writes at once when the page goes away, with where a replay was going", () => {
    const { lab, frame } = sampleLab();
    remember(lab);
    frame.value = { status: "paused", step: 3, replaying: 9 };
    window.dispatchEvent(new Event("pagehide"));
    expect(recall()!.value!.document.step).toBe(9);
  });
  it("says once, without writing it out, that an experiment has more points than it could hold, and keeps the one before", () => {
    const { lab, view, notice } = sampleLab();
    stored.set("backprop-lab", "the one before");
    const values = new Float64Array(1_000_001).fill(Number.NaN); // which cannot be written
    const spec = { data: { source: "table", table: { columns: ["x1"], values, targets: values } } };
    lab.description.value = { document: { ...document, spec } } as never;
    remember(lab);
    vi.advanceTimersByTime(1000);
    expect(notice.value).toEqual({ kind: "notRemembered" });
    notice.value = undefined;
    view.value = { ...firstView, theme: "dark" };
    vi.advanceTimersByTime(1000);
    expect(notice.value).toBeUndefined();
    expect(stored.get("backprop-lab")).toBe("the one before");
  });
  it("says anew of another one that its text is too long, after one that was not", () => {
    const { lab, description, notice } = sampleLab();
    const long = { document: { ...document, spec: { data: { source: "s".repeat(2_000_000) } } } } as never;
    const short = description.value;
    remember(lab);
    for (const large of [true, false, true]) {
      notice.value = undefined;
      description.value = large ? long : short;
      vi.advanceTimersByTime(1000);
      expect(notice.value).toEqual(large ? { kind: "notRemembered" } : undefined);
    }
    expect(recall()!.value!.document.step).toBe(7);
  });
  it("stops when told to", () => {
    const { lab, view } = sampleLab();
    remember(lab)();
    view.value = { ...firstView, theme: "dark" };
    vi.advanceTimersByTime(1000);
    window.dispatchEvent(new Event("pagehide"));
    expect(stored.size).toBe(0);
  });
  it("says what is wrong with what it holds", () => {
    stored.set("backprop-lab", "rubbish");
    expect(recall()!.error).toMatchObject({ code: "malformed", field: "memory", value: "rubbish" });
    stored.set("backprop-lab", JSON.stringify({ format: "backprop-lab", version: 99, document: {} }));
    expect(recall()!.error).toMatchObject({ code: "newerVersion", field: "memory", value: "99" });
  });
  it("does without where storage is refused", () => {
    const refuse = () => {
      throw new DOMException("denied", "SecurityError");
    };
    vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse, removeItem: refuse });
    expect(recall()).toBeUndefined();
    remember(sampleLab().lab);
    expect(() => vi.advanceTimersByTime(1000)).not.toThrow();
  });
});
