import { SignalWatcher } from "@lit-labs/preact-signals";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { icons } from "../controls/icons";
import { base } from "../controls/styles";
import type { PartialSpec } from "../engine/protocol";
import type { Lesson, Prediction, Section } from "../lessons/lesson";
import type { Lab } from "../state/lab";
import { noLineSeparates } from "../state/pointsVerdict";
import { guardedStorage } from "../state/storage";
import * as texts from "../texts";
import { formula, withScripts } from "../views/formula";

const storageKey = (name: string) => `backprop-lab-chapter-${name}`;

/** What is kept of a chapter: the choice made of each prediction, and the steps that were done. */
interface Kept {
  chosen: Record<number, number>;
  done: number[];
}

/** One chapter: its text, and steps that check themselves against the experiment. Nothing here ever blocks. */
@customElement("lab-lesson")
export class LabLesson extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    css`
      :host { display: block; min-width: 0; overflow-wrap: break-word; }
      h3 { margin: var(--space-4) 0 var(--space-1); font-size: var(--text-l); font-weight: 600; }
      section > p { margin-bottom: var(--space-2); line-height: 1.5; }
      .formula { display: flex; justify-content: space-between; gap: var(--space-2); margin: var(--space-2) 0; padding: 6px var(--space-3); background: var(--well); border-radius: var(--radius-s); font: var(--text-l) / 1.4 var(--serif); overflow-x: auto; }
      .erratum { padding-left: var(--space-3); border-left: 3px solid var(--cost); }
      .starts { display: flex; flex-wrap: wrap; gap: var(--space-1); }
      .box { margin-top: var(--space-3); padding: var(--space-3); background: var(--well); border-radius: var(--radius); line-height: 1.45; }
      .box h3 { margin-top: 0; }
      li + li, .prediction + .prediction { margin-top: var(--space-3); }
      .choices { display: flex; flex-direction: column; align-items: flex-start; gap: var(--space-1); margin-top: 6px; }
      .choices .button { white-space: normal; text-align: left; height: auto; padding-block: 5px; line-height: 1.3; }
      .why { margin-top: 6px; }
      .tries li { display: grid; grid-template-columns: 20px 1fr; gap: 6px; }
      .mark { width: 16px; height: 16px; margin-top: 2px; border: 1.5px solid var(--line-strong); border-radius: 50%; color: transparent; }
      .done .mark { background: var(--ink); border-color: var(--ink); color: var(--card); }
      .mark svg { display: block; width: 100%; height: 100%; }
      .count { font-weight: 400; color: var(--ink-2); font-size: var(--text-s); }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;
  @property() name = "";
  @property({ attribute: false }) lesson!: Lesson;
  @state() private kept: Kept = { chosen: {}, done: [] };

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("name")) this.kept = readKept(this.name);
    const { description, frame, view } = this.lab;
    const bench = {
      description: description.value,
      frame: frame.value,
      view: view.value,
      noLineSeparates: () => noLineSeparates(this.lab),
    };
    const fresh = this.lesson.done.flatMap((done, i) => (!this.kept.done.includes(i) && done(bench) ? [i] : []));
    if (fresh.length > 0) this.#keep({ ...this.kept, done: [...this.kept.done, ...fresh] });
  }

  override render() {
    const { text, starts } = this.lesson;
    const words = texts.chapters;
    return html`
      ${text.sections.map((section) => this.#section(section))}
      <div class="box"><h3>${words.starts}</h3>
        <div class="starts">${text.starts.map((label, i) => html`<button class="button small" @click=${() => this.#begin(starts[i])}>${label}</button>`)}</div></div>
      <div class="box"><h3>${words.predict}</h3>${text.predictions.map((prediction, i) => this.#prediction(prediction, i))}</div>
      <div class="box tries"><h3>${words.tries} <span class="count">${words.doneOf(this.kept.done.length, text.tries.length)}</span></h3>
        <ol>${text.tries.map((what, i) => this.#step(what, this.kept.done.includes(i)))}</ol></div>
    `;
  }

  #section({ heading, text }: Section): TemplateResult {
    return html`<section><h3>${heading}</h3>${text.map((paragraph) => {
      if (paragraph.startsWith("=")) return html`<p class="formula">${formula(paragraph.slice(1))}</p>`;
      if (paragraph.startsWith("!")) return html`<p class="erratum">${withScripts(paragraph.slice(1))}</p>`;
      return html`<p>${withScripts(paragraph)}</p>`;
    })}</section>`;
  }

  #prediction({ question, choices, right, why }: Prediction, i: number): TemplateResult {
    const chosen = this.kept.chosen[i];
    const words = texts.chapters;
    return html`<div class="prediction" role="group" aria-label=${question}><p>${question}</p>
      <div class="choices">${choices.map(
        (choice, c) =>
          html`<button class="button small" aria-pressed=${c === chosen ? "true" : "false"} @click=${() => this.#choose(i, c)}>${choice}</button>`,
      )}</div>
      <p class="why" aria-live="polite">${chosen === undefined ? nothing : html`<b>${chosen === right ? words.right : words.wrong}</b> ${withScripts(why)}`}</p></div>`;
  }

  #step(what: string, done: boolean): TemplateResult {
    return html`<li class=${done ? "done" : ""}><span class="mark" role="img" aria-label=${done ? texts.chapters.done : texts.chapters.notDone}>${icons.check}</span>
      <span>${what}</span></li>`;
  }

  #choose(prediction: number, choice: number): void {
    this.#keep({ ...this.kept, chosen: { ...this.kept.chosen, [prediction]: choice } });
  }

  #begin(spec: PartialSpec): void {
    void this.lab.open({ spec });
  }

  #keep(kept: Kept): void {
    this.kept = kept;
    guardedStorage().write(storageKey(this.name), JSON.stringify(kept));
  }

  /** A wish brings a frame, and a frame an update: so not at each. */
  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has("lesson") || changed.has("lab")) this.lab.want(this, this.lesson.wants);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.lab.want(this, undefined);
  }
}

/** What was kept, if it can be read; a stranger's text counts as nothing. */
function readKept(name: string): Kept {
  const none: Kept = { chosen: {}, done: [] };
  try {
    const { chosen, done } = JSON.parse(guardedStorage().read(storageKey(name)) ?? "null") ?? none;
    const numbers = Array.isArray(done) ? done.filter((i) => Number.isInteger(i)) : [];
    return { chosen: chosen && typeof chosen === "object" ? chosen : {}, done: numbers };
  } catch {
    return none;
  }
}
