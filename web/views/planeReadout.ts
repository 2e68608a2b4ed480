/** What stands at a place of the plane, in words: its coordinates, the model's answer there, the point near it. */
import { formatNumber } from "../controls/numbers";
import type { Description, Frame } from "../engine/protocol";
import * as texts from "../texts";
import type { FieldPicture } from "./planeLayers";
import type { Plot } from "./planePoints";
import { decide, type Reading } from "./planeReading";
import { decimalsOf, toData } from "./planeSpace";

export interface Readout {
  across: string;
  up: string;
  /** Read from the field between its cells, and so marked ≈. */
  answer: string;
}

export function readoutAt(
  plot: Plot,
  [px, py]: [number, number],
  reading: Reading,
  field: FieldPicture | undefined,
): Readout {
  const { space, columns, table } = plot;
  const [x, y] = toData(space, px, py);
  return {
    across: `${texts.featureName(table.columns[columns[0]])} ${formatNumber(x, { digits: decimalsOf(space.x, space.width) })}`,
    up: `${texts.featureName(table.columns[columns[1]])} ${formatNumber(y, { digits: decimalsOf(space.y, space.height) })}`,
    answer: field ? answerAt(reading, field, px / space.width, py / space.height, table.classes) : "",
  };
}

function answerAt(reading: Reading, field: FieldPicture, u: number, v: number, classes?: string[]): string {
  const outputs = field.values.length / (field.width * field.height);
  const values = Float32Array.from({ length: outputs }, (_, k) => between(field, k, u, v));
  const decided = decide(reading, values, 0, 1);
  if (reading.kind === "number") return `${texts.plane.number} ≈ ${formatNumber(values[0], { digits: 3 })}`;
  const value = values[reading.kind === "score" ? 0 : decided];
  return `${texts.plane.fieldOf[reading.of]} ≈ ${formatNumber(value, { digits: 3 })} → ${texts.plane.nameOf(classes ?? [], decided)}`;
}

/** Between the four nearest cells of output k; u, v in [0, 1] from the picture's top left corner. */
function between({ values, width, height }: FieldPicture, k: number, u: number, v: number): number {
  const x = Math.min(Math.max(u, 0), 1) * (width - 1);
  const y = Math.min(Math.max(v, 0), 1) * (height - 1);
  const [i, j] = [Math.min(Math.floor(x), width - 2), Math.min(Math.floor(y), height - 2)];
  const at = (di: number, dj: number) => values[k * width * height + (j + dj) * width + i + di];
  const top = at(0, 0) + (at(1, 0) - at(0, 0)) * (x - i);
  const bottom = at(0, 1) + (at(1, 1) - at(0, 1)) * (x - i);
  return top + (bottom - top) * (y - j);
}

/** "point 12, class A, training, decided B, a mistake" */
export function pointWords(row: number, { table }: Description, predictions: Frame["predictions"]): string {
  const words = texts.plane;
  const target = table.targets[row];
  const decided = predictions?.length === table.targets.length ? predictions[row] : undefined;
  const parts = [
    words.pointTitle(row),
    table.classes ? words.classIs(table.classes[target]) : words.targetIs(formatNumber(target, { digits: 3 })),
    table.test[row] ? words.split.test : words.split.training,
  ];
  if (decided !== undefined)
    parts.push(
      table.classes
        ? words.decided(words.nameOf(table.classes, decided), decided === target)
        : words.given(formatNumber(decided, { digits: 3 })),
    );
  return parts.join(", ");
}
