import { SignalWatcher } from "@lit-labs/preact-signals";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { base } from "../controls/styles";
import type { Lab } from "../state/lab";
import { later } from "../state/later";
import type { InstrumentName } from "../state/view";
import * as texts from "../texts";

interface Instrument {
  /** Sees to it that the element is there. */
  load(lab: Lab): Promise<unknown>;
  panel(lab: Lab): TemplateResult;
}

/** The registry of instruments: a new one is an entry here, a name in state/view.ts, a title in texts/, and a file in
 *  views/. */
const instruments: Readonly<Record<InstrumentName, Instrument>> = {
  cost: {
    load: later(() => import("../views/labCost")),
    panel: (lab) => html`<lab-cost .lab=${lab}></lab-cost>`,
  },
  descent: {
    load: later(() => import("../views/labDescent")),
    panel: (lab) => html`<lab-descent .lab=${lab}></lab-descent>`,
  },
  scores: {
    load: later(() => import("../views/labScores")),
    panel: (lab) => html`<lab-scores .lab=${lab}></lab-scores>`,
  },
  pattern: {
    load: later(() => import("../views/labPattern")),
    panel: (lab) => html`<lab-pattern .lab=${lab}></lab-pattern>`,
  },
  projection: {
    load: later(() => import("../views/labProjection")),
    panel: (lab) => html`<lab-projection .lab=${lab}></lab-projection>`,
  },
  compare: {
    load: later(() => import("../views/labCompare")),
    panel: (lab) => html`<lab-compare .lab=${lab}></lab-compare>`,
  },
  python: {
    load: later(() => import("../views/labPython")),
    panel: (lab) => html`<lab-python .lab=${lab}></lab-python>`,
  },
};

/** The instruments, one at a time, under tabs. One that was opened stays as it was left. */
@customElement("lab-instruments")
export class LabInstruments extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    css`
      :host { display: flex; flex-direction: column; min-height: 0; }
      [role="tablist"] { display: flex; flex: none; gap: var(--space-1); padding: 0 var(--space-3); border-bottom: 1px solid var(--line); overflow-x: auto; }
      [role="tab"] {
        min-height: 40px; padding: 0 var(--space-3); background: none; border: 0; border-bottom: 2px solid transparent;
        margin-bottom: -1px; color: var(--ink-2); cursor: pointer; white-space: nowrap;
      }
      [role="tab"]:hover { color: var(--ink); }
      [role="tab"]:focus-visible, [role="tabpanel"]:focus-visible { outline-offset: -4px; }
      [role="tab"][aria-selected="true"] { color: var(--ink); font-weight: 600; border-bottom-color: var(--ink); }
      [role="tabpanel"] { flex: 1; min-height: 0; padding: var(--space-3); overflow: auto; }
      [role="tabpanel"] > * { height: 100%; }
      @media (pointer: coarse) { [role="tab"] { min-height: var(--touch); } }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;
  /** Which of them are shown, in order. */
  @property({ attribute: false }) names: readonly InstrumentName[] = Object.keys(instruments) as InstrumentName[];
  readonly #opened = new Set<InstrumentName>();
  #inSight?: HTMLElement;
  readonly #sizes = new ResizeObserver(() => this.#bringInSight());

  override render() {
    const { instrument } = this.lab.view.value;
    const selected = this.names.includes(instrument) ? instrument : this.names[0];
    if (!this.#opened.has(selected)) void this.#open(selected);
    return html`
      <div role="tablist" aria-label=${texts.app.instruments} @keydown=${this.#keyed} ?hidden=${this.names.length < 2}>
        ${this.names.map((name) => this.#tab(name, name === selected))}
      </div>
      ${this.names.map((name) => this.#panel(name, name === selected))}
    `;
  }

  protected override updated(): void {
    this.#bringInSight();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  /** On a phone the row of tabs is wider than the screen; and a tab may be chosen while none is shown. */
  #bringInSight(): void {
    const tab = this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]');
    const row = tab?.parentElement;
    if (!tab || !row?.clientWidth || tab === this.#inSight) return;
    this.#inSight = tab;
    row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.clientWidth) / 2;
  }

  /** One that could not be loaded is not open: choosing it again tries again. */
  async #open(name: InstrumentName): Promise<void> {
    this.#opened.add(name);
    if (!(await instruments[name].load(this.lab))) this.#opened.delete(name);
  }

  #tab(name: InstrumentName, selected: boolean): TemplateResult {
    return html`<button role="tab" id="tab-${name}" aria-controls="panel-${name}" aria-selected=${selected ? "true" : "false"}
      tabindex=${selected ? 0 : -1} @click=${() => this.lab.show({ instrument: name })}>${texts.app.instrument[name]}</button>`;
  }

  #panel(name: InstrumentName, selected: boolean): TemplateResult {
    return html`<div role="tabpanel" id="panel-${name}" aria-labelledby="tab-${name}" tabindex="0" ?hidden=${!selected}>
      ${this.#opened.has(name) ? instruments[name].panel(this.lab) : nothing}</div>`;
  }

  #keyed(event: KeyboardEvent): void {
    const { names } = this;
    const at = names.indexOf((event.target as HTMLElement).id.slice("tab-".length) as InstrumentName);
    const to = { ArrowRight: (at + 1) % names.length, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = names.at(to)!;
    this.lab.show({ instrument: next });
    this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)!.focus();
  }
}
