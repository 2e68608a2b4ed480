/** The axes of a plot: where its ticks stand and how they are labelled, and their drawing in SVG. */
import { ticks as linearSteps } from "d3-array";
import { type SVGTemplateResult, svg } from "lit";
import { formatCount, formatShort } from "../controls/numbers";

/** The inside of a plot, in pixels of its SVG or canvas. */
export interface PlotArea {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** `value` in the quantity shown; a tick without a label is a small one. */
export interface Tick {
  value: number;
  label: string;
}

export interface Axis {
  name: string;
  ticks: Tick[];
  /** From the quantity to pixels. */
  at(value: number): number;
  /** Hairlines across the plot at labelled ticks. */
  grid?: boolean;
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** "10⁻⁵" */
export function powerOfTen(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)]).join("");
  return `10${exponent < 0 ? "⁻" : ""}${digits}`;
}

/** A round number as a label: plainly while it is short, else by its power of ten. */
export function tickLabel(value: number): string {
  const size = Math.abs(value);
  if (value === 0 || (size >= 1e-4 && size < 1e5)) return formatShort(value, 6);
  const exponent = Math.floor(Math.log10(size) + 1e-9);
  const leading = Number((value / 10 ** exponent).toPrecision(3));
  return leading === 1 ? powerOfTen(exponent) : `${formatShort(leading)}·${powerOfTen(exponent)}`;
}

/** As `tickLabel`, but in full up to ten millions: labels at equal distances should look alike. */
export function linearLabel(value: number): string {
  const size = Math.abs(value);
  return size >= 1e4 && size < 1e7 ? formatCount(value) : tickLabel(value);
}

/** About `count` ticks at round numbers in [low, high]. */
export function linearTicks(low: number, high: number, count: number, label = linearLabel): Tick[] {
  return linearSteps(low, high, Math.max(1, count)).map((value) => ({ value, label: label(value) }));
}

/** Ticks at 1 … 9 × 10ᵏ in [low, high], low > 0. Labelled: the powers of ten, fewer where there are more
 *  than `most`; where there are none or one of them, also 2 and 5 times those. */
export function logTicks(low: number, high: number, most: number): Tick[] {
  const first = Math.floor(Math.log10(low) + 1e-9);
  const last = Math.ceil(Math.log10(high) - 1e-9);
  const every = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, most)));
  const between = last - first <= 2 ? [1, 2, 5] : [1];
  const ticks: Tick[] = [];
  for (let exponent = first; exponent <= last; exponent++) {
    for (let digit = 1; digit <= 9; digit++) {
      const value = digit * 10 ** exponent;
      if (value < low * (1 - 1e-9) || value > high * (1 + 1e-9)) continue;
      const labelled = between.includes(digit) && exponent % every === 0;
      if (labelled || (digit === 1 && every > 1) || every === 1) {
        ticks.push({ value, label: labelled ? tickLabel(value) : "" });
      }
    }
  }
  return ticks;
}

/** Both axes of a plot. The name of the one across stands at the left of its numbers, that of the one up above its own. */
export function axes(area: PlotArea, across: Axis, up: Axis): SVGTemplateResult {
  const right = area.left + area.width;
  const bottom = area.top + area.height;
  return svg`<g class="axes" aria-hidden="true">
    ${up.ticks.map((tick) => {
      const y = Math.round(up.at(tick.value)) + 0.5;
      return svg`
        ${up.grid && tick.label ? svg`<line class="grid" x1=${area.left} x2=${right} y1=${y} y2=${y} />` : null}
        <line class="tick" x1=${area.left - (tick.label ? 5 : 3)} x2=${area.left} y1=${y} y2=${y} />
        <text x=${area.left - 8} y=${y} dy="0.32em" text-anchor="end">${tick.label}</text>`;
    })}
    ${across.ticks.map((tick) => {
      const x = Math.round(across.at(tick.value)) + 0.5;
      return svg`
        ${across.grid && tick.label ? svg`<line class="grid" x1=${x} x2=${x} y1=${area.top} y2=${bottom} />` : null}
        <line class="tick" x1=${x} x2=${x} y1=${bottom} y2=${bottom + (tick.label ? 5 : 3)} />
        <text x=${x} y=${bottom + 19} text-anchor="middle">${tick.label}</text>`;
    })}
    <line class="spine" x1=${area.left} x2=${right} y1=${bottom + 0.5} y2=${bottom + 0.5} />
    <text class="name" x=${area.left - 18} y=${bottom + 19} text-anchor="end">${across.name}</text>
    <text class="name" x=${area.left - 8} y=${area.top - 10} text-anchor="end">${up.name}</text>
  </g>`;
}
