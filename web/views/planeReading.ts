/** How the model's outputs over the plane are read, coloured and said. */
import type { Description } from "../engine/protocol";
import { colourTable, mix, type Palette } from "./palette";

export type Reading =
  /** One output for two classes: below `middle` the first, from there the second. `of` what the field is. */
  | { kind: "score"; of: FieldOf; low: number; middle: number; high: number }
  /** An output for each class: the strongest decides. `span` is the largest lead there can be. */
  | { kind: "strongest"; of: FieldOf; outputs: number; span: number }
  /** A number to fit. */
  | { kind: "number"; low: number; middle: number; high: number };

/** A step's field is the z whose sign it is (the core says so): either side is of one colour. */
type FieldOf = "output" | "z";

/** So small that every z but 0 lies beyond it. */
const sharp = 1e-9;

export function readingOf(description: Description): Reading {
  const output = description.layers[description.layers.length - 1];
  const bounded = output.activation === "sigmoid" || output.activation === "softmax";
  if (!description.table.classes) return numbersAround(description.table.targets);
  const step = output.activation === "step";
  const of = step ? "z" : "output";
  if (output.neurons > 1) {
    return { kind: "strongest", of, outputs: output.neurons, span: step ? sharp : bounded ? 1 : 2 };
  }
  if (step) return { kind: "score", of, low: -sharp, middle: 0, high: 0 }; // 0 is of the second class
  return { kind: "score", of, low: bounded ? 0 : -1, middle: bounded ? 0.5 : 0, high: 1 };
}

/** A scale for the targets: around zero where they have both signs, so that colour is sign. */
export function numbersAround(targets: ArrayLike<number>): Reading {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < targets.length; i++) {
    low = Math.min(low, targets[i]);
    high = Math.max(high, targets[i]);
  }
  if (!(low <= high)) return { kind: "number", low: -1, middle: 0, high: 1 };
  if (low < 0 && high > 0) high = Math.max(-low, high);
  if (low < 0 && high > 0) low = -high;
  if (low === high) [low, high] = [low - 1, high + 1];
  return { kind: "number", low, middle: (low + high) / 2, high };
}

/** The class decided by the outputs at one place (`stride` apart), first wins ties; for a number: that number. */
export function decide(reading: Reading, field: Float32Array, at: number, stride: number): number {
  if (reading.kind === "number") return field[at];
  if (reading.kind === "score") return field[at] >= reading.middle ? 1 : 0;
  let best = 0;
  for (let k = 1; k < reading.outputs; k++) if (field[at + k * stride] > field[at + best * stride]) best = k;
  return best;
}

/** A's colour, the middle, B's colour: the pale ones lie under points. */
export function signTable(colours: Palette): Uint32Array {
  let table = signTables.get(colours);
  if (!table) {
    table = colourTable([colours.aPale.rgb, colours.mid.rgb, colours.bPale.rgb]);
    signTables.set(colours, table);
  }
  return table;
}

const signTables = new WeakMap<Palette, Uint32Array>();

/** Writes a field's pixels. What is not finite stays clear. */
export function paintField(reading: Reading, field: Float32Array, colours: Palette, pixels: Uint32Array): void {
  if (reading.kind === "strongest") paintStrongest(reading.outputs, reading.span, field, colours, pixels);
  else paintScalar(field, 0, reading.low, reading.high, signTable(colours), pixels);
}

/** Colours of a 256-entry table between `low` and `high`, clamped; what is not a number stays clear. */
export function paintScalar(
  values: Float32Array,
  offset: number,
  low: number,
  high: number,
  table: Uint32Array,
  pixels: Uint32Array,
): void {
  const scale = 255.999 / (high - low);
  for (let i = 0; i < pixels.length; i++) {
    const position = (values[offset + i] - low) * scale;
    if (position >= 0) pixels[i] = table[position < 255 ? position | 0 : 255];
    else pixels[i] = position < 0 ? table[0] : 0;
  }
}

function paintStrongest(
  outputs: number,
  span: number,
  field: Float32Array,
  colours: Palette,
  pixels: Uint32Array,
): void {
  const tables = Array.from({ length: outputs }, (_, k) => {
    const full = colours.pale[k % colours.pale.length].rgb;
    return colourTable([mix(colours.mid.rgb, full, 0.25), full]);
  });
  const count = pixels.length;
  for (let i = 0; i < count; i++) {
    let best = 0;
    let second = -Infinity;
    for (let k = 1; k < outputs; k++) {
      const value = field[i + k * count];
      if (value > field[i + best * count]) {
        second = field[i + best * count];
        best = k;
      } else if (value > second) second = value;
    }
    const lead = (field[i + best * count] - second) / span;
    pixels[i] = lead >= 0 ? tables[best][Math.min(255, lead * 256) | 0] : 0;
  }
}
