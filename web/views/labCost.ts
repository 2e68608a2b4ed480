/** The Cost instrument: training and test cost, or accuracy, against epochs. Dragging along it goes to a step. */
import { SignalWatcher } from "@lit-labs/preact-signals";
import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import "../controls/labSegments";
import { formatPercent } from "../controls/numbers";
import { base } from "../controls/styles";
import type { ExperimentDocument } from "../engine/protocol";
import { Drags } from "../state/drags";
import type { Lab } from "../state/lab";
import * as texts from "../texts";
import { type Axis, axes, linearTicks, logTicks, type PlotArea } from "./axes";
import { type CostCurve, costCurve, gapsOf, nearestEntry, type OtherCost, type Quantity, stepAt } from "./costCurve";
import { type JournalMark, journalMarks } from "./costJournal";
import { journalText } from "./costJournalText";
import { drawCost } from "./costPlot";
import { epochRange, type Range, valueRange } from "./costRange";
import { costReadout, type Reading, readingAt, readingNow, readingText } from "./costReadout";
import { fitCanvas } from "./fitCanvas";
import { instrument } from "./instrumentStyles";
import { OnScreen } from "./onScreen";
import { optionsOf } from "./optionsOf";
import { PaletteWatcher, palette } from "./palette";
import { linearScale, logScale } from "./scales";

const margin = { left: 56, top: 26, right: 28, bottom: 26 }; // right: half of "1,000,000"
const markReach = 8; // pixels from a mark that still point at it
const quantities = optionsOf(texts.cost.quantities);
const scales = optionsOf(texts.cost.scales);

const noCurve: CostCurve = {
  steps: new Float64Array(),
  epochs: new Float64Array(),
  train: new Float64Array(),
  test: new Float64Array(),
};

@customElement("lab-cost")
export class LabCost extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    instrument,
    css`
      .plot { touch-action: pan-y; cursor: crosshair; }
      .empty { position: absolute; inset: 0 0 10% 56px; display: grid; place-items: center; text-align: center; padding: var(--space-4); }
      .empty p { max-width: 36ch; }
      .when { display: flex; gap: var(--space-3); align-items: baseline; font-size: var(--text-s); color: var(--ink-2); }
      .when b { color: var(--ink); font-weight: 600; flex: 1; }
      .when .number { display: inline-block; min-width: 3.2em; color: var(--ink); font-size: var(--text-l); }
      .sample { display: inline-block; width: 22px; margin-left: 6px; vertical-align: middle; border-top: 2px solid var(--curve); }
      .sample.test { border-top-style: dashed; }
      .sample.other { border-top-color: var(--ink); }
      :host { --curve: var(--cost); }
      :host([quantity="accuracy"]) { --curve: var(--ink); }
      .note { min-height: 2.8em; }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;
  /** Pointed at, by pointer or keys: a place that stays while the history is thinned. */
  @state() private pointedEpoch?: number;
  @state() private mark?: JournalMark;

  readonly #screen = new OnScreen(this, () => this.lab.want(this, undefined));
  readonly #seeks = new Drags<"step", number>(async (_, step) => {
    await this.lab.seek(step);
    return true;
  });
  #wanting = false;
  #curve = noCurve;
  #marks: JournalMark[] = [];
  /** What `marks` were made from. */
  #marked?: { document: ExperimentDocument; entries: number };

  constructor() {
    super();
    new PaletteWatcher(this);
  }

  override render() {
    const frame = this.lab.frame.value;
    const { document, layers, table, spec } = this.lab.description.value;
    const quantity = this.#quantity;
    this.#curve = frame.curves ? costCurve(frame, frame.curves, quantity, this.#other) : noCurve;
    if (this.#marked?.document !== document || this.#marked.entries !== this.#curve.steps.length) {
      this.#marked = { document, entries: this.#curve.steps.length };
      this.#marks = journalMarks(document, layers, this.#curve);
    }
    const penalised = spec.cost.l1 > 0 || spec.cost.l2 > 0;
    const entry = this.#entry;
    const reading =
      entry === undefined ? readingNow(frame, penalised) : readingAt(frame, penalised, this.#curve, entry);
    return html`
      <div class="instrument">
        ${this.#plot(reading)}
        <div class="side">
          <div class="controls">
            ${
              table.classes
                ? html`<lab-segments small .label=${texts.cost.shown} .value=${quantity} .options=${quantities}
                    @change=${(event: CustomEvent<Quantity>) => this.lab.show({ curve: event.detail })}></lab-segments>`
                : nothing
            }
            ${
              quantity === "cost"
                ? html`<lab-segments small .label=${texts.cost.scale} .value=${this.lab.view.value.costScale}
                    .options=${scales}
                    @change=${(event: CustomEvent<"linear" | "log">) => this.lab.show({ costScale: event.detail })}></lab-segments>`
                : nothing
            }
          </div>
          ${costReadout(reading, entry !== undefined, this.#other)}
          <p class="note">${this.#note()}</p>
        </div>
      </div>
    `;
  }

  #plot(reading: Reading) {
    const { across, up } = this.#scales();
    const frame = this.lab.frame.value;
    return html`
      <div class="plot" tabindex="0" role="slider" aria-label=${texts.cost.plot} aria-valuemin="0" aria-valuemax=${frame.furthest}
        aria-valuenow=${reading.step} aria-valuetext=${readingText(reading)}
        @pointerdown=${this.#pressed} @pointermove=${this.#moved} @pointerleave=${this.#left} @keydown=${this.#keyed} @blur=${this.#left}>
        <canvas aria-hidden="true"></canvas>
        <svg aria-hidden="true">${this.#screen.width > 0 ? axes(this.#area, across, up) : svg``}</svg>
        ${frame.furthest === 0 ? html`<div class="empty"><p class="caption">${texts.cost.empty}</p></div>` : nothing}
      </div>
    `;
  }

  #note(): string {
    if (this.mark) return journalText(this.mark);
    const gaps = gapsOf(this.#curve, this.#log);
    if (gaps.notFinite > 0) return texts.cost.gaps.notFinite(gaps.notFinite);
    if (gaps.notPositive > 0) return texts.cost.gaps.notPositive(gaps.notPositive);
    return this.#curve.steps.length > 1 ? texts.cost.hint : "";
  }

  protected override updated(): void {
    this.#screen.measure(this.renderRoot.querySelector(".plot")!);
    if (this.#wanting !== this.#screen.visible) {
      this.#wanting = this.#screen.visible;
      this.lab.want(this, this.#wanting ? { curves: true } : undefined);
    }
    this.setAttribute("quantity", this.#quantity);
    if (this.#screen.visible && this.#screen.width > 0) this.#draw();
  }

  #draw(): void {
    const canvas = this.renderRoot.querySelector("canvas")!;
    const context = canvas.getContext("2d")!;
    fitCanvas(canvas, context, this.#screen.width, this.#screen.height);
    const colours = palette(this);
    const { across, up } = this.#scales();
    drawCost(
      context,
      {
        curve: this.#curve,
        area: this.#area,
        across: across.at,
        up: up.at,
        colour: this.#quantity === "cost" ? colours.cost.css : colours.ink.css,
        presentEpoch: this.lab.frame.value.epoch,
        entry: this.#entry,
        marks: this.#marks,
        mark: this.mark,
      },
      colours,
    );
  }

  /* ── scales ───────────────────────────────────────────────────────────────────────────────── */

  get #quantity(): Quantity {
    return this.lab.description.value.table.classes ? this.lab.view.value.curve : "cost";
  }

  /** The perceptron's other cost: a sum beside the sum that is trained on. */
  get #other(): OtherCost | undefined {
    const { model, cost } = this.lab.description.value.spec;
    if (this.#quantity !== "cost" || model.output !== "step") return undefined;
    return cost.error === "mistakes" ? "soft" : "hard";
  }

  get #log(): boolean {
    return this.#quantity === "cost" && this.lab.view.value.costScale === "log";
  }

  get #area(): PlotArea {
    return {
      left: margin.left,
      top: margin.top,
      width: Math.max(1, this.#screen.width - margin.left - margin.right),
      height: Math.max(1, this.#screen.height - margin.top - margin.bottom),
    };
  }

  #scales(): { across: Axis & { epoch(x: number): number }; up: Axis } {
    const { left, top, width, height } = this.#area;
    const epochs = epochRange(this.#curve);
    const x = linearScale(epochs, [left, left + width]);
    const [low, high] = valueRange(this.#curve, this.#quantity, this.#log);
    const span: Range = [top + height, top];
    const y = this.#log ? logScale([Math.max(low, Number.MIN_VALUE), high], span) : linearScale([low, high], span);
    const percent = (value: number) => formatPercent(value, 0);
    const count = Math.max(2, Math.floor(height / 44));
    return {
      across: {
        name: texts.cost.epoch,
        ticks: linearTicks(...epochs, Math.max(2, Math.floor(width / 80))),
        at: x.at,
        epoch: (pixel) => Math.min(epochs[1], Math.max(0, x.value(pixel))),
      },
      up: {
        name: texts.cost.quantities[this.#quantity].toLowerCase(),
        ticks: this.#log
          ? logTicks(low, high, count)
          : linearTicks(low, high, count, this.#quantity === "accuracy" ? percent : undefined),
        at: y.at,
        grid: true,
      },
    };
  }

  /* ── pointing and seeking ─────────────────────────────────────────────────────────────────── */

  readonly #pressed = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#moved(event);
  };

  readonly #moved = (event: PointerEvent): void => {
    const plot = event.currentTarget as Element;
    const epoch = this.#scales().across.epoch(event.clientX - plot.getBoundingClientRect().left);
    if (plot.hasPointerCapture(event.pointerId)) this.#seekTo(stepAt(this.#curve, epoch));
    this.#point(epoch);
  };

  readonly #left = (): void => {
    this.pointedEpoch = this.mark = undefined;
  };

  /** The recorded step nearest to the place pointed at. */
  get #entry(): number | undefined {
    if (this.pointedEpoch === undefined || this.#curve.steps.length === 0) return undefined;
    return nearestEntry(this.#curve, this.pointedEpoch);
  }

  /** Points at a place, and at the journal's mark near it. */
  #point(epoch: number): void {
    const { at } = this.#scales().across;
    this.pointedEpoch = epoch;
    const near = this.#marks.filter((mark) => Math.abs(at(mark.epoch) - at(epoch)) <= markReach);
    near.sort((one, other) => Math.abs(one.epoch - epoch) - Math.abs(other.epoch - epoch));
    this.mark = near[0];
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const last = this.#curve.steps.length - 1;
    const from = this.#entry ?? nearestEntry(this.#curve, this.lab.frame.value.epoch);
    const far = event.shiftKey ? 10 : 1;
    const to: Record<string, number> = {
      ArrowLeft: from - far,
      ArrowDown: from - far,
      ArrowRight: from + far,
      ArrowUp: from + far,
      PageDown: from - 10,
      PageUp: from + 10,
      Home: 0,
      End: last,
    };
    if (event.key in to && last >= 0) {
      const entry = Math.min(last, Math.max(0, to[event.key]));
      this.#point(this.#curve.epochs[entry]);
    } else if (event.key === "Enter" && this.#entry !== undefined) this.#seekTo(this.#curve.steps[this.#entry]);
    else if (event.key === "Escape" && this.#entry !== undefined) this.#left();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #seekTo(step: number): void {
    void this.#seeks.push("step", Math.min(step, this.lab.frame.value.furthest), true);
  }
}
