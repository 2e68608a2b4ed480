/** A canvas that remembers what was drawn on it: circles and outlines, each with the style it was given. */
import { vi } from "vitest";
import type { Palette } from "../../../web/views/palette";

type Circle = [x: number, y: number, radius: number];

class RecordedPath {
  readonly circles: Circle[] = [];
  constructor(readonly outline = "") {}
  arc(...circle: Circle): void {
    this.circles.push(circle.slice(0, 3) as Circle);
  }
  moveTo(): void {}
  lineTo(): void {}
  rect(): void {}
  closePath(): void {}
  addPath(): void {}
}

export interface Drawn {
  what: "fill" | "stroke";
  style: string;
  width: number; // of a stroke
  path: RecordedPath;
}

/** A canvas drawn on another. */
export interface Placed {
  canvas: RecordingCanvas;
  at: [left: number, top: number];
}

/** Has what our pictures ask of a 2D context. */
export class RecordingContext {
  fillStyle = "";
  strokeStyle = "";
  lineWidth = 1;
  drawn: Drawn[] = [];
  placed: Placed[] = [];
  /** Rectangles that were clipped to. */
  readonly clips: number[][] = [];
  #rectangle: number[] = [];
  #path = new RecordedPath();

  get asContext(): CanvasRenderingContext2D {
    return this as unknown as CanvasRenderingContext2D;
  }

  clearRect(): void {
    this.drawn = [];
    this.placed = [];
  }
  fill(path?: RecordedPath | string): void {
    this.#draw("fill", this.fillStyle, path);
  }
  stroke(path?: RecordedPath): void {
    this.#draw("stroke", this.strokeStyle, path);
  }
  drawImage(canvas: RecordingCanvas, ...at: [number, number]): void {
    this.placed.push({ canvas, at });
  }
  beginPath(): void {
    this.#path = new RecordedPath();
  }
  arc(...circle: Circle): void {
    this.#path.arc(...circle);
  }
  measureText(): { width: number } {
    return { width: 0 };
  }
  moveTo(): void {}
  lineTo(): void {}
  rect(...rectangle: number[]): void {
    this.#rectangle = rectangle;
  }
  clip(): void {
    this.clips.push(this.#rectangle);
  }
  save(): void {}
  restore(): void {}
  setTransform(): void {}
  setLineDash(): void {}
  fillRect(): void {}
  fillText(): void {}
  strokeText(): void {}

  #draw(what: Drawn["what"], style: string, path: RecordedPath | string = this.#path): void {
    if (path instanceof RecordedPath) this.drawn.push({ what, style, width: this.lineWidth, path });
  }
}

class RecordingCanvas {
  width = 0;
  height = 0;
  readonly context = new RecordingContext();
  readonly getContext = () => this.context;
}

/** Paths and canvases that are made on the way are recorded, too. */
export function recordCanvases(): void {
  vi.stubGlobal("Path2D", RecordedPath);
  vi.stubGlobal("DOMMatrix", class {});
  vi.stubGlobal("document", { createElement: () => new RecordingCanvas() });
}

const colour = (css: string, ...rgb: number[]) => ({ css, rgb });

/** Every colour by its name. */
export const namedColours = {
  a: colour("a", 200, 100, 0),
  b: colour("b", 0, 100, 200),
  mid: colour("mid", 120, 120, 120),
  ink: colour("ink"),
  ink2: colour("ink2", 60, 60, 60),
  card: colour("card"),
  well: colour("well"),
  cost: colour("cost"),
  bad: colour("bad"),
  point: colour("point"),
  classes: ["a", "b", "c", "d", "e", "f"].map((name) => colour(name)),
} as unknown as Palette;
