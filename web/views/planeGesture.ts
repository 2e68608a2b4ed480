/** What a hand does on the plane, from pressing to letting go, as changes of the experiment. A gesture collects;
 *  `take` gives what has come together since, so that one change at a time is under way. Places are in pixels. */
import type { Change } from "../engine/protocol";
import type { Lab } from "../state/lab";
import { type Plot, rowsWithin } from "./planePoints";
import { inside, toData } from "./planeSpace";

export interface Gesture {
  /** The hand has moved here. */
  to(px: number, py: number): void;
  /** The change still owed, if any. */
  take(plot: Plot): Change | undefined;
}

/** What new points are made of. */
export interface NewPoints {
  plot: Plot;
  held: Float64Array; // the columns that the plane does not show
  target: number;
}

export const brushRadius = 22; // CSS pixels
export const eraserRadius = 18;
const brushSpacing = 9; // along the stroke, from one point to the next

/** Adds a point where the hand pressed. */
export class DrawGesture implements Gesture {
  readonly #added: number[] = [];

  constructor(
    private readonly kind: NewPoints,
    px: number,
    py: number,
  ) {
    this.add(px, py);
  }

  to(_px: number, _py: number): void {}

  protected add(px: number, py: number): void {
    const { plot, held } = this.kind;
    const row = held.slice();
    const [x, y] = toData(plot.space, ...inside(plot.space, px, py));
    row[plot.columns[1]] = y;
    row[plot.columns[0]] = x;
    this.#added.push(...row);
  }

  take(): Change | undefined {
    if (this.#added.length === 0) return undefined;
    const values = this.#added.splice(0);
    const count = values.length / this.kind.held.length;
    return { kind: "addPoints", values, targets: new Array<number>(count).fill(this.kind.target) };
  }
}

/** Sprays points along the stroke, evenly by distance; where each falls follows from the stroke alone. */
export class BrushGesture extends DrawGesture {
  #sprayed = 1;
  #last: [number, number];
  #travelled = 0;

  constructor(kind: NewPoints, px: number, py: number) {
    super(kind, px, py);
    this.#last = [px, py];
  }

  override to(px: number, py: number): void {
    const [x, y] = this.#last;
    const length = Math.hypot(px - x, py - y);
    for (let at = brushSpacing - this.#travelled; at <= length; at += brushSpacing) {
      const [dx, dy] = sprayOffset(this.#sprayed++, brushRadius);
      this.add(x + ((px - x) * at) / length + dx, y + ((py - y) * at) / length + dy);
    }
    this.#travelled = (this.#travelled + length) % brushSpacing;
    this.#last = [px, py];
  }
}

/** Offsets that fill a disc evenly, one after the other: golden angle, and golden spacing of the squared radius. */
export function sprayOffset(index: number, radius: number): [number, number] {
  const angle = index * 2.399963229728653;
  const distance = radius * Math.sqrt((index * 0.7548776662466927) % 1);
  return [distance * Math.cos(angle), distance * Math.sin(angle)];
}

/** Removes every point that the eraser touches. */
export class EraseGesture implements Gesture {
  #touched: [number, number][] = [];
  #last: [number, number];

  constructor(px: number, py: number) {
    this.#last = [px, py];
    this.#touched.push(this.#last);
  }

  to(px: number, py: number): void {
    const [x, y] = this.#last;
    const pieces = Math.max(1, Math.ceil(Math.hypot(px - x, py - y) / eraserRadius));
    for (let i = 1; i <= pieces; i++) this.#touched.push([x + ((px - x) * i) / pieces, y + ((py - y) * i) / pieces]);
    this.#last = [px, py];
  }

  take(plot: Plot): Change | undefined {
    const rows = new Set(this.#touched.splice(0).flatMap(([px, py]) => rowsWithin(plot, px, py, eraserRadius)));
    return rows.size > 0 ? { kind: "removePoints", rows: [...rows] } : undefined;
  }
}

/** Moves rows with the hand. */
export class MoveGesture implements Gesture {
  #shift: [number, number] = [0, 0]; // in the plane's units
  #taken: [number, number] = [0, 0];
  readonly #before: Float64Array[];

  constructor(
    private readonly plot: Plot,
    readonly rows: readonly number[],
    private readonly px: number,
    private readonly py: number,
  ) {
    const { columns, values } = plot.table;
    this.#before = rows.map((row) =>
      Float64Array.from(values.subarray(row * columns.length, (row + 1) * columns.length)),
    );
  }

  to(px: number, py: number): void {
    const [x0, y0] = toData(this.plot.space, this.px, this.py);
    const [x, y] = toData(this.plot.space, ...inside(this.plot.space, px, py));
    this.#shift = [x - x0, y - y0];
  }

  take(): Change | undefined {
    if (this.#shift[0] === this.#taken[0] && this.#shift[1] === this.#taken[1]) return undefined;
    this.#taken = this.#shift;
    const [across, up] = this.plot.columns;
    const values = this.#before.flatMap((row) =>
      [...row].map((value, column) =>
        column === across ? value + this.#shift[0] : column === up ? value + this.#shift[1] : value,
      ),
    );
    return { kind: "movePoints", rows: [...this.rows], values };
  }
}

/** Brings a gesture's changes to the experiment, one at a time, all of them one step of undo. */
export class GestureRun {
  #begun = false;
  #busy = false;

  constructor(
    private readonly lab: Lab,
    private readonly gesture: Gesture,
    private readonly plot: () => Plot,
  ) {}

  to(px: number, py: number): void {
    this.gesture.to(px, py);
    void this.send();
  }

  /** Resolves when all that is owed has been done. */
  async send(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let change = this.gesture.take(this.plot()); change; change = this.gesture.take(this.plot())) {
      const error = await this.lab.change(change, this.#begun);
      if (error) break;
      this.#begun = true;
    }
    this.#busy = false;
  }
}
