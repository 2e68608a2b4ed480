/** The decision boundary as lines: where a score passes its middle, or where the strongest class changes. */
import { contours } from "d3-contour";
import type { Reading } from "./planeReading";

/** Points x₀, y₀, x₁, y₁, … of an open or closed line, in cells of the grid: (0, 0) is its top left corner. */
export type Line = number[];

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
export function levelLines(values: Float32Array, width: number, height: number, level: number): Line[] {
  const shape = contours()
    .size([width, height])
    .contour(values as unknown as number[], level);
  return shape.coordinates.flatMap((polygon) => polygon.flatMap((ring) => openedAtEdges(ring, width, height)));
}

function openedAtEdges(ring: number[][], width: number, height: number): Line[] {
  const onEdge = ([x, y]: number[], [u, v]: number[]) =>
    (x <= 0.5 && u <= 0.5) ||
    (y <= 0.5 && v <= 0.5) ||
    (x >= width - 0.5 && u >= width - 0.5) ||
    (y >= height - 0.5 && v >= height - 0.5);
  const lines: Line[] = [];
  let line: Line | undefined;
  for (let i = 1; i < ring.length; i++) {
    if (onEdge(ring[i - 1], ring[i])) line = undefined;
    else if (line) line.push(ring[i][0], ring[i][1]);
    else {
      line = [...ring[i - 1], ...ring[i]];
      lines.push(line);
    }
  }
  return lines;
}
