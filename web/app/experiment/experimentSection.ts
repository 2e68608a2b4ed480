import { SignalWatcher } from "@lit-labs/preact-signals";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import type { ValueEvent } from "../../controls";
import { base } from "../../controls/styles";
import type { Description, FieldInfo, Spec } from "../../engine/protocol";
import type { Setting } from "../../state/combinations";
import type { Lab } from "../../state/lab";
import * as texts from "../../texts";
import { sayChanged } from "../../views/setTogether";
import { type FieldEditor, valueAt } from "./fieldEditor";
import { sliderRanges } from "./sliderRanges";

interface NumberOptions {
  label?: string;
  words?: ReadonlyMap<number | null, string>;
}

/** A part of the Experiment panel: controls for fields of the spec, made from the core's table of fields. */
export class ExperimentSection extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    css`
      :host { display: block; }
      h2 {
        margin: 0 0 var(--space-1); font-size: var(--text-s); font-weight: 600; letter-spacing: 0.06em;
        text-transform: uppercase; color: var(--ink-2);
      }
      h3 { margin: var(--space-2) 0 2px; font-size: var(--text-s); font-weight: 600; color: var(--ink-2); }
      .row { display: flex; align-items: center; gap: var(--space-2); }
      .row > lab-number, .row > lab-choice { flex: 1; min-width: 0; }
      .chips { display: flex; flex-wrap: wrap; gap: var(--space-1); }
      .chips .button { font-family: var(--serif); font-size: var(--text-l); }
      .hint { color: var(--ink-2); font-size: var(--text-s); line-height: 1.35; padding: 2px 0; }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;
  @property({ attribute: false }) editor!: FieldEditor;

  #presses: Promise<unknown> = Promise.resolve();

  protected get description(): Description {
    return this.lab.description.value;
  }

  protected get spec(): Spec {
    return this.description.spec;
  }

  protected info(field: string): FieldInfo | undefined {
    return this.lab.fields.get(field);
  }

  protected errorOf(field: string): string {
    const error = this.editor.errors.value.get(field);
    return error ? texts.sentence(error) : "";
  }

  protected number(field: string, { label, words }: NumberOptions = {}): TemplateResult {
    const { type, low, lowOpen, high, restarts } = this.info(field)!;
    const range = sliderRanges[field];
    const [scale, unit] = texts.shares.has(field) ? [100, "%"] : [1, ""];
    const interval =
      texts.intervalInWords(`${lowOpen ? "(" : "["}${low! * scale}, ${high! * scale}]`) + (unit && ` ${unit}`);
    const value = valueAt(this.spec, field) as number | null;
    const shown = value === null ? null : tidy(value * scale);
    return html`<lab-number title=${texts.fieldHints[field] ?? nothing} .label=${label ?? texts.fields[field]} .value=${shown} .low=${range && range.low * scale}
      .high=${range && range.high * scale} .step=${range?.step && tidy(range.step * scale)} .scale=${range?.scale ?? "linear"}
      .integer=${type === "integer"} .unit=${unit} .words=${words ?? new Map()} .allowed=${texts.controls.orWords(interval, words?.values() ?? [])}
      .restarts=${restarts} .error=${this.errorOf(field)}
      @change=${({ detail, merge }: ValueEvent<number | null>) =>
        this.editor.set(field, detail === null ? null : tidy(detail / scale), merge)}></lab-number>`;
  }

  /** @param values   those that go with the rest; all of the field's where left out
   *  @param choose   what to do instead of setting the field */
  protected choice(field: string, values?: readonly string[], choose?: (value: string) => void): TemplateResult {
    const options = (values ?? this.info(field)?.choices ?? []).map((value) => ({
      value,
      label: texts.choices[value] ?? value,
    }));
    return html`<lab-choice title=${texts.fieldHints[field] ?? nothing} .label=${texts.fields[field]} .value=${String(valueAt(this.spec, field))} .options=${options}
      .restarts=${this.info(field)?.restarts ?? false} .error=${this.errorOf(field)}
      @change=${({ detail }: ValueEvent<string>) => (choose ? choose(detail) : this.editor.set(field, detail))}></lab-choice>`;
  }

  protected toggle(field: string): TemplateResult {
    return html`<lab-toggle title=${texts.fieldHints[field] ?? nothing} .label=${texts.fields[field]} .checked=${Boolean(valueAt(this.spec, field))}
      .restarts=${this.info(field)?.restarts ?? false}
      @change=${({ detail }: ValueEvent<boolean>) => this.editor.set(field, detail)}></lab-toggle>`;
  }

  /** A seed, with a die that throws the next one. */
  protected seed(field: string, next: string, icon: unknown): TemplateResult {
    const value = valueAt(this.spec, field) as number;
    return html`<div class="row">${this.number(field, { label: texts.experiment.seed })}<button class="button quiet icon small" aria-label=${next} title=${next}
      @click=${() => this.editor.set(field, value + 1)}>${icon}</button></div>`;
  }

  protected error(field: string): TemplateResult {
    const error = this.errorOf(field);
    return html`<div aria-live="polite">${error ? html`<p class="error">${error}</p>` : nothing}</div>`;
  }

  /** One press after the other: each goes on from what the one before it has made of the spec, however fast they come. */
  protected inTurn(press: () => Promise<void>): void {
    this.#presses = this.#presses.then(press, press);
  }

  /** Sets what was chosen, the last, with what it takes along, and says the latter. */
  protected async setTogether(settings: readonly Setting[]): Promise<void> {
    if (await this.editor.setAll(settings)) sayChanged(this.lab, settings.slice(0, -1));
  }
}

/** Without the last binary digits that a factor of 100 leaves behind. */
const tidy = (value: number) => Number(value.toPrecision(15));
