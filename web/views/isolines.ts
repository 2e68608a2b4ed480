/** Where values on a grid pass a level: marching squares. */

/** Corners of a closed line, the first not again at its end. */
export type Ring = [x: number, y: number][];

/** Closed lines around the samples that are at least the level, between neighbours where a straight line would pass it.
 *  What is not a number lies below. Around samples at the grid's edge the line runs half a sample outside.
 *  @param values  row after row; sample (i, j) lies at (i, j)
 *  Each crossed edge of the grid is left by one piece of line and entered by another, the high side to its right; so a
 *  piece is known by the edge that it leaves, and pieces chain into rings. */
export function isolines(values: ArrayLike<number>, width: number, height: number, level: number): Ring[] {
  const high = (i: number, j: number) => i >= 0 && j >= 0 && i < width && j < height && values[j * width + i] >= level;
  // Edges by number: even ones lead right from (i, j), odd ones down.
  const stride = width + 2;
  const edge = (i: number, j: number, down: 0 | 1) => 2 * ((j + 1) * stride + i + 1) + down;
  const next = new Map<number, number>();
  for (let j = -1; j < height; j++) {
    let [a, c] = [false, false]; // the left corners, top and bottom
    for (let i = -1; i < width; i++) {
      const [b, d] = [high(i + 1, j), high(i + 1, j + 1)];
      if (a !== b || c !== d || a !== c) {
        const [top, right, bottom, left] = [edge(i, j, 0), edge(i + 1, j, 1), edge(i, j + 1, 0), edge(i, j, 1)];
        // Clockwise around the cell: where it goes from low to high a piece begins, and ends where it goes back.
        const turns = [a === b ? 0 : top, b === d ? 0 : right, d === c ? 0 : bottom, c === a ? 0 : left].filter(
          Boolean,
        );
        const begins = turns[0] === top ? b : turns[0] === right ? d : c;
        if (!begins) turns.push(turns.shift()!);
        for (let k = 0; k < turns.length; k += 2) next.set(turns[k], turns[k + 1]);
      }
      [a, c] = [b, d];
    }
  }
  return ringsOf(next, (at) => {
    const [i, j] = [((at >> 1) % stride) - 1, Math.floor((at >> 1) / stride) - 1];
    const share = shareOf(values, width, height, level, i, j, at % 2 === 0);
    return at % 2 === 0 ? [i + share, j] : [i, j + share];
  });
}

function ringsOf(next: Map<number, number>, place: (edge: number) => [number, number]): Ring[] {
  const rings: Ring[] = [];
  for (const start of next.keys()) {
    const ring: Ring = [];
    for (let at: number | undefined = start; at !== undefined; ) {
      const to = next.get(at);
      if (to !== undefined) ring.push(place(at));
      next.delete(at);
      at = to;
    }
    rings.push(ring);
  }
  return rings;
}

/** How far along an edge the level is passed; in its middle where there is no telling. */
function shareOf(
  values: ArrayLike<number>,
  width: number,
  height: number,
  level: number,
  i: number,
  j: number,
  across: boolean,
): number {
  const [u, v] = across ? [i + 1, j] : [i, j + 1];
  if (i < 0 || j < 0 || u >= width || v >= height) return 0.5;
  const from = values[j * width + i];
  const share = (level - from) / (values[v * width + u] - from);
  return share >= 0 && share <= 1 ? share : 0.5;
}
