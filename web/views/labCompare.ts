/** The Compare instrument: models and learners on the same points, side by side. */
import { SignalWatcher } from "@lit-labs/preact-signals";
import { css, html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import "../controls/labMenu";
import { formatNumber, formatPercent } from "../controls/numbers";
import { base } from "../controls/styles";
import type { Description, FrameRequest, LearnerSpec, Spec } from "../engine/protocol";
import { modelNameOf, modelNames, rulesFor, targetsOf, withModel } from "../state/combinations";
import { Comparison, type Contender, mostContenders } from "../state/comparison";
import type { Lab } from "../state/lab";
import * as texts from "../texts";
import { type Axis, axes, linearTicks, type PlotArea } from "./axes";
import { roundAbove } from "./costRange";
import { fitCanvas } from "./fitCanvas";
import { instrument } from "./instrumentStyles";
import { OnScreen } from "./onScreen";
import { PaletteWatcher, palette } from "./palette";
import { heldValues, planeColumns } from "./planeColumns";
import { drawField, drawPointsLayer } from "./planeLayers";
import { readingOf } from "./planeReading";
import { toShape } from "./planeSpace";
import { planeWindow } from "./planeWindow";

const side = 150; // of a boundary's picture, in CSS pixels
const cells = 96;
/** Told apart without colour: a thick line, a dashed one, a dotted one, a thin one. */
const strokes = [
  { dashes: "", width: 2.4 },
  { dashes: "8 4", width: 1.6 },
  { dashes: "0 5", width: 3 },
  { dashes: "", width: 0.9 },
];
const columnWidth = 150 + 12; // CSS pixels, with the gap
/** The curves of all stand beside the columns where they have so much room, in CSS pixels. */
const roomForCurves = 260;

@customElement("lab-compare")
export class LabCompare extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    instrument,
    css`
      .compare { display: flex; flex-direction: column; gap: var(--space-3); }
      .columns { display: flex; flex-wrap: wrap; gap: var(--space-3); align-items: flex-start; }
      .column { width: 150px; }
      /* Of one height for titles of one line and of two, so that the pictures stand in a row. */
      header { display: grid; grid-template: minmax(32px, auto) 10px / minmax(0, 1fr) auto; align-items: center; }
      header b { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; font-size: var(--text-s); font-weight: 600; line-height: 1.2; }
      header .button { margin-right: -10px; }
      .pictures { position: relative; height: 150px; }
      canvas { position: absolute; width: 100%; height: 100%; border-radius: var(--radius-s); }
      .counts { margin-top: var(--space-2); }
      .counts td, .counts th { padding: 1px 6px 1px 0; }
      .column > svg { margin-top: var(--space-2); }
      .column > svg, figure > svg { overflow: visible; }
      figure > svg { width: auto; background: none; }
      .curve { fill: none; stroke: var(--ink); stroke-linecap: round; stroke-linejoin: round; }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;
  @state() private said = "";
  #comparison?: Comparison;
  #looking = false;
  readonly #screen = new OnScreen(this, () => void this.#comparison?.pause());

  constructor() {
    super();
    new PaletteWatcher(this);
  }

  override render() {
    const words = texts.compare;
    this.#comparison ??= new Comparison(this.lab, (description) => this.#wanted(description));
    const contenders = this.#comparison.contenders.value;
    const kinds = new Set(contenders.map(({ description }) => description.spec.cost.error)).size;
    return html`<div class="compare">
      ${this.#transport(this.#comparison, contenders.length)}
      <p class="note" aria-live="polite">${this.said || (contenders.length < 2 ? words.intro : nothing)}</p>
      ${contenders.length === 0 ? this.#beginning() : nothing}
      <div class="columns">${contenders.map((contender, i) => this.#column(contender, i))}
        ${contenders.length > 0 ? this.#shares(contenders) : nothing}</div>
      ${contenders.length > 1 ? html`<p class="note">${kinds > 1 ? words.ownScales : words.oneScale}</p>` : nothing}
    </div>`;
  }

  #beginning(): TemplateResult | typeof nothing {
    if (!this.lab.description.value.table.classes) return nothing;
    return html`<div><button class="button" @click=${this.#addModels}>${texts.compare.allModels}</button></div>`;
  }

  async #addModels(): Promise<void> {
    const refused: string[] = [];
    for (const name of modelNames) {
      await this.#add(name);
      if (this.said) refused.push(this.said);
    }
    this.said = refused.join(" ");
  }

  #transport(comparison: Comparison, count: number): TemplateResult {
    const words = texts.compare;
    const none = count === 0;
    return html`<div class="controls">
      <lab-menu align="left" .label=${words.add} .items=${this.#offers()} @choose=${(event: CustomEvent<string>) => this.#add(event.detail)}></lab-menu>
      ${
        comparison.training.value
          ? html`<button class="button small" @click=${() => comparison.pause()}>${words.pause}</button>`
          : html`<button class="button small" ?disabled=${none} @click=${() => comparison.trainTogether()}>${words.together}</button>
            <button class="button small" ?disabled=${none} @click=${() => comparison.trainInTurn()}>${words.inTurn}</button>
            <button class="button small" ?disabled=${none} @click=${() => comparison.epoch()}>${words.epoch}</button>`
      }
      <button class="button small" ?disabled=${none} @click=${() => comparison.rewind()}>${words.rewind}</button>
    </div>`;
  }

  /** Models by name, and this experiment with each rule that it knows. */
  #offers(): { value: string; label: string }[] {
    const { spec, table } = this.lab.description.value;
    const words = texts.compare;
    const models = table.classes
      ? modelNames.map((name) => ({ value: name, label: texts.experiment.models[name] }))
      : [];
    const rules = rulesFor(spec, targetsOf(table)).filter((rule) => rule !== spec.learner.rule);
    return [
      { value: "asItIs", label: words.asItIs },
      ...models,
      ...rules.map((rule) => ({ value: `rule:${rule}`, label: words.ruled(words.asItIs, texts.choices[rule]) })),
    ];
  }

  async #add(choice: string): Promise<void> {
    const words = texts.compare;
    const comparison = this.#comparison!;
    if (comparison.contenders.value.length >= mostContenders) {
      this.said = words.full(mostContenders);
      return;
    }
    const present = this.lab.description.value.spec;
    const own = ({ data }: Spec): Spec => ({ ...present, data });
    const rule = /^rule:(.*)$/.exec(choice)?.[1] as LearnerSpec["rule"] | undefined;
    const model = modelNames.find((name) => name === choice);
    const name = texts.experiment.models[model ?? modelNameOf(present)];
    const title = model ? name : words.ruled(name, texts.choices[rule ?? present.learner.rule]);
    const error = await comparison.add(title, (spec) => {
      if (model) return withModel(spec, model, targetsOf(this.lab.description.value.table));
      return rule ? { ...own(spec), learner: { ...present.learner, rule } } : own(spec);
    });
    this.said = error ? words.refused(title, texts.sentence(error)) : "";
  }

  #column(contender: Contender, i: number): TemplateResult {
    const words = texts.compare;
    const { title, frame, description } = contender;
    const row = (name: string, value: string) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`;
    return html`<section class="column" aria-label=${title}>
      <header><b title=${title}>${title}</b>
        <button class="button quiet icon small" aria-label=${words.remove(title)} title=${words.remove(title)} @click=${() => this.#comparison!.remove(contender)}>×</button>
        <svg width="34" height="8" aria-hidden="true"><line class="curve" x1="2" x2="32" y1="4" y2="4" stroke-dasharray=${strokes[i].dashes} stroke-width=${strokes[i].width}></line></svg></header>
      <div class="pictures" role="img" aria-label=${words.picture(title)}><canvas></canvas><canvas></canvas></div>
      <table><tbody>
        ${row(words.rows.epoch, formatNumber(frame.epoch, { digits: 0 }))} ${row(words.rows.cost, formatNumber(frame.train.cost))}
        ${frame.test ? row(words.rows.test, formatNumber(frame.test.cost)) : nothing}
        ${frame.train.accuracy === undefined ? nothing : row(words.rows.right, formatPercent(frame.train.accuracy))}
        ${frame.test?.accuracy === undefined ? nothing : row(words.rows.testRight, formatPercent(frame.test.accuracy))}
      </tbody></table>
      ${this.#counts(contender, description.table.classes)}
      ${this.#costs(contender, i)}
    </section>`;
  }

  #counts({ frame, title }: Contender, classes: string[] | undefined): TemplateResult | typeof nothing {
    const counts = frame.confusion?.train.counts;
    if (!classes || counts?.length !== classes.length ** 2 || classes.length > 6) return nothing;
    return html`<table class="counts" aria-label=${`${title}: ${texts.compare.confusion}`}>
      <thead><tr><td></td>${classes.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${classes.map(
        (name, k) =>
          html`<tr><th scope="row">${name}</th>${classes.map((_, j) => html`<td>${counts[k * classes.length + j]}</td>`)}</tr>`,
      )}</tbody></table>`;
  }

  /** Its cost by epochs. Costs of one kind have one scale; costs of different kinds have none in common. */
  #costs({ title, description }: Contender, i: number): TemplateResult {
    const words = texts.compare;
    const kindOf = (one: Contender) => one.description.spec.cost.error;
    const all = this.#comparison!.contenders.value;
    const { error } = description.spec.cost;
    const alike = all.filter((one) => kindOf(one) === error);
    const costs = alike.flatMap(({ frame }) => [...(frame.curves?.trainCost ?? [])]).filter(Number.isFinite);
    const most = roundAbove(Math.max(...costs, 1e-9));
    const kind = words.costOf(texts.choices[error], error === "perceptron" || error === "mistakes");
    return html`${this.#plot("cost", { left: 40, top: 20, width: 106, height: 66 }, [0, most], words.rows.cost, words.costPlot(title, kind), [i])}
      <p class="note">${kind}</p>`;
  }

  /** How many are right by epochs: the same quantity for all. */
  #shares(contenders: readonly Contender[]): TemplateResult | typeof nothing {
    if (contenders.some(({ frame }) => frame.train.accuracy === undefined)) return nothing;
    const words = texts.compare;
    const beside = this.#screen.width - contenders.length * columnWidth;
    const room = beside >= roomForCurves ? beside : this.#screen.width;
    const area = { left: 66, top: 22, width: Math.max(120, Math.min(430, room - 84)), height: 150 };
    return html`<figure>${this.#plot("share", area, [0, 1], words.share, words.plot, [...contenders.keys()])}
      <figcaption class="note">${words.plot}</figcaption></figure>`;
  }

  /** Curves of these contenders over their epochs. */
  #plot(
    quantity: "cost" | "share",
    area: PlotArea,
    [low, high]: [number, number],
    name: string,
    label: string,
    shown: number[],
  ): TemplateResult {
    const contenders = this.#comparison!.contenders.value;
    const most = Math.max(1, ...contenders.map(({ frame }) => frame.curves?.epochs.at(-1) ?? 0));
    const x = (epoch: number) => area.left + (epoch / most) * area.width;
    const y = (value: number) => area.top + (1 - (value - low) / (high - low)) * area.height;
    const across: Axis = {
      name: shown.length > 1 ? texts.compare.epochs : "",
      ticks: linearTicks(0, most, area.width / 53),
      at: x,
    };
    const up: Axis = { name, ticks: linearTicks(low, high, area.height / 28), at: y, grid: true };
    const path = ({ frame: { curves } }: Contender) => {
      const values = quantity === "cost" ? curves?.trainCost : curves?.trainAccuracy;
      const places = [...(values ?? [])].map((value, i) => [curves!.epochs[i], value]);
      return places
        .filter(([, value]) => Number.isFinite(value))
        .map(([epoch, value], i) => `${i ? "L" : "M"}${x(epoch).toFixed(1)} ${y(value).toFixed(1)}`)
        .join("");
    };
    return html`<svg width=${area.left + area.width} height=${area.top + area.height + 30} role="img" aria-label=${label}>${axes(area, across, up)}
      ${shown.map((i) => svg`<path class="curve" stroke-dasharray=${strokes[i].dashes} stroke-width=${strokes[i].width} d=${path(contenders[i])}></path>`)}</svg>`;
  }

  #wanted(description: Description): FrameRequest {
    const { x, y } = this.#space;
    const columns = planeColumns(this.lab.view.value, description);
    const held = heldValues(this.lab.view.value, description);
    return { field: { columns, x, y, held, width: cells, height: cells }, curves: true, confusion: true };
  }

  get #space() {
    return toShape(planeWindow(this.lab), side, side);
  }

  protected override updated(): void {
    this.#screen.measure(this.renderRoot.querySelector(".compare")!);
    void this.#comparison?.followPoints();
    const contenders = this.#comparison?.contenders.value ?? [];
    const columns = this.renderRoot.querySelectorAll(".column");
    contenders.forEach((contender, i) => {
      this.#draw(columns[i], contender);
    });
    if (this.#comparison?.followed.length && !this.#looking) this.#lookAgain();
  }

  #draw(column: Element, { frame, description }: Contender): void {
    const colours = palette(this);
    const reading = readingOf(description);
    const [fieldCanvas, pointsCanvas] = column.querySelectorAll("canvas");
    const [field, points] = [fieldCanvas.getContext("2d")!, pointsCanvas.getContext("2d")!];
    fitCanvas(fieldCanvas, field, side, side);
    fitCanvas(pointsCanvas, points, side, side);
    if (frame.field)
      drawField(field, { values: frame.field, width: cells, height: cells }, reading, colours, {
        width: side,
        height: side,
      });
    const plot = {
      space: this.#space,
      columns: planeColumns(this.lab.view.value, description),
      table: description.table,
    };
    drawPointsLayer(points, plot, reading, colours, window.devicePixelRatio || 1);
  }

  /** While they train, a look at each animation frame, and not before the last one has come. */
  #lookAgain(): void {
    this.#looking = true;
    requestAnimationFrame(async () => {
      await this.#comparison?.follow();
      this.#looking = false;
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#comparison?.dispose();
    this.#comparison = undefined;
  }
}
