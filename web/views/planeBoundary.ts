/** The decision boundary as lines: where a score passes its middle, or where the strongest class changes. */
import { isolines, type Ring } from "./isolines";
import type { Reading } from "./planeReading";

/** Points x₀, y₀, x₁, y₁, … of an open or closed line, in cells of the grid: (0, 0) is the centre of its first. */
export type Line = number[];
type Place = Ring[number];

/** @param field  outputs × height × width, values at the cells' centres */
export function boundaryOf(reading: Reading, field: Float32Array, width: number, height: number): Line[] {
  if (reading.kind === "number") return [];
  if (reading.kind === "score") return levelLines(field, width, height, reading.middle);
  const lines: Line[] = [];
  // The boundary between classes j < k is part of class j's own, so the last class need not be traced.
  for (let k = 0; k < reading.outputs - 1; k++)
    lines.push(...levelLines(leadOf(k, reading.outputs, field, width * height), width, height, 0));
  return lines;
}

/** How far output k lies before the strongest of the others. */
function leadOf(k: number, outputs: number, field: Float32Array, count: number): Float32Array {
  const lead = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    let rival = -Infinity;
    for (let j = 0; j < outputs; j++) if (j !== k) rival = Math.max(rival, field[i + j * count]);
    lead[i] = field[i + k * count] - rival;
  }
  return lead;
}

/** Where the values pass a level, without the parts that only follow the picture's edge. */
function levelLines(values: Float32Array, width: number, height: number, level: number): Line[] {
  return isolines(values, width, height, level).flatMap((ring) => openedAtEdges(ring, width - 1, height - 1));
}

function openedAtEdges(ring: Ring, right: number, bottom: number): Line[] {
  const onEdge = ([x, y]: Place, [u, v]: Place) =>
    (x <= 0 && u <= 0) || (y <= 0 && v <= 0) || (x >= right && u >= right) || (y >= bottom && v >= bottom);
  const lines: Line[] = [];
  let line: Line | undefined;
  let before = ring[ring.length - 1];
  for (const place of ring) {
    if (onEdge(before, place)) line = undefined;
    else if (line) line.push(...place);
    else {
      line = [...before, ...place];
      lines.push(line);
    }
    before = place;
  }
  return lines;
}
