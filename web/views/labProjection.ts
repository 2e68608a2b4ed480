/** The Projection instrument: the training points seen along w, along Fisher's direction, or along one turned by hand. */
import { SignalWatcher } from "@lit-labs/preact-signals";
import { css, html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ValueEvent } from "../app/controls";
import { formatCount, formatNumber } from "../app/numbers";
import { base } from "../app/styles";
import type { Discriminant, DiscriminantSide } from "../engine/protocol";
import type { Lab } from "../state/lab";
import * as texts from "../texts";
import { instrument } from "./instrumentStyles";
import { OnScreen } from "./onScreen";
import { drawable } from "./patternPicture";
import { type Curve, directionPicture, histogramPicture, side } from "./projectionPicture";

const bins = 32;
const degrees = 180 / Math.PI;

@customElement("lab-projection")
export class LabProjection extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    instrument,
    css`
      .instrument { grid-template-columns: minmax(0, 1fr) auto 272px; }
      .middle, .half { stroke: var(--ink); stroke-width: 1.4; stroke-dasharray: 5 4; }
      .half { stroke: var(--cost); }
      .sigmoid { fill: none; stroke: var(--cost); stroke-width: 2; }
      figure { margin: 0; width: 200px; }
      figure svg { display: block; width: 100%; background: var(--well); border-radius: var(--radius-s); }
      figcaption { margin-top: 4px; color: var(--ink-2); font-size: var(--text-xs); line-height: 1.3; }
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
  /** Turned by hand, in radians from the first feature; absent: along w. */
  @state() private angle?: number;

  private wanted = "";
  private readonly screen = new OnScreen(this, () => {
    this.wanted = "";
    this.lab.want(this, undefined);
  });

  override render() {
    const { discriminant } = this.lab.frame.value;
    const words = texts.projection;
    if (!discriminant)
      return html`<div class="shown"><p class="note">${this.possible ? nothing : words.none}</p></div>`;
    return html`<div class="instrument shown">${this.histogram(discriminant)} ${this.picture(discriminant)} ${this.side(discriminant)}</div>`;
  }

  /** Whether the model and the points are such that there is anything to see. */
  private get possible(): boolean {
    const { layers, table } = this.lab.description.value;
    return layers.length === 1 && table.classes?.length === 2;
  }

  private histogram(discriminant: Discriminant): TemplateResult {
    const curve = this.angle === undefined ? this.curve(discriminant.here) : undefined;
    const caption = curve ? texts.projection.withSigmoid : texts.projection.histogram;
    const { width, height } = this.screen;
    const area = { left: 44, top: 24, width: Math.max(40, width - 56), height: Math.max(40, height - 56) };
    const names = { z: "z", count: texts.projection.count };
    return html`<div class="plot" role="img" aria-label=${caption}>
      <svg>${width > 0 ? svg`${histogramPicture(discriminant, area, names, curve)}` : nothing}</svg></div>`;
  }

  /** What the model's sigmoid says along its own w. */
  private curve({ direction }: DiscriminantSide): Curve | undefined {
    const { layers } = this.lab.description.value;
    const { answer } = this.lab.frame.value;
    if (layers[0].activation !== "sigmoid" || layers[0].neurons !== 1 || !answer) return undefined;
    const slope = direction.reduce((sum, u, k) => sum + u * answer[k], 0);
    return slope === 0 ? undefined : { slope, offset: answer[layers[0].biases] };
  }

  private picture({ here }: Discriminant): TemplateResult | typeof nothing {
    const { description } = this.lab;
    if (!drawable(description.value)) return nothing;
    const caption = texts.projection.picture;
    return html`<figure><svg viewBox="0 0 ${side} ${side}" role="img" aria-label=${caption}>
      ${svg`${directionPicture(description.value, here.direction)}`}</svg><figcaption>${caption}</figcaption></figure>`;
  }

  private side(discriminant: Discriminant): TemplateResult {
    const words = texts.projection;
    const { here, optimum, count, singular } = discriminant;
    const row = (name: string, value: (side: DiscriminantSide) => string) =>
      html`<tr><th scope="row">${name}</th><td>${value(here)}</td><td>${value(optimum)}</td></tr>`;
    return html`<div class="side">
      ${here.direction.length === 2 ? this.turning(discriminant) : nothing}
      <table>
        <thead><tr><td></td><th scope="col">${words.here}</th><th scope="col">${words.best}</th></tr></thead>
        <tbody>
          ${row(words.rows.ratio, ({ scatterRatio }) => formatNumber(scatterRatio))}
          ${row(words.rows.right, ({ right }) => `${formatCount(right)} / ${formatCount(count)}`)}
          ${here.direction.length === 2 ? row(words.rows.angle, (one) => `${formatNumber(angleOf(one), { digits: 1 })}°`) : nothing}
        </tbody>
      </table>
      ${this.likelihood()}
      ${singular ? html`<p class="note">${words.singular}</p>` : nothing}
      <p class="note">${words.ratioNote}</p>
      <p class="note">${this.angle === undefined && this.curve(here) ? words.withSigmoid : words.histogram}</p>
    </div>`;
  }

  private turning({ here, optimum }: Discriminant): TemplateResult {
    const words = texts.projection;
    const shown = Number((this.angle === undefined ? angleOf(here) : this.angle * degrees).toFixed(1));
    return html`
      <lab-number .label=${words.angle} .value=${shown} .low=${-180} .high=${180} .step=${0.5} .unit=${"°"}
        @change=${({ detail }: ValueEvent<number>) => this.turn(detail / degrees)}></lab-number>
      <div class="controls">
        <button class="button small" aria-pressed=${this.angle === undefined ? "true" : "false"} @click=${() => this.turn(undefined)}>${words.ofWeights}</button>
        <button class="button small" @click=${() => this.turn(angleOf(optimum) / degrees)}>${words.ofFisher}</button>
      </div>`;
  }

  private likelihood(): TemplateResult | typeof nothing {
    const { spec } = this.lab.description.value;
    const { train } = this.lab.frame.value;
    const words = texts.projection;
    if (spec.cost.error !== "crossEntropy") return nothing;
    const unbounded = train.right === train.count && spec.cost.l1 === 0 && spec.cost.l2 === 0;
    return html`<p title=${words.likelihoodNote}>${words.likelihood} <b class="number">${formatNumber(-train.error * train.count)}</b></p>
      ${unbounded ? html`<p class="note">${words.separated}</p>` : nothing}`;
  }

  private turn(angle: number | undefined): void {
    this.angle = angle;
  }

  protected override updated(): void {
    this.screen.measure(this.renderRoot.querySelector(".plot") ?? this.renderRoot.querySelector(".shown")!);
    const { angle } = this;
    const wanted = this.screen.visible && this.possible ? `${angle}` : "";
    if (wanted === this.wanted) return;
    this.wanted = wanted;
    const direction = angle === undefined ? {} : { direction: [Math.cos(angle), Math.sin(angle)] };
    this.lab.want(this, wanted ? { discriminant: { bins, ...direction }, answer: true } : undefined);
  }
}

/** In degrees from the first feature, in (−180, 180]. */
const angleOf = ({ direction }: DiscriminantSide) => Math.atan2(direction[1], direction[0]) * degrees;
