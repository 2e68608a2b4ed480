/** Where a grid of values passes a level: marching squares, their pieces joined. */

/** Rings around where the values reach the level, x₀, y₀, x₁, y₁, …, each ending where it began; holes have rings of their
 *  own. The sample of column i and row j lies at (i + ½, j + ½); beyond the grid all is below. */
export function levelRings(values: ArrayLike<number>, width: number, height: number, level: number): number[][] {
  const row = width + 2; // with a border
  const reached = new Uint8Array(row * (height + 2));
  for (let j = 0; j < height; j++)
    for (let i = 0; i < width; i++) if (values[j * width + i] >= level) reached[(j + 1) * row + i + 1] = 1;

  // Ways from sample to sample that a line crosses: 2 × the sample, + 1 where it leads down and not to the right. From
  // each to the next around the samples that reach the level; two of these that only touch stay apart.
  const next = new Map<number, number>();
  for (let at = 0; at < row * (height + 1); at++) {
    const sum = reached[at] + reached[at + 1] + reached[at + row] + reached[at + row + 1];
    if (sum === 0 || sum === 4) continue;
    const corners = [at, at + 1, at + row + 1, at + row];
    const ways = [2 * at, 2 * at + 3, 2 * (at + row), 2 * at + 1];
    const reaches = (corner: number) => reached[corners[corner & 3]] === 1;
    for (let side = 0; side < 4; side++) {
      if (!reaches(side) || reaches(side + 1)) continue;
      let end = side;
      while (reaches(end)) end--;
      next.set(ways[side], ways[end & 3]);
    }
  }

  const valueAt = (i: number, j: number) =>
    i < 0 || j < 0 || i >= width || j >= height ? Number.NEGATIVE_INFINITY : values[j * width + i];
  const place = (way: number): [number, number] => {
    const down = way % 2;
    const i = (((way - down) / 2) % row) - 1;
    const j = Math.floor(way / 2 / row) - 1;
    const from = valueAt(i, j);
    const between = valueAt(i + 1 - down, j + down) - from;
    const along = Number.isFinite(between) ? (level - from) / between : 0.5; // at the border, and beside an infinity
    return down ? [i + 0.5, j + 0.5 + along] : [i + 0.5 + along, j + 0.5];
  };

  const rings: number[][] = [];
  for (const start of next.keys()) {
    const ring: number[] = [];
    for (let way: number | undefined = start; way !== undefined; ) {
      const then: number | undefined = next.get(way);
      next.delete(way);
      ring.push(...place(way));
      way = then;
    }
    rings.push(ring);
  }
  return rings;
}
