import { SignalWatcher } from "@lit-labs/preact-signals";
import { css, html, LitElement, nothing, type SVGTemplateResult, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { base } from "../controls/styles";
import type { Lab } from "../state/lab";
import { later } from "../state/later";
import type { Tool } from "../state/view";
import * as texts from "../texts";
import { Changes } from "./changes";
import { lookCount, lookOf, markPath } from "./classMarks";

const numberControl = later(() => import("../controls/labNumber"));

const stroked = (path: string) => svg`<svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor"
  stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"><path d=${path}/></svg>`;

const signs: Record<Tool, SVGTemplateResult> = {
  inspect: stroked("M4 2.5v10l2.8-2.6 1.9 4 1.7-.8-1.9-3.9H12z"),
  draw: stroked("M8 2.5v11M2.5 8h11"),
  brush: stroked(
    "M4 4h.01M8 2.5h.01M12 5h.01M6 7.5h.01M10 8.5h.01M3 10h.01M7.5 12h.01M12.5 12h.01M13.5 8.5h.01M9.5 5.5h.01",
  ),
  move: stroked("M8 1.8v12.4M1.8 8h12.4M6 3.8l2-2 2 2M6 12.2l2 2 2-2M3.8 6l-2 2 2 2M12.2 6l2 2-2 2"),
  erase: stroked(
    "M6.2 13.5h7.3M5.6 13.2 2.4 10a1 1 0 0 1 0-1.4l5.8-5.8a1 1 0 0 1 1.4 0l3.4 3.4a1 1 0 0 1 0 1.4l-5.6 5.6zM5.4 5.8l4.8 4.8",
  ),
};
const tools = Object.keys(signs) as Tool[];
const shortName = 3; // characters; longer names are in the legend, and read out

/** The plane's tools, and the class or the number of new points.
 *  @fires recolour {CustomEvent<number>}  a class was chosen: points that are selected take it */
@customElement("lab-plane-toolbar")
export class LabPlaneToolbar extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    css`
      :host { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-2); align-items: center; }
      [role="radiogroup"] { display: flex; flex-wrap: wrap; gap: 1px; }
      .button { min-height: 30px; min-width: 28px; padding: 0 5px; border-color: transparent; background: none; gap: 4px; border-radius: var(--radius-s); }
      .button:hover { background: var(--well); }
      .button[aria-checked="true"] { border-color: var(--ink); box-shadow: inset 0 0 0 1px var(--ink); }
      .mark svg { width: 14px; height: 14px; overflow: visible; }
      .mark .new { color: var(--ink-2); }
      .look0 path { fill: var(--a); } .look1 path { fill: var(--b); } .look2 path { fill: var(--c); }
      .look3 path { fill: var(--d); } .look4 path { fill: var(--e); } .look5 path { fill: var(--f); }
      lab-number { width: 190px; }
      @media (pointer: coarse) { .button { min-height: var(--touch); min-width: var(--touch); } }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;
  readonly #changes = new Changes();

  protected override willUpdate(): void {
    const numbers = !this.lab.description.value.table.classes;
    if (this.#changes.seen("numbers", numbers) && numbers) void numberControl(this.lab);
  }

  override render() {
    const { tool } = this.lab.view.value;
    return html`
      <div role="radiogroup" aria-label=${texts.plane.tools} @keydown=${this.#keyed}>
        ${tools.map((name) => {
          const { name: label, does } = texts.plane.tool[name];
          return this.#radio(name === tool, label, `${label}: ${does}`, signs[name], () =>
            this.lab.show({ tool: name }),
          );
        })}
      </div>
      ${this.lab.description.value.table.classes ? this.#classes() : this.#number()}
    `;
  }

  #classes() {
    const classes = this.lab.description.value.table.classes!;
    const chosen = Math.min(this.lab.view.value.drawClass, classes.length);
    const names = classes.slice(0, lookCount);
    return html`
      <div role="radiogroup" aria-label=${texts.plane.palette} @keydown=${this.#keyed}>
        ${names.map((name, index) => this.#classButton(name, index, index === chosen))}
        ${names.length < lookCount ? this.#newClass(names.length, chosen === names.length) : nothing}
      </div>
    `;
  }

  #classButton(name: string, index: number, checked: boolean) {
    const content = html`${mark(index)}${name.length <= shortName ? html`<span>${name}</span>` : nothing}`;
    return this.#radio(checked, texts.plane.classNamed(name), texts.plane.classNamed(name), content, () =>
      this.#choose(index),
    );
  }

  #newClass(index: number, checked: boolean) {
    const content = checked
      ? html`${mark(index)}<span>${texts.plane.nameOf([], index)}</span>`
      : stroked("M8 4v8M4 8h8");
    return this.#radio(checked, texts.plane.newClass, texts.plane.newClass, content, () => this.#choose(index));
  }

  #number() {
    const { targets } = this.lab.description.value.table;
    const bound = targets.reduce((most, target) => Math.max(most, Math.abs(target)), 0) || 1;
    return html`<lab-number .label=${texts.plane.target} .value=${this.lab.view.value.drawTarget} .low=${-bound} .high=${bound} .allowed=${texts.controls.anySize}
      @change=${(event: CustomEvent<number>) => this.lab.show({ drawTarget: event.detail })}></lab-number>`;
  }

  #radio(checked: boolean, label: string, title: string, content: unknown, choose: () => void) {
    return html`<button class="button mark" role="radio" aria-checked=${checked ? "true" : "false"} tabindex=${checked ? 0 : -1}
      aria-label=${label} title=${title} @click=${choose}>${content}</button>`;
  }

  #choose(index: number): void {
    this.lab.show({ drawClass: index });
    this.dispatchEvent(new CustomEvent("recolour", { detail: index }));
  }

  /** Arrows move within a group, and choose, as radio buttons do. */
  #keyed(event: KeyboardEvent): void {
    const direction = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!direction) return;
    const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("button")];
    const next = buttons.at((buttons.indexOf(event.target as HTMLElement) + direction) % buttons.length)!;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
    next.click();
  }
}

function mark(index: number) {
  return html`<svg class="look${lookOf(index)}" viewBox="-7 -7 14 14" aria-hidden="true">${svg`<path d=${markPath(index, 5.2)}/>`}</svg>`;
}
