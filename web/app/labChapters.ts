import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { icons } from "../controls/icons";
import { lessons } from "../lessons";
import type { Lesson } from "../lessons/lesson";
import type { Lab } from "../state/lab";
import { later } from "../state/later";
import { guardedStorage } from "../state/storage";
import * as texts from "../texts";
import "./labLesson";
import { base } from "../controls/styles";

const chapters = lessons.map(({ name, load }) => ({ name, load: later(load) }));
const chapterKey = "backprop-lab-chapter";

/** The column of chapters; 0 is the free bench. @fires fold  it is to fold away */
@customElement("lab-chapters")
export class LabChapters extends LitElement {
  static override styles = [
    base,
    css`
      :host { display: block; overflow-x: hidden; padding: var(--space-3) var(--space-4) var(--space-5); }
      header { display: flex; align-items: center; }
      h2 { flex: 1; font-size: var(--text-xl); font-weight: 600; line-height: 1.25; }
      nav { display: flex; flex-wrap: wrap; gap: var(--space-1); margin: var(--space-1) 0 var(--space-2); }
      .prose { margin: var(--space-2) 0 var(--space-4); }
      section { margin-top: var(--space-3); padding: var(--space-3); background: var(--well); border-radius: var(--radius); line-height: 1.45; }
      h3 { margin-bottom: var(--space-1); font-size: var(--text-m); font-weight: 600; }
      li + li { margin-top: var(--space-2); }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;
  @state() private chapter = "0";
  @state() private lesson?: Lesson;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#open(guardedStorage().read(chapterKey) ?? "0");
  }

  override render() {
    const { lab, lesson } = this;
    const words = texts.freeBench;
    return html`
      <header><h2>${lesson?.text.heading ?? words.heading}</h2>
        <button class="button quiet icon small" aria-label=${texts.app.foldChapters} title=${texts.app.foldChapters}
          @click=${() => this.dispatchEvent(new CustomEvent("fold"))}>${icons.close}</button></header>
      <nav aria-label=${texts.chapters.choose}>
        ${this.#tab("0", texts.chapters.freeBench)} ${chapters.map(({ name }) => this.#tab(name, name, texts.chapters.name(name)))}</nav>
      ${lesson ? html`<lab-lesson .lab=${lab} .name=${this.chapter} .lesson=${lesson}></lab-lesson>` : this.#freeBench()}
    `;
  }

  #tab(name: string, label: string, spoken = label): TemplateResult {
    return html`<button class="button small" aria-label=${spoken} title=${spoken} aria-current=${name === this.chapter ? "true" : nothing} aria-pressed=${name === this.chapter ? "true" : "false"}
      @click=${() => this.#open(name)}>${label}</button>`;
  }

  async #open(name: string): Promise<void> {
    const entry = chapters.find((chapter) => chapter.name === name);
    const part = await entry?.load(this.lab);
    this.chapter = part ? name : "0";
    this.lesson = part?.lesson;
    guardedStorage().write(chapterKey, this.chapter);
  }

  #freeBench(): TemplateResult {
    const words = texts.freeBench;
    return html`
      <p class="prose">${words.intro}</p>
      <section><h3>${words.tryHeading}</h3><ul>${words.tries.map((text) => html`<li>${text}</li>`)}</ul></section>
      <section><h3>${words.predictHeading}</h3><p>${words.predict}</p></section>
    `;
  }
}
