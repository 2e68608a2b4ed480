import { SignalWatcher } from "@lit-labs/preact-signals";
import { computed, type ReadonlySignal } from "@preact/signals-core";
import { html, LitElement, nothing, type TemplateResult, unsafeCSS } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { base } from "../controls/styles";
import tokens from "../controls/tokens.css?inline";
import type { Lab } from "../state/lab";
import { later, loadTheRest } from "../state/later";
import { openLink, startLab } from "../state/startLab";
import { guardedStorage } from "../state/storage";
import * as texts from "../texts";
import { benchStyles } from "./benchStyles";
import type { LabExperiment } from "./experiment/labExperiment";
import { failureCard } from "./failureCard";
import { handleKey } from "./keyboard";
import type { LabHeader } from "./labHeader";
import { type Parts, readParts } from "./parts";
import "../views/labPlane";
import "./labInstruments";
import "./labTransport";

/** What stands around the plane is loaded when the first boundary is drawn. */
const surroundings = {
  header: later(() => import("./labHeader")),
  network: later(() => import("../views/labNetwork")),
  experiment: later(() => import("./experiment/labExperiment")),
  chapters: later(() => import("./labChapters")),
};
const noticeBar = later(() => import("./labNotice"));
const stoppedCard = later(() => import("./labStopped"));

type Pane = "experiment" | "plane" | "network" | "instrument" | "chapters";
const panes: readonly Pane[] = ["experiment", "plane", "network", "instrument"];
const chaptersKey = "backprop-lab-chapters";
/** From this width on the chapters stand open at first. */
const roomForChapters = 1360;
/** When the first picture has long been drawn, what it did without is loaded. */
const restAfter = 3000; // ms
/** What stands around the plane waits no longer than this for the first boundary. */
const boundaryWithin = 1000; // ms
/** Below this width one thing is shown at a time; benchStyles has it too. */
const phoneWidth = 700;

/** The laboratory: the whole bench, or the parts that are named, `<backprop-lab parts="plane network cost">`. */
@customElement("backprop-lab")
export class BackpropLab extends SignalWatcher(LitElement) {
  static override styles = [unsafeCSS(tokens), base, benchStyles];

  @property() parts = "";
  @state() private lab?: Lab;
  @state() private failure = "";
  @state() private pane: Pane = "plane";
  @state() private chaptersOpen = false;
  /** Whether what stands around the plane is shown; before, its place is kept, and the first boundary comes sooner. */
  @state() private surrounded = false;
  @query("lab-header") private readonly header?: LabHeader;
  readonly #leaving: (() => void)[] = [];
  #stay = 0; // on the page: the element may be moved, or taken away and put back, while it starts

  override connectedCallback(): void {
    super.connectedCallback();
    this.failure = "";
    void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stay++;
    for (const leave of this.#leaving.splice(0)) leave();
    this.lab?.dispose();
    this.lab = undefined;
  }

  protected override updated(): void {
    const theme = this.lab?.view.value.theme ?? "auto";
    if (theme === "auto") this.removeAttribute("theme");
    else this.setAttribute("theme", theme);
  }

  override render() {
    const { lab } = this;
    if (this.failure) {
      return failureCard(this.failure);
    }
    if (!lab) return html`<div class="message" role="status">${texts.app.starting}</div>`;
    const parts = readParts(this.parts);
    return html`<div class="overlay"><div class="bench ${parts.whole ? "whole" : "some"} ${parts.has("experiment") ? "" : "no-experiment"}" data-pane=${this.pane}>
        ${parts.has("header") ? this.#headerBar(lab) : nothing}
        ${parts.has("experiment") ? this.#experiment(lab) : nothing}
        <main><div class="work">
          ${parts.has("transport") ? html`<lab-transport .lab=${lab}></lab-transport>` : nothing}
          <lab-stopped .lab=${lab}></lab-stopped>
          ${this.#stage(lab, parts)} ${this.#instruments(lab, parts)}
        </div></main>
        ${parts.has("chapters") ? this.#chapters() : nothing} ${parts.whole ? this.#paneBar(lab) : nothing}
      </div>
      <lab-notice .lab=${lab}></lab-notice></div>`;
  }

  #headerBar(lab: Lab): TemplateResult {
    const bar = html`<lab-header .lab=${lab} .chaptersOpen=${this.chaptersOpen} @chapters=${this.#switchChapters}></lab-header>`;
    return html`<header>${this.#around(bar)}</header>`;
  }

  #around(part: TemplateResult): TemplateResult | typeof nothing {
    return this.surrounded ? part : nothing;
  }

  #experiment(lab: Lab): TemplateResult {
    return html`<section class="experiment" aria-label=${texts.app.panes.experiment}>
      ${this.#around(html`<lab-experiment .lab=${lab}></lab-experiment>`)}</section>`;
  }

  #stage(lab: Lab, parts: Parts): TemplateResult | typeof nothing {
    const [plane, network] = [parts.has("plane"), parts.has("network")];
    if (!plane && !network) return nothing;
    return html`<section class="stage ${plane && network ? "" : "single"}" aria-label=${texts.app.stage}>
      ${plane ? html`<div class="card plane"><lab-plane .lab=${lab}></lab-plane></div>` : nothing}
      ${network ? html`<div class="card network">${this.#around(html`<lab-network .lab=${lab}></lab-network>`)}</div>` : nothing}
    </section>`;
  }

  #instruments(lab: Lab, { instruments }: Parts): TemplateResult | typeof nothing {
    if (instruments.length === 0) return nothing;
    return html`<section class="card instruments" aria-label=${texts.app.instruments}>
      ${this.#around(html`<lab-instruments .lab=${lab} .names=${instruments}></lab-instruments>`)}</section>`;
  }

  #chapters(): TemplateResult {
    return html`<aside class="chapters" aria-label=${texts.app.chapters} ?hidden=${!this.chaptersOpen}>
      ${this.#around(html`<lab-chapters .lab=${this.lab} @fold=${this.#switchChapters}></lab-chapters>`)}</aside>`;
  }

  #paneBar(lab: Lab): TemplateResult {
    const names = { ...texts.app.panes, instrument: texts.app.instrument[lab.view.value.instrument] };
    return html`<nav class="panes" aria-label=${texts.app.panesLabel}>${panes.map(
      (pane) =>
        html`<button aria-current=${pane === this.pane ? "true" : "false"} @click=${() => this.#show(pane)}>${names[pane]}</button>`,
    )}</nav>`;
  }

  #show(pane: Pane): void {
    this.pane = pane;
  }

  /** On a phone the chapters take the place of what was shown, and give it back. */
  #switchChapters(): void {
    const onPhone = this.clientWidth < phoneWidth;
    this.chaptersOpen = onPhone ? this.pane !== "chapters" : !this.chaptersOpen;
    this.pane = this.chaptersOpen && onPhone ? "chapters" : "plane";
    guardedStorage().write(chaptersKey, this.chaptersOpen ? "open" : "folded");
  }

  async #begin(): Promise<void> {
    const { whole } = readParts(this.parts);
    const kept = guardedStorage().read(chaptersKey);
    this.chaptersOpen = whole && (kept ? kept === "open" : this.clientWidth >= roomForChapters);
    const stay = this.#stay;
    let lab: Lab;
    try {
      lab = await startLab(whole);
    } catch (reason) {
      if (stay !== this.#stay) return;
      this.failure = reason instanceof Error ? reason.message : String(reason);
      return;
    }
    if (stay !== this.#stay) return lab.dispose();
    this.lab = lab;
    this.#listen(lab, whole);
    const parts = readParts(this.parts);
    if (parts.has("plane")) await firstBoundary(lab);
    if (stay !== this.#stay) return;
    this.surrounded = true;
    for (const part of Object.keys(surroundings) as (keyof typeof surroundings)[]) {
      if (parts.has(part)) void surroundings[part](lab);
    }
    if (whole) void this.#remember(lab);
    setTimeout(() => whenIdle(loadTheRest), restAfter);
    // Without the bar the page could not say what else cannot be had.
    if (!(await noticeBar(lab)) && stay === this.#stay) this.failure = texts.app.notLoaded;
  }

  /** A page of its own hears keys everywhere, follows new links, and remembers; a part of one hears its own keys. */
  #listen(lab: Lab, whole: boolean): void {
    const listen = (target: EventTarget, type: string, heard: (event: never) => void) => {
      target.addEventListener(type, heard as EventListener);
      this.#leaving.push(() => target.removeEventListener(type, heard as EventListener));
    };
    listen(whole ? window : this, "keydown", (event: KeyboardEvent) => {
      if (handleKey(event, lab, () => void this.#help(lab))) event.preventDefault();
    });
    this.#leaving.push(hasBegun(lab).subscribe((begun) => begun && void stoppedCard(lab)));
    listen(
      this,
      "dragover",
      (event: DragEvent) => event.dataTransfer?.types.includes("Files") && event.preventDefault(),
    );
    listen(this, "drop", (event: DragEvent) => void this.#dropped(lab, event));
    if (whole) listen(window, "hashchange", () => void openLink(lab));
  }

  /** The window of help, however early it is asked for. */
  async #help(lab: Lab): Promise<void> {
    this.surrounded = true;
    await Promise.all([surroundings.header(lab), this.updateComplete]);
    await this.header?.updateComplete;
    this.header?.openHelp?.();
  }

  /** A file of points, wherever it falls, and however early. */
  async #dropped(lab: Lab, event: DragEvent): Promise<void> {
    const file = event.dataTransfer?.files[0];
    if (!file || !readParts(this.parts).has("experiment")) return;
    event.preventDefault();
    this.surrounded = true;
    if (!(await surroundings.experiment(lab))) return;
    if (this.clientWidth < phoneWidth) this.#show("experiment");
    await this.updateComplete;
    const experiment = this.renderRoot.querySelector<LabExperiment>("lab-experiment");
    await experiment?.updateComplete;
    experiment?.take(file);
  }

  async #remember(lab: Lab): Promise<void> {
    const memory = await import("../state/memory").catch(() => undefined); // without it nothing is remembered
    if (memory && this.lab === lab) this.#leaving.push(memory.remember(lab));
  }
}

/** Whether there may be something for the stopped card to say: it has begun, or cannot. */
function hasBegun(lab: Lab): ReadonlySignal<boolean> {
  return computed(() => {
    const { status, train } = lab.frame.value;
    return status !== "ready" || (train.count > 0 && !Number.isFinite(train.cost));
  });
}

/** Resolves when the first boundary has been painted, or after a while: a plane may be out of sight. */
function firstBoundary(lab: Lab): Promise<void> {
  return new Promise((resolve) => {
    const painted = () => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
    const leave = lab.frame.subscribe(({ field }) => field && painted());
    setTimeout(() => [leave(), resolve()], boundaryWithin);
  });
}

/** Calls when the page has nothing better to do; WebKit cannot tell, and calls at once. */
function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(work);
  else work();
}
