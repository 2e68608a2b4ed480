/** The Python instrument: the experiment as a program, to be copied and run elsewhere. */
import { SignalWatcher } from "@lit-labs/preact-signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { formatShort } from "../controls/numbers";
import { base } from "../controls/styles";
import type { DocumentInput } from "../engine/engine";
import { startEngine } from "../engine/startEngine";
import { copyText } from "../state/files";
import type { Lab } from "../state/lab";
import * as texts from "../texts";
import { instrument } from "./instrumentStyles";
import { OnScreen } from "./onScreen";
import { type Points, type Program, pastPoints, pythonProgram, pythonTolerance } from "./pythonProgram";
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
  #past: { key: string; points: Points[] } = { key: "", points: [] };
  readonly #screen = new OnScreen(this, () => {});

  override render() {
    return html`<div class="program">${this.#screen.visible ? this.#program() : nothing}</div>`;
  }

  protected override updated(): void {
    this.#screen.measure(this.renderRoot.querySelector(".program")!);
  }

  #program() {
    const words = texts.python;
    const { code, refused } = this.#written();
    return html`<div class="instrument">
      ${
        code
          ? html`<pre tabindex="0" role="region" aria-label=${words.code}>${code}</pre>`
          : html`<p class="note">${refused && words.refused[refused]}</p>`
      }
      <div class="side">
        <div class="controls">
          <lab-segments small .label=${words.dialect} .value=${this.dialect} .options=${dialects}
            @change=${(event: CustomEvent<Dialect>) => {
              this.dialect = event.detail;
            }}></lab-segments>
          ${code ? html`<button class="button small" @click=${() => this.#copy(code)}>${words.copy}</button>` : nothing}
        </div>
        <p class="note">${code && this.#promise()}</p>
        <p class="note" role="status">${this.said}</p>
      </div>
    </div>`;
  }

  /** What the program prints, and how near to the page's numbers. */
  #promise(): string {
    const { prints, dialects, coefficients, theta, restless } = texts.python;
    const { spec } = this.lab.description.value;
    const name = dialects[this.dialect];
    if (this.dialect === "sklearn")
      return prints(name, coefficients, formatShort(sklearnTolerance[spec.learner.rule]!));
    return `${prints(name, theta, formatShort(pythonTolerance(spec)))} ${restless}`;
  }

  /** Neither program nor refusal while points of before are asked for. */
  #written(): Program | { code?: undefined; refused?: undefined } {
    const [description, frame] = [this.lab.description.value, this.lab.frame.value];
    if (this.dialect === "sklearn") return sklearnProgram(description, frame);
    const documents = pastPoints(description, frame.step);
    const key = JSON.stringify(documents);
    if (this.#past.key !== key) void this.#recall(key, documents);
    if (documents.length > this.#past.points.length) return {};
    return pythonProgram(description, frame.step, this.#past.points, this.dialect === "torch");
  }

  /** The points that the run began with: an engine of its own has them without training. */
  async #recall(key: string, documents: DocumentInput[]): Promise<void> {
    const past = { key, points: [] as Points[] };
    this.#past = past;
    if (documents.length === 0) return;
    const engine = await startEngine().catch(() => undefined);
    try {
      const points: Points[] = [];
      for (const document of documents) points.push((await engine!.configure(document)).value!.table);
      past.points = points;
      this.requestUpdate();
    } catch {
      // Without the points of before there is no program.
    } finally {
      engine?.dispose();
    }
  }

  async #copy(code: string): Promise<void> {
    this.said = (await copyText(code)) ? texts.python.copied : texts.python.notCopied;
  }
}
