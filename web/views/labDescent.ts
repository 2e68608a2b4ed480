/** The Descent instrument: this network's cost over two of its parameters, the others held, and the path walked on it. */
import { SignalWatcher } from "@lit-labs/preact-signals";
import { css, html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { icons } from "../controls/icons";
import { formatNumber } from "../controls/numbers";
import { base } from "../controls/styles";
import type { FrameRequest, Surface } from "../engine/protocol";
import type { Lab } from "../state/lab";
import * as texts from "../texts";
import { type Axis, axes, linearTicks, type PlotArea } from "./axes";
import type { Range } from "./costRange";
import { bandColours } from "./descentContours";
import { descentLegend } from "./descentLegend";
import { costAt } from "./descentLevels";
import { DescentLook } from "./descentLook";
import { type Pair, parameterChoice, steepestPair, validPair } from "./descentPair";
import { drawDescent } from "./descentPicture";
import { descentReadout, descentWords, pointReading } from "./descentReadout";
import { askable, type WeightPoint, type WeightWindow } from "./descentWindow";
import { fitCanvas } from "./fitCanvas";
import { instrument } from "./instrumentStyles";
import { OnScreen } from "./onScreen";
import { PaletteWatcher, palette } from "./palette";
import { PanZoom } from "./panZoom";
import { parameterName } from "./parameterName";
import { surfaceSize } from "./surfaceSize";

const margin = { left: 58, top: 26, right: 84, bottom: 26 };
const zoomStep = 1.5;
const mostHeld = 3; // named in words
const stillness = matchMedia("(prefers-reduced-motion: reduce)");

@customElement("lab-descent")
export class LabDescent extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    instrument,
    css`
      .plot { touch-action: none; cursor: grab; }
      .plot.put { cursor: crosshair; }
      .axis { display: flex; flex: 1 1 0; min-width: 0; gap: 6px; align-items: center; color: var(--ink-2); font-size: var(--text-s); }
      .axis .field { flex: 1; font-family: var(--serif); min-width: 0; font-size: var(--text-l); }
      .legend .frame { fill: none; stroke: var(--line-strong); }
      .legend .now { fill: var(--ink); }
      .lit { background: var(--point); color: #1c1f23; }
      .cannot { position: absolute; inset: 12% 8%; display: grid; place-items: center; text-align: center; }
      .formula { font-family: var(--serif); white-space: nowrap; }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;
  @state() private pointer?: WeightPoint;
  @state() private putting = false;
  /** Read out when the keys have moved the pointer. */
  @state() private spoken = "";

  readonly #look = new DescentLook();
  #chosen?: { shape: string; pair: Pair };
  #wanted = "";
  #gestures?: PanZoom;
  #easing = false;
  readonly #screen = new OnScreen(this, () => {
    this.#wanted = "";
    this.lab.want(this, undefined);
  });

  constructor() {
    super();
    new PaletteWatcher(this);
  }

  /* ── what is seen ─────────────────────────────────────────────────────────────────────────── */

  protected override willUpdate(): void {
    const surface = this.#surface;
    if (!surface || this.#screen.width === 0) return;
    const key = `${this.#pair}/${this.#shape}`;
    this.#look.update(surface, this.#area, key, this.lab.frame.value.rate, stillness.matches);
  }

  override render() {
    const pair = this.#pair;
    const surface = this.#surface;
    return html`
      <div class="instrument">
        ${this.#plot(surface)}
        <div class="side">
          ${pair ? this.#pairControls(pair) : nothing}
          ${this.#viewControls()}
          ${surface && pair ? descentReadout(this.lab, pair, surface, this.pointer, this.#look.window) : nothing}
          ${surface ? descentWords(surface, this.#look.factor, !!this.#look.bands?.notFinite, this.#held) : nothing}
        </div>
        <div class="visually-hidden" aria-live="polite">${this.spoken}</div>
      </div>
    `;
  }

  #pairControls(pair: Pair) {
    const { layers } = this.lab.description.value;
    return html`
      <div class="controls" title=${this.lab.view.value.descentPair ? nothing : texts.descent.chosen}>
        ${parameterChoice(texts.descent.across, layers, pair[0], (index) => this.#choose(0, index))}
        ${parameterChoice(texts.descent.up, layers, pair[1], (index) => this.#choose(1, index))}
      </div>
    `;
  }

  #viewControls() {
    const { zoomIn, zoomOut, fit, fitTitle, put, putTitle } = texts.descent;
    const zoomButton = (name: string, factor: number, icon: TemplateResult) => html`
      <button class="button small icon" aria-label=${name} title=${name} @click=${() => this.#zoom(factor)}>${icon}</button>`;
    return html`
      <div class="controls">
        ${zoomButton(zoomOut, 1 / zoomStep, icons.minus)} ${zoomButton(zoomIn, zoomStep, icons.plus)}
        <button class="button small" title=${fitTitle} aria-pressed=${String(this.#look.follows)} @click=${this.#fit}>${fit}</button>
        <button class="button small" title=${putTitle} aria-pressed=${String(this.putting)} @click=${this.#togglePutting}>${put}</button>
      </div>
    `;
  }

  #plot(surface: Surface | undefined) {
    const [across, up] = this.#names;
    const cannot = !surface && this.lab.frame.value.stop?.kind === "notFinite";
    return html`
      <div class=${this.putting ? "plot put" : "plot"} tabindex="0" role="application" aria-label=${texts.descent.plot(across, up)}
        @keydown=${this.#keyed} @blur=${this.#unpoint}>
        <canvas aria-hidden="true"></canvas>
        <svg aria-hidden="true">${surface && this.#look.shown ? this.#frame(surface) : svg``}</svg>
        ${cannot ? html`<div class="cannot"><p class="error">${texts.descent.hereNotFinite}</p></div>` : nothing}
      </div>
    `;
  }

  #frame(surface: Surface) {
    const area = this.#area;
    const { x, y } = this.#look.shown!;
    const { toPixels } = this.#look;
    const axis = (name: string, range: Range, at: (value: number) => number, length: number): Axis => ({
      name,
      ticks: linearTicks(...range, Math.max(3, Math.floor(length / 56))),
      at,
    });
    const [across, up] = this.#names;
    const bar = { left: area.left + area.width + 20, top: area.top, width: 14, height: area.height };
    const fills = this.#fills;
    return svg`
      ${axes(area, axis(across, x, toPixels.x, area.width), axis(up, y, toPixels.y, area.height))}
      ${descentLegend(bar, texts.descent.cost, this.#look.bands?.levels ?? [], fills, surface.here.cost)}`;
  }

  protected override updated(): void {
    const plot = this.renderRoot.querySelector<HTMLElement>(".plot")!;
    this.#screen.measure(plot);
    this.#gestures ??= this.#listen(plot);
    this.#ask();
    if (this.#screen.visible && this.#screen.width > 0) this.#draw();
    if (this.#look.shown !== this.#look.window) this.#ease();
  }

  #ease(): void {
    if (this.#easing) return;
    this.#easing = true;
    requestAnimationFrame(() => {
      this.#easing = false;
      if (this.#look.ease()) this.requestUpdate();
    });
  }

  #listen(plot: HTMLElement): PanZoom {
    return new PanZoom(plot, {
      hovered: (at) => {
        this.pointer = at && this.#look.inside(at) ? this.#look.weightsAt(at) : undefined;
      },
      panned: (by) => {
        this.#look.pan(by);
        this.requestUpdate();
      },
      zoomed: (factor, about) => this.#zoom(factor, this.#look.weightsAt(about)),
      clicked: (at, event) => {
        if ((this.putting || event.shiftKey) && this.#look.inside(at)) void this.#put(this.#look.weightsAt(at));
      },
    });
  }

  #draw(): void {
    const canvas = this.renderRoot.querySelector("canvas")!;
    const context = canvas.getContext("2d")!;
    const { width, height } = this.#screen;
    fitCanvas(canvas, context, width, height);
    context.clearRect(0, 0, width, height);
    if (!this.#look.bands || !this.#look.shown) return;
    drawDescent(
      context,
      {
        area: this.#area,
        bands: this.#look.bands,
        fills: this.#fills,
        toPixels: this.#look.toPixels,
        arrow: this.#look.perUnit() * this.lab.frame.value.rate * this.#look.factor,
        pointer: this.pointer,
        words: { start: texts.descent.start },
      },
      palette(this),
    );
  }

  /* ── the surface and its window ───────────────────────────────────────────────────────────── */

  /** The pair that the person chose, or the steepest one, kept while the network keeps its shape. */
  get #pair(): Pair | undefined {
    const { layers, parameterCount } = this.lab.description.value;
    const given = validPair(this.lab.view.value.descentPair, parameterCount);
    if (given) return given;
    const { gradient } = this.lab.frame.value;
    if (this.#chosen?.shape !== this.#shape) {
      if (gradient?.length !== parameterCount) return undefined;
      this.#chosen = { shape: this.#shape, pair: steepestPair(layers, gradient) };
    }
    return this.#chosen.pair;
  }

  /** Of the network: another one has other parameters. */
  get #shape(): string {
    return this.lab.description.value.layers.map(({ inputs, neurons }) => `${inputs}-${neurons}`).join();
  }

  get #names(): [string, string] {
    const { layers } = this.lab.description.value;
    return (this.#pair ?? []).map((index) => parameterName(layers, index)) as [string, string];
  }

  /** The weights and biases that stay as they are in the picture, with their numbers; nothing where they are many. */
  get #held(): string {
    const { layers, parameterCount } = this.lab.description.value;
    const { parameters } = this.lab.frame.value;
    if (parameterCount > mostHeld + 2 || parameters?.length !== parameterCount) return "";
    const names = [...parameters.keys()].filter((index) => !this.#pair?.includes(index));
    return names.map((index) => `${parameterName(layers, index)} = ${formatNumber(parameters[index])}`).join(", ");
  }

  /** The frame's, if it is over the pair chosen. */
  get #surface(): Surface | undefined {
    const { surface } = this.lab.frame.value;
    const pair = this.#pair;
    return surface && pair && surface.across === pair[0] && surface.up === pair[1] ? surface : undefined;
  }

  #ask(): void {
    const pair = this.#pair;
    const request: FrameRequest | undefined = !this.#screen.visible
      ? undefined
      : pair
        ? {
            surface: { across: pair[0], up: pair[1], ...askable(this.#look.window), size: this.#size },
            parameters: true,
          }
        : { gradient: true };
    const wanted = JSON.stringify(request ?? "");
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.lab.want(this, request);
  }

  get #size(): number {
    const { table, parameterCount } = this.lab.description.value;
    return surfaceSize(this.lab.frame.value.status === "training", table.targets.length, parameterCount);
  }

  #zoom(factor: number, about?: WeightPoint): void {
    this.#look.zoom(factor, about ?? this.#surface?.here);
    this.requestUpdate();
  }

  readonly #togglePutting = (): void => {
    this.putting = !this.putting;
  };

  readonly #unpoint = (): void => {
    this.pointer = undefined;
  };

  readonly #fit = (): void => {
    this.#look.fit();
    this.requestUpdate();
  };

  /* ── places ───────────────────────────────────────────────────────────────────────────────── */

  get #area(): PlotArea {
    return {
      left: margin.left,
      top: margin.top,
      width: Math.max(1, this.#screen.width - margin.left - margin.right),
      height: Math.max(1, this.#screen.height - margin.top - margin.bottom),
    };
  }

  get #fills(): string[] {
    return bandColours(this.#look.bands?.levels.length ?? 0, palette(this));
  }

  /* ── actions ──────────────────────────────────────────────────────────────────────────────── */

  #choose(axis: 0 | 1, index: number): void {
    const pair = [...this.#pair!] as Pair;
    if (pair[1 - axis] === index) pair.reverse();
    else pair[axis] = index;
    this.lab.show({ descentPair: pair });
  }

  /** Sets the two parameters: one step of undo. */
  async #put(at: WeightPoint): Promise<void> {
    const [across, up] = this.#pair!;
    const { x, y } = pointReading(at, this.#look.window!);
    await this.lab.change({ kind: "parameter", index: across, value: x });
    await this.lab.change({ kind: "parameter", index: up, value: y }, true);
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#surface || !this.#look.window) return;
    const { x, y } = this.#look.window;
    const far = (event.shiftKey ? 0.1 : 0.02) * (y[1] - y[0]);
    const at = this.pointer ?? this.#surface.here;
    const moves: Record<string, WeightPoint> = {
      ArrowLeft: { x: at.x - far, y: at.y },
      ArrowRight: { x: at.x + far, y: at.y },
      ArrowDown: { x: at.x, y: at.y - far },
      ArrowUp: { x: at.x, y: at.y + far },
    };
    if (event.key in moves) this.#pointAt(moves[event.key], { x, y });
    else if (event.key === "+" || event.key === "=") this.#zoom(zoomStep);
    else if (event.key === "-") this.#zoom(1 / zoomStep);
    else if (event.key === "Enter" && this.pointer) void this.#put(this.pointer);
    else if (event.key === "Escape" && this.pointer) this.pointer = undefined;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #pointAt(to: WeightPoint, { x, y }: WeightWindow): void {
    const within = ([low, high]: Range, value: number) => Math.min(high, Math.max(low, value));
    this.pointer = { x: within(x, to.x), y: within(y, to.y) };
    const reading = pointReading(this.pointer, this.#look.window!);
    const [across, up] = this.#names;
    const cost = costAt(this.#surface!, this.pointer.x, this.pointer.y);
    this.spoken = texts.descent.reading(across, reading.xText, up, reading.yText, reading.cost(cost));
  }
}
