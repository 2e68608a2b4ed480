import { signal } from "@preact/signals-core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Lab } from "../../../web/state/lab";
import { recall, remember } from "../../../web/state/memory";
import { firstView } from "../../../web/state/view";
import { document } from "./sampleDocument";

/** As much of a lab as memory looks at. */
function sampleLab() {
  const description = signal({ document });
  const frame = signal({ status: "paused", step: 7 } as { status: string; step: number; replaying?: number });
  const view = signal(firstView);
  return { lab: { description, frame, view } as unknown as Lab, frame, view };
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
    expect(recall()!.document.step).toBe(7);
    expect(recall()!.view).toEqual(firstView);
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
    expect(recall()!.document.step).toBe(50);
  });
  it("writes at once when the page goes away, with where a replay was going", () => {
    const { lab, frame } = sampleLab();
    remember(lab);
    frame.value = { status: "paused", step: 3, replaying: 9 };
    window.dispatchEvent(new Event("pagehide"));
    expect(recall()!.document.step).toBe(9);
  });
  it("forgets, without writing it out, an experiment with more points than it could hold", () => {
    const { lab } = sampleLab();
    stored.set("backprop-lab", "the one before");
    const values = new Float64Array(1_000_001).fill(Number.NaN); // which cannot be written
    const spec = { data: { source: "table", table: { columns: ["x1"], values, targets: values } } };
    lab.description.value = { document: { ...document, spec } } as never;
    remember(lab);
    vi.advanceTimersByTime(1000);
    expect(stored.size).toBe(0);
  });
  it("stops when told to", () => {
    const { lab, view } = sampleLab();
    remember(lab)();
    view.value = { ...firstView, theme: "dark" };
    vi.advanceTimersByTime(1000);
    window.dispatchEvent(new Event("pagehide"));
    expect(stored.size).toBe(0);
  });
  it("does without where storage is refused or holds rubbish", () => {
    stored.set("backprop-lab", "rubbish");
    expect(recall()).toBeUndefined();
    const refuse = () => {
      throw new DOMException("denied", "SecurityError");
    };
    vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse, removeItem: refuse });
    expect(recall()).toBeUndefined();
    remember(sampleLab().lab);
    expect(() => vi.advanceTimersByTime(1000)).not.toThrow();
  });
});
