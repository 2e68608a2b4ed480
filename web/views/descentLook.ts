/** How Descent looks at a surface: its window, bands and arrow, kept from frame to frame so that the picture stands
 *  still while nothing needs it to move. */
import type { Surface } from "../engine/protocol";
import type { PlotArea } from "./axes";
import type { Range } from "./costRange";
import { type SurfaceBands, surfaceBands } from "./descentContours";
import { calmRange, costExtent, costLevels } from "./descentLevels";
import { arrowFactor } from "./descentPicture";
import {
  calmWindow,
  centre,
  eased,
  fitWindow,
  reshaped,
  shifted,
  type WeightPoint,
  type WeightWindow,
  zoomed,
} from "./descentWindow";
import type { Pixel } from "./panZoom";

const easeShare = 0.22; // of the way that is left, per frame

export class DescentLook {
  /** Where to look: what the engine is asked for. */
  window?: WeightWindow;
  /** What is drawn, on its way to `window`. */
  shown?: WeightWindow;
  /** The window fits the path; false once a person has moved it. */
  follows = true;
  bands?: SurfaceBands;
  /** How many times as long as a plain step the arrow is drawn. */
  factor = Number.NaN;

  #area: PlotArea = { left: 0, top: 0, width: 1, height: 1 };
  #key = "";
  #range?: Range;

  /** Takes a new frame in.
   *  @param key    of network and pair: with another one the look begins anew
   *  @param rate   α
   *  @param still  moves at once, without easing */
  update(surface: Surface, area: PlotArea, key: string, rate: number, still: boolean): void {
    this.#area = area;
    const aspect = area.width / area.height;
    const points = [surface.here, ...Array.from(surface.path.x, (x, i) => ({ x, y: surface.path.y[i] }))];
    if (this.#key !== key || !this.window || !this.shown) {
      this.#key = key;
      this.follows = true;
      this.window = this.shown = fitWindow(points, aspect);
      this.#range = undefined;
    } else {
      const same = this.shown === this.window;
      const shaped = reshaped(this.window, aspect);
      if (!this.follows) this.window = shaped;
      else if (shaped !== this.window) this.window = this.shown = fitWindow(points, aspect);
      else this.window = calmWindow(this.window, points, aspect);
      this.shown = same && !this.follows ? this.window : reshaped(this.shown, aspect);
      if (still) this.shown = this.window;
    }
    this.factor = arrowFactor(Math.hypot(...surface.descent) * rate * this.perUnit(this.window), this.factor);
    if (this.bands?.surface === surface) return;
    const extent = costExtent(surface);
    this.#range = extent && calmRange(this.#range, extent);
    this.bands = surfaceBands(surface, this.#range ? costLevels(this.#range) : []);
  }

  /** One frame nearer to the window. @returns there is something to move */
  ease(): boolean {
    if (!this.shown || !this.window || this.shown === this.window) return false;
    this.shown = eased(this.shown, this.window, easeShare);
    return true;
  }

  fit(): void {
    this.#key = "";
  }

  pan(by: Pixel): void {
    const [to, from] = [this.weightsAt({ x: -by.x, y: -by.y }), this.weightsAt({ x: 0, y: 0 })];
    if (this.window) this.#look(shifted(this.window, { x: to.x - from.x, y: to.y - from.y }));
  }

  /** @param factor  above 1: nearer */
  zoom(factor: number, about?: WeightPoint): void {
    if (this.window) this.#look(zoomed(this.window, factor, about ?? centre(this.window)));
  }

  #look(window: WeightWindow): void {
    this.follows = false;
    this.window = this.shown = window;
  }

  /** Pixels for one unit of a weight, the same across and up. */
  perUnit({ x } = this.shown!): number {
    return this.#area.width / (x[1] - x[0]);
  }

  /** From weights to pixels. @pre a surface has been taken in */
  readonly toPixels = {
    x: (value: number) => this.#area.left + (value - this.shown!.x[0]) * this.perUnit(),
    y: (value: number) => this.#area.top + this.#area.height - (value - this.shown!.y[0]) * this.perUnit(),
  };

  weightsAt({ x, y }: Pixel): WeightPoint {
    if (!this.shown) return { x: 0, y: 0 };
    return {
      x: this.shown.x[0] + (x - this.#area.left) / this.perUnit(),
      y: this.shown.y[0] + (this.#area.top + this.#area.height - y) / this.perUnit(),
    };
  }

  inside({ x, y }: Pixel): boolean {
    const { left, top, width, height } = this.#area;
    return !!this.shown && x >= left && x <= left + width && y >= top && y <= top + height;
  }
}
