/** Small pictures of the sources of points, drawn by hand as it were: where the points of each class lie. */
import { type SVGTemplateResult, svg } from "lit";

type Dot = readonly [x: number, y: number, shade: "a" | "b" | "c"];

/** Dots along a curve, t from 0 to 1, in a square of −1 … 1. */
function along(count: number, shade: Dot[2], curve: (t: number) => readonly [number, number]): Dot[] {
  return Array.from({ length: count }, (_, i) => [...curve(i / (count - 1)), shade] as const);
}

const turn = 2 * Math.PI;
const cluster = (x: number, y: number, shade: Dot[2], spread = 0.26): Dot[] => [
  [x, y, shade],
  ...along(6, shade, (t) => [x + spread * Math.cos(turn * t * 0.83), y + spread * Math.sin(turn * t * 0.83)]),
];
const spiral = (start: number, shade: Dot[2]) =>
  along(11, shade, (t) => {
    const radius = 0.12 + 0.8 * t;
    return [radius * Math.cos(start + 4.4 * t), radius * Math.sin(start + 4.4 * t)];
  });
const arm = (start: number, shade: Dot[2]) =>
  along(7, shade, (t) => {
    const radius = 0.25 + 0.65 * t;
    return [radius * Math.cos(start + 1.2 * t), radius * Math.sin(start + 1.2 * t)];
  });

const dots: Readonly<Record<string, readonly Dot[]>> = {
  linear: [...cluster(-0.45, -0.4, "a", 0.36), ...cluster(0.45, 0.4, "b", 0.36)],
  moons: [
    ...along(9, "a", (t) => [-0.3 + 0.6 * Math.cos(Math.PI * t), -0.15 + 0.7 * Math.sin(Math.PI * t)]),
    ...along(9, "b", (t) => [0.3 - 0.6 * Math.cos(Math.PI * t), 0.15 - 0.7 * Math.sin(Math.PI * t)]),
  ],
  circles: [
    ...along(15, "a", (t) => [0.85 * Math.cos(turn * t), 0.85 * Math.sin(turn * t)]),
    ...along(8, "b", (t) => [0.36 * Math.cos(turn * t), 0.36 * Math.sin(turn * t)]),
  ],
  xor: [...cluster(-0.5, 0.5, "a"), ...cluster(0.5, -0.5, "a"), ...cluster(0.5, 0.5, "b"), ...cluster(-0.5, -0.5, "b")],
  gaussians: [
    ...along(8, "a", (t) => [-0.8 + 0.9 * t, 0.1 + 0.6 * t + 0.16 * Math.cos(9 * t)]),
    ...along(8, "b", (t) => [-0.1 + 0.9 * t, -0.75 + 0.5 * t + 0.16 * Math.cos(9 * t)]),
  ],
  spirals: [...spiral(0, "a"), ...spiral(Math.PI, "b")],
  blobs: [...cluster(0, 0.5, "a"), ...cluster(-0.52, -0.4, "b"), ...cluster(0.52, -0.4, "c")],
  pinwheel: [...arm(0, "a"), ...arm(turn / 3, "b"), ...arm((2 * turn) / 3, "c")],
  iris: [
    ...cluster(-0.55, 0.5, "a", 0.24),
    ...along(7, "b", (t) => [-0.25 + 0.6 * t, -0.6 + 0.5 * t + 0.12 * Math.cos(9 * t)]),
    ...along(7, "c", (t) => [0.15 + 0.7 * t, -0.2 + 0.7 * t + 0.12 * Math.sin(9 * t)]),
  ],
};

const smooth: Readonly<Record<string, SVGTemplateResult>> = {
  plane: svg`<defs><linearGradient id="plane" x1="0" y1="1" x2="1" y2="0"><stop offset="0" class="stop-a"/><stop offset="0.5" class="stop-mid"/>
    <stop offset="1" class="stop-b"/></linearGradient></defs><rect x="3" y="3" width="30" height="30" rx="3" fill="url(#plane)"/>`,
  bumps: svg`<defs><radialGradient id="up"><stop offset="0" class="stop-b"/><stop offset="1" class="stop-b" stop-opacity="0"/></radialGradient>
    <radialGradient id="down"><stop offset="0" class="stop-a"/><stop offset="1" class="stop-a" stop-opacity="0"/></radialGradient></defs>
    <circle cx="12" cy="13" r="10" fill="url(#up)"/><circle cx="24" cy="23" r="10" fill="url(#down)"/>`,
};

/** 36 × 36; its classes "a", "b", "c", "stop-…" take their colours from the element that shows it. */
export function sourcePicture(source: string): SVGTemplateResult {
  const content =
    smooth[source] ??
    (dots[source] ?? []).map(
      ([x, y, shade]) =>
        svg`<circle class=${shade} cx=${(18 + 15 * x).toFixed(1)} cy=${(18 - 15 * y).toFixed(1)} r="1.9"/>`,
    );
  return svg`<svg viewBox="0 0 36 36" aria-hidden="true">${content}</svg>`;
}
