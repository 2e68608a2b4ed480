import { SignalWatcher } from "@lit-labs/preact-signals";
import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { base } from "../controls/styles";
import type { Description } from "../engine/protocol";
import type { Lab } from "../state/lab";
import { later } from "../state/later";
import * as texts from "../texts";
import { Changes } from "./changes";
import { fitCanvas } from "./fitCanvas";
import "./labPlaneLegend";
import "./labPlaneToolbar";
import { OnScreen } from "./onScreen";
import { PaletteWatcher, palette } from "./palette";
import { margin, planeAxes } from "./planeAxes";
import { heldValues, planeColumns } from "./planeColumns";
import { PlaneKeys } from "./planeKeys";
import {
  crowd,
  drawField,
  drawLit,
  drawMistakes,
  drawPointsLayer,
  type FieldPicture,
  type Lit,
  mistakesOf,
} from "./planeLayers";
import { mostPoints, type Plot } from "./planePoints";
import { type Reading, readingOf } from "./planeReading";
import { pointWords, readoutAt } from "./planeReadout";
import { fieldSize, toShape } from "./planeSpace";
import { planeStyles } from "./planeStyles";
import { type Place, PlaneTools } from "./planeTools";
import { planeWindow } from "./planeWindow";

const columnChoice = later(() => import("./labPlaneColumns"));

const ringsRestFor = 250; // ms

/** The plane: what the model answers everywhere, the points, and the tools that make and move them. */
@customElement("lab-plane")
export class LabPlane extends SignalWatcher(LitElement) {
  static override styles = [base, planeStyles];

  @property({ attribute: false }) lab!: Lab;
  /** Where the pointer is, in the picture's pixels. */
  @state() private hover?: Place;
  @state() private said = "";

  readonly #screen = new OnScreen(this, () => this.#want(undefined));
  readonly #changes = new Changes();
  readonly #drawn = new Set<string>(); // layers
  plot!: Plot;
  #reading!: Reading;
  #field?: FieldPicture; // another one with each frame
  #answers = new Float32Array(0);
  #mistakes: readonly number[] = [];
  #tools!: PlaneTools;
  #keys!: PlaneKeys;
  #ringsDrawn = 0;
  #wanted = "";
  #wantedSize: [number, number] = [0, 0];

  constructor() {
    super();
    new PaletteWatcher(this);
  }

  #prepareHands(): void {
    this.#tools ??= new PlaneTools(
      this.lab,
      () => this.#plotOf(this.lab.description.value),
      () => heldValues(this.lab.view.value, this.lab.description.value),
    );
    this.#keys ??= new PlaneKeys(
      this.lab,
      this.#tools,
      () => this.plot.space,
      (place) => this.#wordsAt(place),
      (row) => pointWords(row, this.lab.description.value, this.lab.frame.value.predictions),
    );
  }

  /* ── what is shown ────────────────────────────────────────────────────────────────────────── */

  protected override willUpdate(): void {
    this.#prepareHands();
    const description = this.lab.description.value;
    this.plot = this.#plotOf(description);
    if (this.#changes.seen("reading", description.dataVersion, description.layers))
      this.#reading = readingOf(description);
    this.#tools.keepSelectionTrue();
    const { field, predictions } = this.lab.frame.value;
    const [width, height] = this.#wantedSize;
    const outputs = description.layers[description.layers.length - 1].neurons;
    if (this.#changes.seen("answers", field) && field && field.length === outputs * width * height)
      this.#field = { values: this.#keep(field), width, height };
    if (this.#field && this.#field.values.length !== outputs * this.#field.width * this.#field.height)
      this.#field = undefined;
    const { classes, columns, targets } = description.table;
    if (this.#changes.seen("columns", columns.length) && columns.length > 2) void columnChoice(this.lab);
    if (this.#changes.seen("mistakes", predictions, targets))
      this.#mistakes = classes && predictions ? mistakesOf(targets, predictions) : [];
  }

  /** A copy: the frame's own is lent to the worker again, and answers are read under the pointer later. */
  #keep(field: Float32Array): Float32Array {
    if (this.#answers.length !== field.length) this.#answers = new Float32Array(field.length);
    this.#answers.set(field);
    return this.#answers;
  }

  #plotOf(description: Description): Plot {
    const width = this.#width;
    const height = this.#height;
    const columns = planeColumns(this.lab.view.value, description);
    return {
      columns,
      table: description.table,
      space: toShape(planeWindow(this.lab, { width, height }), width, height),
    };
  }

  get #width(): number {
    return Math.max(1, this.#screen.width - margin.left - margin.right);
  }

  get #height(): number {
    return Math.max(1, this.#screen.height - margin.top - margin.bottom);
  }

  override render() {
    const { table } = this.lab.description.value;
    const words = texts.plane;
    return html`
      <header>
        <h2 class="heading">${words.heading}</h2><p class="caption">${words.caption(!table.classes)}</p>
        <lab-plane-toolbar .lab=${this.lab} @recolour=${(event: CustomEvent<number>) => this.#recolour(event.detail)}></lab-plane-toolbar>
      </header>
      ${table.columns.length > 2 ? html`<lab-plane-columns .lab=${this.lab}></lab-plane-columns>` : nothing}
      <div class="figure">${this.#screen.width > 0 ? html`<svg class="axes" aria-hidden="true">${planeAxes(this.plot)}</svg>` : nothing}${this.#picture()}</div>
      ${this.#readout()}
      <p class="visually-hidden" aria-live="polite">${this.said}</p>
    `;
  }

  #picture() {
    const { table } = this.lab.description.value;
    const [across, up] = this.plot.columns.map((column) => table.columns[column]);
    return html`
      <div class="picture ${this.lab.view.value.tool}" tabindex="0" role="application" aria-roledescription=${texts.plane.heading}
        aria-label=${texts.plane.picture(across, up)} aria-describedby="help"
        @pointerdown=${this.#pressed} @pointermove=${this.#moved} @pointerup=${this.#released} @pointercancel=${this.#released}
        @pointerleave=${this.#left} @keydown=${this.#keyed} @blur=${this.#blurred}>
        <canvas class="answers"></canvas><canvas class="points"></canvas><canvas class="mistakes"></canvas><canvas class="lit"></canvas>
        ${table.targets.length === 0 ? html`<p class="empty caption">${texts.plane.noPoints}</p>` : nothing}
      </div>
      <p id="help" class="visually-hidden">${texts.plane.help}</p>
    `;
  }

  #readout() {
    const place = this.hover ?? this.#keys.crosshair;
    const pointed = this.lab.pointed.value;
    const row = (place && this.#tools.nearest(place)) ?? (pointed?.kind === "row" ? pointed.row : undefined);
    const at = place && readoutAt(this.plot, place, this.#reading, this.#field);
    const hint =
      this.#tools.selection.size > 0
        ? texts.plane.selected(this.#tools.selection.size)
        : texts.plane.hint[this.lab.view.value.tool];
    return html`
      <p class="readout">
        ${
          at && this.#tools.selection.size === 0
            ? html`<span class="number coordinate">${at.across}</span><span class="number coordinate">${at.up}</span>
                <span class="number answer">${at.answer}</span>`
            : html`<span class="hint">${hint}</span>`
        }
      </p>
      <div class="below">
        <lab-plane-legend .lab=${this.lab}></lab-plane-legend>
        ${row === undefined ? nothing : html`<p class="point">${this.#rowWords(row)}</p>`}
      </div>
    `;
  }

  #rowWords(row: number): string {
    return pointWords(row, this.lab.description.value, this.lab.frame.value.predictions);
  }

  #wordsAt(place: Place): string {
    const { across, up, answer } = readoutAt(this.plot, place, this.#reading, this.#field);
    const row = this.#tools.nearest(place, true);
    return [texts.plane.said.at(across, up, answer), row === undefined ? "" : this.#rowWords(row)].join(" ");
  }

  /* ── drawing ──────────────────────────────────────────────────────────────────────────────── */

  protected override firstUpdated(): void {
    this.#screen.measure(this.renderRoot.querySelector(".figure")!);
  }

  protected override updated(): void {
    const width = this.#width;
    const height = this.#height;
    if (!this.#screen.visible || this.#screen.width === 0) return;
    this.#place(width, height);
    this.#requestFrames();
    const { space, columns, table } = this.plot;
    const colours = palette(this);
    const frameOf = [colours, width, height, this.#screen.density];
    const field = this.#field;
    if (this.#changes.seen("field", field, this.#reading, ...frameOf))
      this.#draw("answers", field && ((on) => drawField(on, field, this.#reading, colours, space)));
    const { dataVersion } = this.lab.description.value;
    if (this.#changes.seen("points", dataVersion, this.#reading, ...space.x, ...space.y, ...columns, ...frameOf))
      this.#draw("points", (on) => drawPointsLayer(on, this.plot, this.#reading, colours, this.#screen.density));
    if (
      !this.#ringsRest() &&
      this.#changes.seen("rings", this.#mistakes, table.values, ...space.x, ...space.y, ...columns, ...frameOf)
    )
      this.#draw(
        "mistakes",
        this.#mistakes.length > 0 && ((on) => drawMistakes(on, this.plot, this.#mistakes, colours)),
      );
    const lit = this.#lit;
    const { row, tool, rectangle, crosshair } = lit;
    const dark = lit.selection.size === 0 && !(row !== undefined || tool?.radius || rectangle || crosshair);
    const parts = [row, lit.selection, rectangle, tool?.at, tool?.radius, crosshair];
    if (this.#changes.seen("lit", table.values, ...parts, ...space.x, ...space.y, ...columns, ...frameOf))
      this.#draw("lit", !dark && ((on) => drawLit(on, this.plot, lit, colours)));
  }

  /** Rings around a crowd take their time to draw: while it trains they follow four times a second. */
  #ringsRest(): boolean {
    const now = performance.now();
    const training = this.lab.frame.value.status === "training";
    if (training && this.plot.table.targets.length > crowd && now - this.#ringsDrawn < ringsRestFor) return true;
    this.#ringsDrawn = now;
    return false;
  }

  #place(width: number, height: number): void {
    const { style } = this.renderRoot.querySelector<HTMLElement>(".picture")!;
    if (!this.#changes.seen("place", width, height)) return;
    Object.assign(style, {
      left: `${margin.left}px`,
      top: `${margin.top}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
  }

  /** Draws a layer, or clears it. One that has held nothing yet stays without a bitmap. */
  #draw(layer: string, draw: ((on: CanvasRenderingContext2D) => void) | false | undefined): void {
    if (!draw && !this.#drawn.has(layer)) return;
    this.#drawn.add(layer);
    const canvas = this.renderRoot.querySelector<HTMLCanvasElement>(`canvas.${layer}`)!;
    const context = canvas.getContext("2d")!;
    fitCanvas(canvas, context, this.#width, this.#height);
    if (draw) draw(context);
    else context.clearRect(0, 0, this.#width, this.#height);
  }

  get #lit(): Lit {
    const pointed = this.lab.pointed.value;
    return {
      row: pointed?.kind === "row" ? pointed.row : undefined,
      selection: this.#tools.selection,
      rectangle: this.#tools.rectangle,
      tool: this.hover && { at: this.hover, radius: this.#tools.radius },
      crosshair: this.#keys.crosshair,
    };
  }

  /* ── what is needed of a frame ────────────────────────────────────────────────────────────── */

  #requestFrames(): void {
    const description = this.lab.description.value;
    const { space, columns, table } = this.plot;
    const training = this.lab.frame.value.status === "training";
    const when = !this.#field ? "first" : training ? "moving" : "still";
    const [width, height] = fieldSize(space, this.#screen.density, description.parameterCount, when);
    const held = heldValues(this.lab.view.value, description);
    for (const column of columns) held[column] = 0;
    const predictions = table.targets.length <= mostPoints || !training;
    const key = [space.x, space.y, columns, width, height, held, predictions].join("|");
    if (key === this.#wanted) return;
    // The outer cells' centres lie on the picture's edge, so that the boundary reaches it.
    const [x, y] = [outward(space.x, width), outward(space.y, height)];
    this.#want(key, { field: { columns, x, y, held, width, height }, ...(predictions ? { predictions } : {}) });
    this.#wantedSize = [width, height];
  }

  #want(key: string | undefined, request?: Parameters<Lab["want"]>[1]): void {
    this.#wanted = key ?? "";
    this.lab.want(this, request);
  }

  /* ── hands ────────────────────────────────────────────────────────────────────────────────── */

  #placeOf(event: PointerEvent): Place {
    const { left, top } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  }

  #pressed(event: PointerEvent): void {
    if (event.button !== 0) return;
    const picture = event.currentTarget as HTMLElement;
    picture.setPointerCapture(event.pointerId);
    this.#keys.crosshair = undefined;
    this.hover = this.#placeOf(event);
    this.#tools.press(this.hover, event.pointerType === "touch");
    this.requestUpdate();
  }

  #moved(event: PointerEvent): void {
    this.hover = this.#placeOf(event);
    if (!this.#tools.busy || event.buttons === 0) return;
    const { left, top } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const moves = event.getCoalescedEvents?.() ?? [];
    for (const move of moves.length > 0 ? moves : [event]) this.#tools.drag([move.clientX - left, move.clientY - top]);
  }

  #released(event: PointerEvent): void {
    this.#tools.release();
    if (event.pointerType === "touch") this.hover = undefined;
    this.requestUpdate();
  }

  #left(): void {
    this.hover = undefined;
  }

  #keyed(event: KeyboardEvent): void {
    const said = this.#keys.press(event);
    if (said === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.hover = undefined;
    this.said = said;
    this.requestUpdate();
  }

  #blurred(): void {
    if (!this.#keys.crosshair) return;
    this.#tools.release();
    this.#keys.crosshair = undefined;
    this.requestUpdate();
  }

  #recolour(target: number): void {
    void this.#tools.retarget([...this.#tools.selection], target);
  }
}

function outward([low, high]: readonly [number, number], cells: number): [number, number] {
  const half = (high - low) / (cells - 1) / 2;
  return [low - half, high + half];
}
