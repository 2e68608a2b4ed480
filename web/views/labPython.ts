/** The Python instrument: the experiment as a NumPy program, to be copied and run elsewhere. */
import { SignalWatcher } from "@lit-labs/preact-signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { formatShort } from "../app/numbers";
import { base } from "../app/styles";
import { copyText } from "../state/files";
import type { Lab } from "../state/lab";
import * as texts from "../texts";
import { instrument } from "./instrumentStyles";
import { OnScreen } from "./onScreen";
import { numpyProgram } from "./pythonProgram";
import { sklearnProgram, sklearnTolerance } from "./sklearnProgram";

type Dialect = keyof typeof texts.python.dialects;
const dialects = Object.entries(texts.python.dialects).map(([value, label]) => ({ value, label }));

@customElement("lab-python")
export class LabPython extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    instrument,
    css`
      .program { height: 100%; min-height: 180px; }
      pre {
        margin: 0; padding: var(--space-3); min-height: 180px; overflow: auto; background: var(--well);
        font: var(--text-s) / 1.5 ui-monospace, monospace; user-select: text;
      }
      @container (max-width: 619px) {
        .instrument { grid-template: auto minmax(0, 1fr) / minmax(0, 1fr); }
        .side { grid-row: 1; }
      }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;
  @state() private said = "";
  @state() private dialect: Dialect = "numpy";
  private readonly screen = new OnScreen(this, () => {});

  override render() {
    return html`<div class="program">${this.screen.visible ? this.program() : nothing}</div>`;
  }

  protected override updated(): void {
    this.screen.measure(this.renderRoot.querySelector(".program")!);
  }

  private program() {
    const frame = this.lab.frame.value;
    const description = this.lab.description.value;
    const words = texts.python;
    const numpy = this.dialect === "numpy";
    const { code, refused } = numpy ? numpyProgram(description, frame.step) : sklearnProgram(description, frame);
    const tolerance = sklearnTolerance[description.spec.learner.rule] ?? 0;
    return html`<div class="instrument">
      ${
        code
          ? html`<pre tabindex="0" role="region" aria-label=${words.code}>${code}</pre>`
          : html`<p class="note">${words.refused[refused!]}</p>`
      }
      <div class="side">
        <div class="controls">
          <lab-segments small .label=${words.dialect} .value=${this.dialect} .options=${dialects}
            @change=${(event: CustomEvent<Dialect>) => {
              this.dialect = event.detail;
            }}></lab-segments>
          ${code ? html`<button class="button small" @click=${() => this.copy(code)}>${words.copy}</button>` : nothing}
        </div>
        ${code ? html`<p class="note">${numpy ? words.prints(String(frame.step)) : words.printsSklearn(formatShort(tolerance))}</p>` : nothing}
        <p class="note" role="status">${this.said}</p>
      </div>
    </div>`;
  }

  private async copy(code: string): Promise<void> {
    this.said = (await copyText(code)) ? texts.python.copied : texts.python.notCopied;
  }
}
