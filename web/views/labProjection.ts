/** The Projection instrument: the training points seen along w, along Fisher's direction, or along one turned by hand. */
import { SignalWatcher } from "@lit-labs/preact-signals";
import { css, html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ValueEvent } from "../controls";
import { formatCount, formatNumber } from "../controls/numbers";
import { base } from "../controls/styles";
import type { Discriminant, DiscriminantSide } from "../engine/protocol";
import type { Lab } from "../state/lab";
import * as texts from "../texts";
import { withScripts } from "./formula";
import { instrument } from "./instrumentStyles";
import { OnScreen } from "./onScreen";
import { drawable } from "./patternPicture";
import { angleAt, directionPicture, histogramPicture, type Model, onCurve, side } from "./projectionPicture";

const bins = 32;
const degrees = 180 / Math.PI;
/** With more points none are drawn on the sigmoid. */
const mostScores = 20_000;

@customElement("lab-projection")
export class LabProjection extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    instrument,
    css`
      .instrument { grid-template-columns: minmax(0, 1fr) auto 272px; }
      .plot rect { pointer-events: auto; }
      .middle, .model { stroke: var(--ink); stroke-width: 1.6; }
      .middle { stroke-dasharray: 4 3; }
      .sigmoid { fill: none; stroke: var(--ink); stroke-width: 1.6; }
      .onCurve { stroke: var(--card); stroke-width: 0.8; }
      .sample { display: inline-block; width: 4px; height: 14px; margin-left: 6px; vertical-align: -2px; overflow: visible; }
      figure { width: 200px; }
      figure svg { touch-action: none; cursor: grab; }
      .direction { stroke: var(--ink); stroke-width: 2; }
      .tip { fill: var(--ink); }
      @container (max-width: 759px) {
        .instrument { grid-template: minmax(200px, 1fr) auto auto / minmax(0, 1fr); height: auto; }
        figure { width: min(240px, 100%); }
        .side { overflow: visible; }
      }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;
  /** Turned by hand; absent: along w. */
  @state() private by?: readonly number[];

  #wanted = "";
  readonly #screen = new OnScreen(this, () => {
    this.#wanted = "";
    this.lab.want(this, undefined);
  });

  override render() {
    const { discriminant } = this.lab.frame.value;
    if (!discriminant || !this.#possible)
      return html`<div class="shown"><p class="note">${this.#possible ? nothing : texts.projection.none}</p></div>`;
    const model = this.#model(discriminant.here);
    return html`<div class="instrument shown">${this.#histogram(discriminant, model)} ${this.#picture(discriminant)} ${this.#side(discriminant, model)}</div>`;
  }

  /** Whether the model and the points are such that there is anything to see. */
  get #possible(): boolean {
    const { layers, table } = this.lab.description.value;
    const trains = (of: number) => table.targets.some((target, row) => target === of && !table.test[row]);
    return layers.length === 1 && table.classes?.length === 2 && trains(0) && trains(1);
  }

  #histogram(discriminant: Discriminant, model: Model | undefined): TemplateResult {
    const caption = this.#caption(model);
    const { width, height } = this.#screen;
    const right = model?.sigmoid ? 36 : 12;
    const area = { left: 44, top: 24, width: Math.max(40, width - 44 - right), height: Math.max(40, height - 56) };
    const names = { ...texts.projection.axes, classes: this.lab.description.value.table.classes! };
    return html`<div class="plot" role="img" aria-label=${caption}>
      <svg>${
        width > 0
          ? svg`${histogramPicture(discriminant, area, names, model)}
            ${model?.sigmoid ? onCurve(this.lab.description.value, this.lab.frame.value.scores, model, discriminant, area) : nothing}`
          : nothing
      }</svg></div>`;
  }

  #caption(model: Model | undefined): string {
    const { histogram, withSigmoid } = texts.projection;
    return model?.sigmoid ? withSigmoid(this.lab.description.value.table.classes![1]) : histogram;
  }

  /** What the model makes of z = uᵀx, where u lies along its w: slope · z + offset decides. */
  #model({ direction }: DiscriminantSide): Model | undefined {
    const { layers } = this.lab.description.value;
    const { answer } = this.lab.frame.value;
    const [{ activation, neurons, inputs, biases }] = layers;
    if (this.by || answer?.length !== neurons * (inputs + 1)) return undefined;
    const of = (index: number, apart: number) =>
      neurons === 1 ? answer[index] : answer[index + apart] - answer[index];
    const slope = direction.reduce((sum, u, k) => sum + u * of(k, inputs), 0);
    return slope === 0 ? undefined : { slope, offset: of(biases, 1), sigmoid: /^s(igm|oft)/.test(activation) };
  }

  #picture({ here }: Discriminant): TemplateResult | typeof nothing {
    const { value } = this.lab.description;
    if (!drawable(value)) return nothing;
    const words = texts.projection;
    return html`<figure><svg viewBox="0 0 ${side} ${side}" tabindex="0" role="slider" aria-label=${words.arrow} aria-valuemin="-180" aria-valuemax="180"
      aria-valuenow=${angleOf(here).toFixed(1)} aria-valuetext="${formatNumber(angleOf(here), { digits: 1 })}°"
      @pointerdown=${this.#grasped} @pointermove=${this.#dragged} @keydown=${this.#keyed}>
      ${svg`${directionPicture(value, here.direction)}`}</svg><figcaption>${words.picture(value.table.classes![1])}</figcaption></figure>`;
  }

  #side(discriminant: Discriminant, model: Model | undefined): TemplateResult {
    const words = texts.projection;
    const { here, optimum, count, singular } = discriminant;
    const { train } = this.lab.frame.value;
    const row = (name: unknown, first: string, second = "") =>
      html`<tr><th scope="row">${name}</th><td>${first}</td><td>${second}</td></tr>`;
    const rightly = (right: number) => `${formatCount(right)} / ${formatCount(count)}`;
    const line = (kind: string) =>
      html`<svg class="sample" aria-hidden="true"><line class=${kind} x1="2" x2="2" y2="14"></line></svg>`;
    const angle = (of: DiscriminantSide) => `${formatNumber(angleOf(of), { digits: 1 })}°`;
    return html`<div class="side">
      ${this.#turning(discriminant)}
      <table>
        <thead><tr><td></td><th scope="col">${words.here}</th><th scope="col">${words.best}</th></tr></thead>
        <tbody>
          ${row(words.rows.ratio, formatNumber(here.scatterRatio), formatNumber(optimum.scatterRatio))}
          ${here.direction.length === 2 ? row(words.rows.angle, angle(here), angle(optimum)) : nothing}
          ${row(html`${words.rows.middle}${line("middle")}`, formatNumber(here.threshold), formatNumber(optimum.threshold))}
          ${row(words.rows.right, rightly(here.right), rightly(optimum.right))}
          ${
            model
              ? html`${row(html`${words.rows.model}${line("model")}`, formatNumber(-model.offset / model.slope))}
                ${row(words.rows.right, rightly(train.right ?? 0))}`
              : nothing
          }
        </tbody>
      </table>
      ${this.#likelihood()}
      ${singular ? html`<p class="note">${withScripts(words.singular)}</p>` : nothing}
      ${drawable(this.lab.description.value) ? nothing : html`<p class="note">${texts.pattern.noPicture}</p>`}
      <p class="note">${this.by ? words.byHand : nothing} ${withScripts(words.ratioNote)}</p>
      <p class="note">${this.#caption(model)}</p>
    </div>`;
  }

  #turning({ here, optimum }: Discriminant): TemplateResult {
    const words = texts.projection;
    return html`
      ${
        here.direction.length === 2
          ? html`<lab-number .label=${words.angle} .value=${Number(angleOf(here).toFixed(1))} .low=${-180} .high=${180} .step=${0.5} .unit=${"°"}
        @change=${({ detail }: ValueEvent<number>) => this.#turnTo(detail)}></lab-number>`
          : nothing
      }
      <div class="controls">
        <button class="button small" aria-pressed=${this.by ? "false" : "true"} @click=${() => this.#turn(undefined)}>${words.ofWeights}</button>
        <button class="button small" @click=${() => this.#turn([...optimum.direction])}>${words.ofFisher}</button>
      </div>`;
  }

  #likelihood(): TemplateResult | typeof nothing {
    const { spec } = this.lab.description.value;
    const { train } = this.lab.frame.value;
    const words = texts.projection;
    if (spec.cost.error !== "crossEntropy") return nothing;
    return html`<p title=${words.likelihoodNote}>${words.likelihood} <b class="number">${formatNumber(-train.error * train.count)}</b></p>`;
  }

  /* ── turning u by hand ────────────────────────────────────────────────────────────────────── */

  #turn(by: readonly number[] | undefined): void {
    this.by = by;
  }

  #turnTo(angle: number): void {
    this.#turn([Math.cos(angle / degrees), Math.sin(angle / degrees)]);
  }

  readonly #grasped = (event: PointerEvent): void => {
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#dragged(event);
  };

  readonly #dragged = (event: PointerEvent): void => {
    const picture = event.currentTarget as Element;
    if (!picture.hasPointerCapture(event.pointerId)) return;
    const { left, top, width } = picture.getBoundingClientRect();
    const at = (pixels: number) => (pixels / width) * side;
    this.#turnTo(angleAt(this.lab.description.value, at(event.clientX - left), at(event.clientY - top)) * degrees);
  };

  readonly #keyed = (event: KeyboardEvent): void => {
    const turn = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (!turn || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.#turnTo(angleOf(this.lab.frame.value.discriminant!.here) + turn * (event.shiftKey ? 10 : 1));
  };

  protected override updated(): void {
    this.#screen.measure(this.renderRoot.querySelector(".plot") ?? this.renderRoot.querySelector(".shown")!);
    const { by } = this;
    const { layers, table } = this.lab.description.value;
    if (by && by.length !== layers[0].inputs) this.#turn(undefined);
    const wanted = this.#screen.visible && this.#possible ? `${by}` : "";
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    const request = by
      ? { discriminant: { bins, direction: [...by] } }
      : { discriminant: { bins }, answer: true, scores: table.targets.length <= mostScores };
    this.lab.want(this, wanted ? request : undefined);
  }
}

/** In degrees from the first feature, in (−180, 180]. */
const angleOf = ({ direction }: DiscriminantSide) => {
  const angle = Math.atan2(direction[1], direction[0]) * degrees;
  return Math.abs(angle) < 1e-9 ? 0 : angle; // what rounding leaves of a whole turn
};
