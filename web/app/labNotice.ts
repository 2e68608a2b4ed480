import { SignalWatcher } from "@lit-labs/preact-signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { icons } from "../controls/icons";
import { base } from "../controls/styles";
import { startEngine } from "../engine/startEngine";
import { download, fileName } from "../state/files";
import type { Lab, Notice } from "../state/lab";
import { guardedStorage, unreadKey } from "../state/storage";
import * as texts from "../texts";

const readingTime = 9000; // ms

/** What the page has to say once: an error, or word of what just happened with a way on. */
@customElement("lab-notice")
export class LabNotice extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    css`
      .bar {
        display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2) var(--space-3); padding: var(--space-2) var(--space-2) var(--space-2) var(--space-4);
        background: var(--ink); color: var(--card); border-radius: var(--radius); box-shadow: 0 6px 24px rgb(0 0 0 / 22%);
        pointer-events: auto;
      }
      p { flex: 1 1 220px; }
      .bar .quiet { margin-left: auto; }
      .bar .button { background: none; color: inherit; border-color: currentColor; }
      .bar .button.quiet { border-color: transparent; }
      .bar :focus-visible { outline-color: var(--card); }
      @media (forced-colors: active) { .bar { border: 1px solid; } }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;
  #restarting = false;
  #timed?: Notice;
  #timer = 0;

  override render() {
    const notice = this.lab.notice.value;
    return html`<div role="status" aria-live="polite" @pointerenter=${this.#stay} @focusin=${this.#stay}>${notice ? this.#bar(notice) : nothing}</div>`;
  }

  /** Word of what has been done goes by itself; errors and offers stay. */
  protected override updated(): void {
    const notice = this.lab.notice.value;
    if (notice === this.#timed) return;
    this.#stay();
    this.#timed = notice;
    if (notice?.kind !== "text") return;
    this.#timer = window.setTimeout(() => {
      if (this.lab.notice.value === notice) this.#dismiss();
    }, readingTime);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stay();
  }

  #stay(): void {
    window.clearTimeout(this.#timer);
  }

  #bar(notice: Notice) {
    return html`<div class="bar">
      <p>${words(notice)}</p>
      ${notice.kind === "manyClasses" ? html`<button class="button small" @click=${this.#useSoftmax}>${texts.app.useSoftmax}</button>` : nothing}
      ${notice.kind === "broken" ? html`<button class="button small" @click=${this.#restart}>${texts.app.restart}</button>` : nothing}
      ${notice.kind === "rewound" ? html`<button class="button small" @click=${() => this.lab.rebase()}>${texts.app.startAnew}</button>` : nothing}
      ${notice.kind === "unread" ? html`<button class="button small" @click=${() => save(notice.text)}>${texts.keep.saveFile}</button>` : nothing}
      <button class="button quiet icon small" aria-label=${texts.app.dismiss} @click=${this.#dismiss}>${icons.close}</button>
    </div>`;
  }

  #useSoftmax(): void {
    void this.lab.set("model.output", "softmax");
  }

  async #restart(): Promise<void> {
    if (this.#restarting) return;
    this.#restarting = true;
    const engine = await startEngine().catch(() => undefined); // not to be had now: the bar stays, to press again
    if (engine) await this.lab.restart(engine);
    this.#restarting = false;
  }

  #dismiss(): void {
    if (this.lab.notice.value?.kind === "unread") guardedStorage().write(unreadKey);
    this.lab.notice.value = undefined;
  }
}

function save(text: string): void {
  download(text, fileName(new Date(), texts.keep.fileType), "application/json");
}

function words(notice: Notice): string {
  switch (notice.kind) {
    case "error":
    case "broken":
      return texts.sentence(notice.error);
    case "rewound":
      return texts.app.rewound(notice.lines);
    case "manyClasses":
      return texts.app.manyClasses(notice.classes);
    case "unread":
      return `${notice.error ? texts.sentence(notice.error) : ""} ${texts.keep.unread}`;
    case "notRemembered":
      return texts.keep.notRemembered;
    case "notLoaded":
      return texts.app.notLoaded;
    case "text":
      return notice.text;
  }
}
