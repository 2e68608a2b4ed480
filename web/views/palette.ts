/** The colours of tokens.css for canvases, which cannot inherit custom properties. */
import type { ReactiveController, ReactiveControllerHost } from "lit";

export type Rgb = readonly [red: number, green: number, blue: number]; // 0 … 255

export interface Colour {
  readonly css: string; // "#rrggbb"
  readonly rgb: Rgb;
}

const tokens = {
  a: "--a",
  b: "--b",
  c: "--c",
  d: "--d",
  e: "--e",
  f: "--f",
  aPale: "--a-pale",
  bPale: "--b-pale",
  cPale: "--c-pale",
  dPale: "--d-pale",
  ePale: "--e-pale",
  fPale: "--f-pale",
  cost: "--cost",
  costPale: "--cost-pale",
  point: "--point",
  mid: "--mid",
  bad: "--bad",
  ink: "--ink",
  ink2: "--ink-2",
  line: "--line",
  lineStrong: "--line-strong",
  card: "--card",
  well: "--well",
  paper: "--paper",
} as const;

/** One scheme's colours. Two calls under the same scheme give the same object: compare by identity to know
 *  whether something has to be drawn anew. */
export interface Palette extends Readonly<Record<keyof typeof tokens, Colour>> {
  readonly classes: readonly Colour[]; // of class 0 … 5
  readonly pale: readonly Colour[]; // the same, for fields under points
  readonly sans: string; // font families, for canvas text
  readonly serif: string;
}

const known = new Map<string, Palette>();
let inForce = new WeakMap<Element, Palette>(); // until a scheme or theme changes: asking for styles at each frame is dear

/** The colours in force at an element. */
export function palette(element: Element): Palette {
  const found = inForce.get(element) ?? computed(element);
  inForce.set(element, found);
  return found;
}

function computed(element: Element): Palette {
  const style = getComputedStyle(element);
  const key = ["--ink", "--card", "--a", "--b", "--b-pale", "--cost"]
    .map((name) => style.getPropertyValue(name))
    .join();
  let found = known.get(key);
  if (!found) {
    found = read(style);
    known.set(key, found);
  }
  return found;
}

function read(style: CSSStyleDeclaration): Palette {
  const colours = Object.fromEntries(
    Object.entries(tokens).map(([name, property]) => [name, colour(style.getPropertyValue(property))]),
  ) as Record<keyof typeof tokens, Colour>;
  const { a, b, c, d, e, f, aPale, bPale, cPale, dPale, ePale, fPale } = colours;
  return {
    ...colours,
    classes: [a, b, c, d, e, f],
    pale: [aPale, bPale, cPale, dPale, ePale, fPale],
    sans: style.getPropertyValue("--sans").trim() || "sans-serif",
    serif: style.getPropertyValue("--serif").trim() || "serif",
  };
}

let normaliser: CanvasRenderingContext2D | null = null;

/** Any CSS colour without transparency. What is none becomes black. */
function colour(text: string): Colour {
  normaliser ??= document.createElement("canvas").getContext("2d");
  if (!normaliser) return { css: text, rgb: [0, 0, 0] };
  normaliser.fillStyle = "#000000";
  normaliser.fillStyle = text.trim();
  const css = String(normaliser.fillStyle);
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(css);
  return { css, rgb: hex ? [parseInt(hex[1], 16), parseInt(hex[2], 16), parseInt(hex[3], 16)] : [0, 0, 0] };
}

/** @param t  0: `from`, 1: `to` */
export function mix(from: Rgb, to: Rgb, t: number): Rgb {
  return [0, 1, 2].map((i) => from[i] + (to[i] - from[i]) * t) as unknown as Rgb;
}

export const cssOf = ([red, green, blue]: Rgb): string =>
  `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)})`;

/** Evenly spaced stops as a table of pixels for a Uint32 view of an ImageData (little-endian: ABGR). */
export function colourTable(stops: readonly Rgb[], size = 256): Uint32Array {
  return Uint32Array.from({ length: size }, (_, i) => {
    const position = (i / (size - 1)) * (stops.length - 1);
    const before = Math.min(Math.floor(position), stops.length - 2);
    return pixel(mix(stops[before], stops[before + 1], position - before));
  });
}

export function pixel([red, green, blue]: Rgb): number {
  return ((255 << 24) | (Math.round(blue) << 16) | (Math.round(green) << 8) | Math.round(red)) >>> 0;
}

/** Updates its host when the colour scheme changes: by the system, or by a `theme` attribute on any element
 *  that the host lives in. */
export class PaletteWatcher implements ReactiveController {
  readonly #scheme = matchMedia("(prefers-color-scheme: dark)");
  readonly #themes = new MutationObserver(() => this.#changed());

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected(): void {
    inForce = new WeakMap();
    this.#scheme.addEventListener("change", this.#changed);
    for (let root = this.host.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
      this.#themes.observe(root.host, { attributeFilter: ["theme"] });
  }

  hostDisconnected(): void {
    this.#scheme.removeEventListener("change", this.#changed);
    this.#themes.disconnect();
  }

  readonly #changed = (): void => {
    inForce = new WeakMap();
    this.host.requestUpdate();
  };
}
