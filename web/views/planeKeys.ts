/** The plane by keyboard: a crosshair that the arrows move, the tool at work where it stands. */
import type { Lab } from "../state/lab";
import * as texts from "../texts";
import { lookCount } from "./classMarks";
import { inside, type Space } from "./planeSpace";
import type { Place, PlaneTools } from "./planeTools";

const arrows: Record<string, Place> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const stride = { small: 1 / 60, big: 1 / 10 }; // of the picture's size

export class PlaneKeys {
  crosshair?: Place;

  constructor(
    private readonly lab: Lab,
    private readonly tools: PlaneTools,
    private readonly space: () => Space,
    private readonly describe: (place: Place) => string,
    private readonly describeRow: (row: number) => string,
  ) {}

  /** @returns what to say; undefined where the key means nothing here */
  press(event: KeyboardEvent): string | undefined {
    if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
    if (event.key in arrows) return this.#move(arrows[event.key], event.shiftKey);
    if (event.key === "Escape") return this.#escape();
    if (event.key === "Delete" || event.key === "Backspace") return this.#remove();
    if (/^[1-9]$/.test(event.key)) return this.#choose(Number(event.key) - 1);
    if (event.key === "Enter" || event.key === " ") return this.#act();
    return undefined;
  }

  get #at(): Place {
    const { width, height } = this.space();
    this.crosshair ??= [width / 2, height / 2];
    return this.crosshair;
  }

  #move([dx, dy]: Place, big: boolean): string {
    const space = this.space();
    const length = (big ? stride.big : stride.small) * Math.min(space.width, space.height);
    const [x, y] = this.#at;
    this.crosshair = inside(space, x + dx * length, y + dy * length);
    this.tools.drag(this.crosshair);
    return this.describe(this.crosshair);
  }

  #act(): string {
    const said = texts.plane.said;
    const { tool } = this.lab.view.value;
    if (this.tools.busy) {
      this.tools.release();
      return this.tools.selection.size > 0 ? texts.plane.selected(this.tools.selection.size) : said.dropped;
    }
    const row = this.tools.nearest(this.#at, true);
    const covered = this.tools.covered(this.#at);
    if (tool === "brush") this.tools.dab(this.#at);
    else this.tools.press(this.#at, true);
    if (tool === "move") return row === undefined ? said.corner : said.grasped(row);
    this.tools.release();
    if (tool === "draw") return said.added(this.#kind());
    if (tool === "brush") return said.sprayed(this.#kind());
    if (tool === "erase") return covered > 0 ? said.removed(covered) : said.nothing;
    return row === undefined ? said.nothing : this.describeRow(row);
  }

  #remove(): string {
    const rows = this.tools.meant(this.#at);
    void this.tools.remove(rows);
    return rows.length > 0 ? texts.plane.said.removed(rows.length) : texts.plane.said.nothing;
  }

  #choose(index: number): string | undefined {
    const { classes } = this.lab.description.value.table;
    if (!classes || index > Math.min(classes.length, lookCount - 1)) return undefined;
    this.lab.show({ drawClass: index });
    void this.tools.retarget([...this.tools.selection], index);
    return texts.plane.said.chosen(texts.plane.nameOf(classes, index));
  }

  #escape(): string {
    this.tools.cancel();
    this.crosshair = undefined;
    return texts.plane.said.let;
  }

  #kind(): string {
    const { classes } = this.lab.description.value.table;
    const { target } = this.tools;
    if (!classes) return texts.plane.targetIs(String(target));
    return texts.plane.classIs(texts.plane.nameOf(classes, target));
  }
}
