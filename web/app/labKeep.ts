import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { base } from "../controls/styles";
import type { LabError } from "../engine/protocol";
import { chooseFile, copyText, download, fileName, mayDownload, readText } from "../state/files";
import { openKept, present, readKept, writeKept } from "../state/kept";
import type { Lab } from "../state/lab";
import { writeFragment } from "../state/links";
import * as texts from "../texts";
import "../controls/labDialog";

/** A text to be taken away by hand. */
interface Shown {
  heading: string;
  hint: string;
  text: string;
}

export type KeepAction = "saveFile" | "openFile" | "copyText" | "openText" | "share";

/** Keeping: what the header's Save and Share do, with the windows for where a browser forbids it. */
@customElement("lab-keep")
export class LabKeep extends LitElement {
  static override styles = [
    base,
    css`
      :host { display: contents; }
      textarea { width: 100%; height: 200px; margin-top: var(--space-2); resize: vertical; font: 400 var(--text-s) / 1.4 ui-monospace, monospace; word-break: break-all; }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;
  @state() private shown?: Shown;
  @state() private pasting = false;
  @state() private error?: LabError;

  /** Does what was chosen. */
  act(action: KeepAction): Promise<void> {
    return {
      saveFile: () => this.#saveFile(),
      openFile: () => this.#openFile(),
      copyText: () => this.#copyText(),
      openText: () => this.#paste(),
      share: () => this.#share(),
    }[action]();
  }

  override render() {
    return [this.#copyWindow(), this.#pasteWindow()];
  }

  #copyWindow(): TemplateResult | typeof nothing {
    if (!this.shown) return nothing;
    const { heading, hint, text } = this.shown;
    const close = () => {
      this.shown = undefined;
    };
    return html`<lab-dialog .heading=${heading} .open=${true} @close=${close}>
      <p>${hint}</p>
      <textarea class="field" id="shown" readonly aria-label=${heading} .value=${text} @focus=${selectAll}></textarea>
      <button slot="actions" class="button primary" @click=${this.#copyShown}>${texts.keep.copy}</button>
    </lab-dialog>`;
  }

  #pasteWindow(): TemplateResult | typeof nothing {
    if (!this.pasting) return nothing;
    const words = texts.keep;
    const close = () => {
      this.pasting = false;
    };
    return html`<lab-dialog .heading=${words.pasteHeading} .open=${true} @close=${close}>
      <p>${words.pasteText}</p>
      <textarea class="field" id="pasted" aria-label=${words.pasteLabel} spellcheck="false"></textarea>
      <div aria-live="polite">${this.error ? html`<p class="error">${texts.sentence(this.error)}</p>` : nothing}</div>
      <button slot="actions" class="button primary" @click=${this.#openPasted}>${words.open}</button>
    </lab-dialog>`;
  }

  async #saveFile(): Promise<void> {
    const text = writeKept(present(this.lab));
    if (mayDownload()) download(text, fileName(new Date(), texts.keep.fileType), "application/json");
    else this.shown = { heading: texts.keep.saveHeading, hint: texts.keep.saveText, text };
  }

  async #copyText(): Promise<void> {
    await this.#give(writeKept(present(this.lab)), texts.keep.copyHeading, texts.keep.copyHint, texts.keep.textCopied);
  }

  async #share(): Promise<void> {
    if (!/^(https?|file):$/.test(location.protocol)) {
      this.#say(texts.keep.noAddress);
      return;
    }
    const { value: fragment, error } = await writeFragment(present(this.lab));
    if (error) {
      this.#say(texts.keep.linkTooLong(error.value, error.allowed));
      return;
    }
    const address = location.href.replace(/#.*$/, "") + fragment;
    await this.#give(address, texts.keep.shareHeading, texts.keep.shareText, texts.keep.linkCopied);
  }

  /** To the clipboard, or where that is refused, into a window. */
  async #give(text: string, heading: string, hint: string, done: string): Promise<void> {
    if (await copyText(text)) this.#say(done);
    else this.shown = { heading, hint: `${hint} ${texts.keep.copyHint}`, text };
  }

  async #copyShown(): Promise<void> {
    const box = this.renderRoot.querySelector<HTMLTextAreaElement>("#shown")!;
    box.focus();
    box.select();
    if (!(await copyText(box.value))) return;
    this.shown = undefined;
    this.#say(texts.keep.copied);
  }

  async #openFile(): Promise<void> {
    const file = await chooseFile(".json,application/json");
    if (!file) return;
    const { value: text, error } = await readText(file);
    if (error) this.lab.notice.value = { kind: "error", error };
    else await this.#open(text, "file");
  }

  async #paste(): Promise<void> {
    this.error = undefined;
    this.pasting = true;
  }

  async #openPasted(): Promise<void> {
    const text = this.renderRoot.querySelector<HTMLTextAreaElement>("#pasted")!.value;
    this.error = await this.#open(text, "text");
    this.pasting = this.error !== undefined;
  }

  /** Says what is wrong in the notice bar as well; then the present experiment stays. */
  async #open(text: string, field: string): Promise<LabError | undefined> {
    const { value: kept, error } = readKept(text, field);
    if (!error) return openKept(this.lab, kept);
    this.lab.notice.value = { kind: "error", error };
    return error;
  }

  #say(text: string): void {
    this.lab.notice.value = { kind: "text", text };
  }
}

function selectAll(event: Event): void {
  (event.target as HTMLTextAreaElement).select();
}
