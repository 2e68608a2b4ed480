import { SignalWatcher } from "@lit-labs/preact-signals";
import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { formatCount, formatShort } from "../controls/numbers";
import { base } from "../controls/styles";
import type { Lab } from "../state/lab";
import * as texts from "../texts";
import { lookOf, markPath } from "./classMarks";
import { isDrawn, mostPoints } from "./planePoints";
import { readingOf } from "./planeReading";

const namedClasses = 8; // of further ones the names are told by pointing

/** What the plane's marks mean: classes by shape and colour, or the scale of numbers; training, test, mistakes. */
@customElement("lab-plane-legend")
export class LabPlaneLegend extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    css`
      :host { display: block; color: var(--ink-2); font-size: var(--text-s); min-height: 20px; }
      ul { display: flex; flex-wrap: wrap; gap: 2px 10px; }
      li { display: inline-flex; align-items: center; gap: 3px; }
      svg { width: 14px; height: 14px; overflow: visible; }
      .look0 { --look: var(--a); } .look1 { --look: var(--b); } .look2 { --look: var(--c); }
      .look3 { --look: var(--d); } .look4 { --look: var(--e); } .look5 { --look: var(--f); }
      .class path { fill: var(--look); }
      .filled path { fill: var(--ink-2); }
      .hollow path { fill: var(--card); stroke: var(--ink-2); stroke-width: 1.7; }
      .mistake circle { fill: none; stroke: var(--ink); stroke-width: 1.2; }
      .scale { display: block; width: 90px; height: 10px; border-radius: 2px; background: linear-gradient(to right, var(--a-pale), var(--mid), var(--b-pale)); border: 1px solid var(--line); }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;

  override render() {
    const { table } = this.lab.description.value;
    const words = texts.plane;
    const further = table.classes?.slice(namedClasses) ?? [];
    const rows = table.targets.length;
    const held = table.test.some((test) => test === 1);
    return html`
      <ul aria-label=${words.legend}>
        ${table.classes ? table.classes.slice(0, namedClasses).map(classEntry) : this.#scale()}
        ${further.length > 0 ? html`<li title=${further.join(", ")}>${texts.network.more(further.length)}</li>` : nothing}
        ${held ? html`<li class="filled">${sign(1)}${words.training}</li><li class="hollow">${sign(1)}${words.test}</li>` : nothing}
        ${table.classes ? html`<li class="mistake"><svg viewBox="-7 -7 14 14" aria-hidden="true"><circle r="6"/></svg>${words.mistake}</li>` : nothing}
        ${rows > mostPoints ? html`<li>${words.thinned(formatCount(drawnOf(rows)), formatCount(rows))}</li>` : nothing}
      </ul>
    `;
  }

  #scale() {
    const reading = readingOf(this.lab.description.value);
    if (reading.kind !== "number") return nothing;
    return html`<li><span class="number">${formatShort(reading.low, 3)}</span><span class="scale"></span><span
      class="number">${formatShort(reading.high, 3)}</span></li>`;
  }
}

function classEntry(name: string, index: number) {
  return html`<li class="class look${lookOf(index)}">${sign(index)}${name}</li>`;
}

function sign(index: number) {
  return html`<svg viewBox="-7 -7 14 14" aria-hidden="true">${svg`<path d=${markPath(index, 4.6)}/>`}</svg>`;
}

function drawnOf(rows: number): number {
  let drawn = 0;
  for (let row = 0; row < rows; row++) if (isDrawn(row, rows)) drawn++;
  return drawn;
}
