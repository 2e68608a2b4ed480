import { SignalWatcher } from "@lit-labs/preact-signals";
import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { icons } from "../controls/icons";
import { base } from "../controls/styles";
import type { Lab } from "../state/lab";
import { later } from "../state/later";
import type { View } from "../state/view";
import * as texts from "../texts";
import type { KeepAction, LabKeep } from "./labKeep";
import "../controls/labMenu";

const helpWindow = later(() => import("./labHelp"));
const keeping = later(() => import("./labKeep"));

const themes: readonly View["theme"][] = ["auto", "light", "dark"];
const themeIcons = { auto: icons.auto, light: icons.sun, dark: icons.moon };

/** The bar at the top: what concerns the whole experiment. @fires chapters  the column is to be opened or folded */
@customElement("lab-header")
export class LabHeader extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    css`
      :host { display: flex; align-items: center; gap: var(--space-3); padding: 0 var(--space-3); min-height: 48px; background: var(--card); border-bottom: 1px solid var(--line); }
      h1 { display: flex; align-items: center; gap: var(--space-2); flex: 1; min-width: 0; font-size: var(--text-l); font-weight: 600; white-space: nowrap; }
      .mark { width: 18px; height: 18px; flex: none; border-radius: 4px; }
      .mark-a { fill: var(--a); } .mark-b { fill: var(--b); }
      .actions { display: flex; align-items: center; gap: 6px; }
      lab-keep, lab-help { display: contents; } /* before they are loaded, too: nothing moves when they come */
      .narrow { display: none; }
      @container (max-width: 699px) {
        :host { gap: var(--space-1); padding: 0 var(--space-2); }
        h1 { font-size: var(--text-m); gap: 6px; }
        .actions { gap: var(--space-1); }
        .wide { display: none; }
        .narrow { display: inline-block; }
      }
    `,
  ];

  @property({ attribute: false }) lab!: Lab;
  @property({ type: Boolean }) chaptersOpen = false;
  @state() private helpOpen = false;
  @query("lab-keep") private readonly keep!: LabKeep;

  override render() {
    const words = texts.app;
    return html`
      <h1>${mark}${words.name}</h1>
      <div class="actions" role="group" aria-label=${words.header}>
        <button class="button icon" aria-label=${words.undo} title="${words.undo} (Ctrl Z)" ?disabled=${!this.lab.canUndo.value}
          @click=${() => this.lab.undo()}>${icons.undo}</button>
        <button class="button icon" aria-label=${words.redo} title="${words.redo} (Ctrl Shift Z)" ?disabled=${!this.lab.canRedo.value}
          @click=${() => this.lab.redo()}>${icons.redo}</button>
        <lab-menu class="wide" .label=${texts.keep.save} .icon=${icons.save} .items=${saveItems()} @choose=${this.#chosen}></lab-menu>
        <button class="button wide" @click=${() => this.#act("share")}>${icons.share}${words.share}</button>
        <button class="button icon wide" aria-label=${this.#themeLabel()} title=${this.#themeLabel()} @click=${this.#nextTheme}>
          ${themeIcons[this.lab.view.value.theme]}</button>
        <button class="button icon wide" aria-label=${words.help} title="${words.help} (?)" @click=${this.openHelp}>${icons.help}</button>
        <lab-menu compact class="narrow" .label=${words.menu} .icon=${icons.more} .items=${this.#narrowItems()} @choose=${this.#chosen}></lab-menu>
        <button class="button" aria-expanded=${this.chaptersOpen ? "true" : "false"} aria-label=${words.chapters}
          title=${words.chapters}
          @click=${() => this.dispatchEvent(new CustomEvent("chapters"))}><span class="wide">${words.chapterButton}</span>${icons.column}</button>
      </div>
      <lab-keep .lab=${this.lab}></lab-keep>
      <lab-help .open=${this.helpOpen} @close=${() => {
        this.helpOpen = false;
      }}></lab-help>
    `;
  }

  async openHelp(): Promise<void> {
    this.helpOpen = Boolean(await helpWindow(this.lab));
  }

  async #act(action: KeepAction): Promise<void> {
    if (await keeping(this.lab)) await this.keep.act(action);
  }

  #narrowItems() {
    return [
      ...saveItems(),
      { value: "share", label: texts.app.share },
      { value: "theme", label: this.#themeLabel() },
      { value: "help", label: texts.app.help },
    ];
  }

  #chosen({ detail }: CustomEvent<string>): void {
    if (detail === "theme") this.#nextTheme();
    else if (detail === "help") void this.openHelp();
    else void this.#act(detail as KeepAction);
  }

  #themeLabel(): string {
    return texts.app.theme.label(texts.app.theme[this.lab.view.value.theme]);
  }

  #nextTheme(): void {
    const next = themes[(themes.indexOf(this.lab.view.value.theme) + 1) % themes.length];
    this.lab.show({ theme: next });
  }
}

const saveItems = () => [
  { value: "saveFile", label: texts.keep.saveFile, hint: texts.keep.fileType },
  { value: "openFile", label: texts.keep.openFile },
  { value: "copyText", label: texts.keep.copyText },
  { value: "openText", label: texts.keep.openText },
];

const mark: TemplateResult = html`<svg class="mark" viewBox="0 0 18 18" aria-hidden="true"><path class="mark-a" d="M0 0h18L0 18z"/><path
  class="mark-b" d="M18 0v18H0z"/></svg>`;
