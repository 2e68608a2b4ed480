/** How a number moves on its slider and by its keys: evenly, or by factors. */

export interface NumberScale {
  low: number;
  high: number;
  step?: number;
  scale: "linear" | "log";
  integer: boolean;
  /** A log slider that begins with 0, where 0 means "none". */
  zero?: boolean;
}

/** Positions of a slider: 0 … sliderSteps. */
export const sliderSteps = 240;

/** Where a value stands on the slider. On a log slider what is zero or less stands at its beginning. */
export function toPosition(value: number, { low, high, scale, zero }: NumberScale): number {
  if (zero && value <= 0) return 0;
  const share =
    scale === "log"
      ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
      : high > low
        ? (value - low) / (high - low)
        : 0;
  return Math.round(sliderSteps * Math.min(1, Math.max(0, share)));
}

/** The value at a position, rounded to what a person would write. */
export function fromPosition(position: number, { low, high, step, scale, integer, zero }: NumberScale): number {
  if (zero && position === 0) return 0;
  const share = position / sliderSteps;
  if (scale === "log") return rounded(low * (high / low) ** share, integer);
  const grain = step ?? (integer ? 1 : niceStep((high - low) / 100));
  return onGrid(low + share * (high - low), grain, low, high);
}

/** One step up or down from a value; `big`: ten steps. */
export function stepped(value: number, direction: 1 | -1, big: boolean, range: NumberScale): number {
  if (range.zero && value === 0) return direction > 0 ? range.low : 0;
  if (range.zero && value <= range.low && direction < 0) return 0;
  if (range.scale === "log") {
    const factor = big ? 10 : 10 ** (1 / 10);
    const next = rounded(Math.max(value, range.low / 10) * factor ** direction, range.integer);
    if (next !== value) return within(next, value, range);
    return within(range.integer ? value + direction : value * factor ** (2 * direction), value, range);
  }
  const grain = (range.step ?? (range.integer ? 1 : niceStep((range.high - range.low) / 100))) * (big ? 10 : 1);
  return within(Number((value + direction * grain).toPrecision(12)), value, range);
}

/** Steps end at the range; a value typed beyond it is not pulled back. */
function within(next: number, value: number, { low, high }: NumberScale): number {
  return Math.min(Math.max(next, Math.min(low, value)), Math.max(high, value));
}

function onGrid(value: number, grain: number, low: number, high: number): number {
  const near = Math.round(value / grain) * grain;
  return Math.min(high, Math.max(low, Number(near.toPrecision(12))));
}

function rounded(value: number, integer: boolean): number {
  return integer ? Math.round(value) : Number(value.toPrecision(2));
}

/** The next 1, 2 or 5 times a power of ten. */
function niceStep(size: number): number {
  if (!(size > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(size));
  const lead = size / power;
  return Number(((lead <= 1.5 ? 1 : lead <= 3.5 ? 2 : lead <= 7.5 ? 5 : 10) * power).toPrecision(2));
}
