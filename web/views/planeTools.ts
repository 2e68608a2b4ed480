/** The tools of the plane: what pressing, dragging and letting go do with each of them. Knows places in pixels and
 *  the experiment, not where the hand's word comes from: the pointer and the keyboard both use it. */
import type { Lab } from "../state/lab";
import {
  BrushGesture,
  brushRadius,
  DrawGesture,
  EraseGesture,
  eraserRadius,
  type Gesture,
  GestureRun,
  MoveGesture,
} from "./planeGesture";
import { nearestRow, type Plot, rowsWhere, rowsWithin } from "./planePoints";

export type Place = [px: number, py: number];

/** How near a point has to be to be meant, in pixels. */
const reach = { mouse: 10, touch: 22 };

export class PlaneTools {
  /** Rows picked by a rectangle, to be moved, erased or given another class together. */
  selection: ReadonlySet<number> = new Set();
  rectangle?: { from: Place; to: Place };
  #run?: GestureRun;
  #selectionOf?: number; // the data's version: rows mean something else after points come or go

  constructor(
    private readonly lab: Lab,
    private readonly plot: () => Plot,
    private readonly held: () => Float64Array,
  ) {}

  /** The circle that the tool covers, in pixels; 0 for the others. */
  get radius(): number {
    return { brush: brushRadius, erase: eraserRadius, inspect: 0, draw: 0, move: 0 }[this.lab.view.value.tool];
  }

  /** The class or number of new points. */
  get target(): number {
    const { drawClass, drawTarget } = this.lab.view.value;
    const { classes } = this.lab.description.value.table;
    return classes ? Math.min(drawClass, classes.length) : drawTarget;
  }

  get busy(): boolean {
    return this.#run !== undefined || this.rectangle !== undefined;
  }

  nearest([px, py]: Place, coarse = false): number | undefined {
    return nearestRow(this.plot(), px, py, coarse ? reach.touch : reach.mouse);
  }

  press(place: Place, coarse: boolean): void {
    const { tool } = this.lab.view.value;
    const points = { plot: this.plot(), held: this.held(), target: this.target };
    if (tool === "inspect") this.point(this.nearest(place, coarse));
    else if (tool === "draw") this.#begin(new DrawGesture(points, ...place));
    else if (tool === "brush") this.#begin(new BrushGesture(points, ...place));
    else if (tool === "erase") this.#begin(new EraseGesture(...place));
    else this.#grasp(place, coarse);
  }

  drag(place: Place): void {
    if (this.rectangle) this.rectangle = { ...this.rectangle, to: place };
    else this.#run?.to(...place);
  }

  release(): void {
    this.#run = undefined;
    if (!this.rectangle) return;
    const { from, to } = this.rectangle;
    const between = (value: number, a: number, b: number) => value >= Math.min(a, b) && value <= Math.max(a, b);
    this.#select(rowsWhere(this.plot(), (px, py) => between(px, from[0], to[0]) && between(py, from[1], to[1])));
    this.rectangle = undefined;
  }

  /** Lets everything go: the rectangle, the selection, what is pointed at. */
  cancel(): void {
    this.#run = undefined;
    this.rectangle = undefined;
    this.selection = new Set();
    this.point(undefined);
  }

  point(row: number | undefined): void {
    this.lab.pointed.value = row === undefined ? undefined : { kind: "row", row };
  }

  /** Rows are numbers of places in the table: when points come or go, the selection is over. */
  keepSelectionTrue(): void {
    const rows = this.lab.description.value.table.targets.length;
    if (this.selection.size > 0 && rows !== this.#selectionOf) this.selection = new Set();
  }

  /** The selection, or else the point at a place: what Delete and the class digits mean. */
  meant(place: Place | undefined): number[] {
    if (this.selection.size > 0) return [...this.selection];
    const row = place && this.nearest(place, true);
    return row === undefined ? [] : [row];
  }

  async remove(rows: number[]): Promise<void> {
    if (rows.length > 0) await this.lab.change({ kind: "removePoints", rows });
  }

  async retarget(rows: number[], target: number): Promise<void> {
    if (rows.length > 0) await this.lab.change({ kind: "retarget", rows, target });
  }

  /** How many points the eraser covers at a place. */
  covered([px, py]: Place): number {
    return rowsWithin(this.plot(), px, py, eraserRadius).length;
  }

  /** A dab of the brush without a stroke, for the keyboard. */
  dab([px, py]: Place): void {
    const gesture = new BrushGesture({ plot: this.plot(), held: this.held(), target: this.target }, px, py);
    for (let i = 0; i < 4; i++) gesture.to(px + (i % 2 === 0 ? 9 : 0), py);
    this.#begin(gesture);
    this.#run = undefined;
  }

  #grasp(place: Place, coarse: boolean): void {
    const row = this.nearest(place, coarse);
    if (row === undefined) this.rectangle = { from: place, to: place };
    else {
      const rows = this.selection.has(row) ? [...this.selection] : [row];
      if (rows.length === 1) this.point(row);
      this.#begin(new MoveGesture(this.plot(), rows, ...place));
    }
  }

  #select(rows: number[]): void {
    this.selection = new Set(rows);
    this.#selectionOf = this.lab.description.value.table.targets.length;
  }

  #begin(gesture: Gesture): void {
    this.#run = new GestureRun(this.lab, gesture, this.plot);
    void this.#run.send();
  }
}
