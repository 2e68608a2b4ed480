import type { ReactiveControllerHost } from "lit";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { OnScreen } from "../../../web/views/onScreen";

/** Observers that speak when they are told to. */
let resized: () => void;
let sighted: (isIntersecting: boolean) => void;

class FakeResizeObserver {
  constructor(heard: () => void) {
    resized = heard;
  }
  observe = () => undefined;
  disconnect = () => undefined;
}
class FakeIntersectionObserver extends FakeResizeObserver {
  constructor(heard: (entries: { isIntersecting: boolean }[]) => void) {
    const before = resized;
    super(() => undefined);
    resized = before;
    sighted = (isIntersecting) => heard([{ isIntersecting }]);
  }
}

const element = (place: { top: number; bottom: number }, width = 300) =>
  ({ clientWidth: width, clientHeight: 200, getBoundingClientRect: () => place }) as unknown as Element;

function watching(measured: Element) {
  const left = vi.fn();
  const screen = new OnScreen(
    { addController: () => undefined, requestUpdate: () => undefined } as unknown as ReactiveControllerHost,
    left,
  );
  screen.measure(measured);
  return { screen, left };
}

beforeEach(() => {
  vi.stubGlobal("ResizeObserver", FakeResizeObserver);
  vi.stubGlobal("IntersectionObserver", FakeIntersectionObserver);
  vi.stubGlobal("innerHeight", 800);
  vi.stubGlobal("devicePixelRatio", 2);
});

describe("OnScreen", () => {
  it("has size and sight before a frame is painted", () => {
    const { screen } = watching(element({ top: 100, bottom: 300 }));
    resized();
    expect(screen).toMatchObject({ width: 300, height: 200, density: 2, visible: true });
  });

  it.each([
    ["below the window", element({ top: 900, bottom: 1100 })],
    ["above it", element({ top: -300, bottom: -100 })],
    ["without a width", element({ top: 100, bottom: 300 }, 0)],
  ])("sees nothing %s", (_, measured) => {
    const { screen } = watching(measured);
    resized();
    expect(screen.visible).toBe(false);
  });

  it("guesses no more once the observer of its sight has spoken", () => {
    const { screen, left } = watching(element({ top: 100, bottom: 300 }));
    sighted(true);
    sighted(false); // clipped by what it stands in
    expect(left).toHaveBeenCalledOnce();
    resized();
    expect(screen.visible).toBe(false);
    sighted(true);
    expect(screen.visible).toBe(true);
  });
});
