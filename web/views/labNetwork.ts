import { SignalWatcher } from "@lit-labs/preact-signals";
import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { icons } from "../controls/icons";
import { base } from "../controls/styles";
import type { FrameRequest, ModelSpec } from "../engine/protocol";
import type { Lab } from "../state/lab";
import { later } from "../state/later";
import type { Pointed } from "../state/view";
import * as texts from "../texts";
import { Changes } from "./changes";
import { fitCanvas } from "./fitCanvas";
import type { EditorTarget, LabWeightEditor } from "./labWeightEditor";
import { drawBiases } from "./networkBiases";
import { layerButtons, layerCaptions } from "./networkCaptions";
import { layOut, leastHeight, type NetworkLayout, type NeuronBox, neighbour } from "./networkLayout";
import { drawLinks, type Link, linkAt, linksOf } from "./networkLinks";
import { drawMap, type MapRange, mapTable, rangeOf } from "./networkMaps";
import { networkReadout } from "./networkReadout";
import { networkStyles } from "./networkStyles";
import { OnScreen } from "./onScreen";
import { outputClass } from "./outputClass";
import { PaletteWatcher, palette } from "./palette";
import { placeBeside } from "./placeBeside";
import { heldValues, planeColumns } from "./planeColumns";
import { toShape } from "./planeSpace";
import { planeWindow } from "./planeWindow";

const hiddenLayers = later(() => import("./setTogether"));
const weightEditor = later(() => import("./labWeightEditor"));
const weightTable = later(() => Promise.all([import("./labWeightTable"), import("../controls/labDialog")]));

const spacing = { fine: 52, coarse: 86 };
const roomy = 62; // from this distance on the captions have their full width // least distance of layers
const aside = { fine: 36, coarse: 30 }; // half a caption

/** The network as it is wired: each neuron's own map, each link's weight, and all of it to be read and changed. */
@customElement("lab-network")
export class LabNetwork extends SignalWatcher(LitElement) {
  static override styles = [base, networkStyles];

  @property({ attribute: false }) lab!: Lab;
  @state() private editing?: EditorTarget;
  @state() private tabStop = 0; // index into layout.neurons
  @state() private tableOpen = false;

  readonly #screen = new OnScreen(this, () => this.#want(""));
  readonly #coarse = matchMedia("(pointer: coarse)");
  readonly #changes = new Changes();
  #layout!: NetworkLayout;
  #links: Link[] = [];
  #ranges: MapRange[] = [];
  #wanted = "";
  #mapSize = 0;
  #former?: { pointed: Pointed | undefined }; // what was pointed at before the pointer came

  constructor() {
    super();
    new PaletteWatcher(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("pointerdown", this.#closeOutside);
    document.addEventListener("keydown", this.#closeByKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("pointerdown", this.#closeOutside);
    document.removeEventListener("keydown", this.#closeByKey);
  }

  get #sizes(): number[] {
    const { features, layers } = this.lab.description.value;
    return [features.length, ...layers.map(({ neurons }) => neurons)];
  }

  /** Links are drawn thinner in a crowd. */
  get #scale(): number {
    return Math.min(1, (this.#layout.neurons[0]?.size ?? 40) / 40);
  }

  protected override willUpdate(): void {
    const { layers } = this.lab.description.value;
    const { width, height } = this.#screen;
    const sizes = this.#sizes;
    const target = this.editing;
    if (target && !(target.neuron < (layers[target.layer - 2]?.neurons ?? 0))) this.editing = undefined;
    if (!this.#changes.seen("layout", width, height, sizes.join(), this.#coarse.matches)) return;
    this.#layout = layOut(sizes, width, height, this.#coarse.matches ? aside.coarse : aside.fine);
    this.#links = linksOf(this.#layout, layers);
    this.tabStop = Math.min(this.tabStop, this.#layout.neurons.length - 1);
  }

  /* ── what is shown ────────────────────────────────────────────────────────────────────────── */

  override render() {
    const description = this.lab.description.value;
    return html`
      <header><h2 class="heading">${texts.network.heading}</h2><p class="caption">${texts.network.caption}</p>
        <button class="button small quiet" @click=${this.#openTable}>${icons.table}${texts.network.allWeights}</button></header>
      <div class="scroller">
        <div class="network" role="group" aria-label=${texts.network.picture(this.#sizes)}>
          <div class="captions">${layerCaptions(description, this.#setHidden)}</div>
          <div class="picture" @pointermove=${this.#moved} @pointerleave=${this.#left} @click=${this.#pressed} @keydown=${this.#keyed}>
            <canvas class="links" aria-hidden="true"></canvas>
            ${this.#layout.neurons.map((box, i) => this.#neuron(box, i))}
            ${this.#layout.more.map(({ count }) => html`<span class="more">${texts.network.more(count)}</span>`)}
          </div>
          <div class="bench">${layerButtons(description, this.#setHidden)}</div>
        </div>
      </div>
      ${this.#readout()}
      <lab-dialog wide .heading=${texts.network.allWeights} .open=${this.tableOpen} @close=${() => (this.tableOpen = false)}>
        ${this.tableOpen ? html`<lab-weight-table .lab=${this.lab}></lab-weight-table>` : nothing}
      </lab-dialog>
      <div popover="manual" role="dialog" aria-label=${texts.network.heading} @keydown=${this.#editorKeyed}>
        ${
          this.editing
            ? html`<lab-weight-editor .lab=${this.lab} .target=${this.editing} @close=${this.#close}
                @widen=${() => (this.editing = { ...this.editing!, parameter: undefined })}></lab-weight-editor>`
            : nothing
        }
      </div>
    `;
  }

  #neuron({ layer, neuron }: NeuronBox, i: number) {
    const { features } = this.lab.description.value;
    const pointed = this.lab.pointed.value;
    const lit = pointed?.kind === "neuron" && pointed.layer === layer && pointed.neuron === neuron;
    const label =
      layer === 1 ? texts.network.feature(texts.featureName(features[neuron])) : texts.network.neuron(layer, neuron);
    return html`<button class="neuron ${lit ? "lit" : ""}" tabindex=${i === this.tabStop ? 0 : -1} aria-label=${label}
      aria-haspopup=${layer > 1 ? "dialog" : nothing}
      @pointerenter=${() => this.#point({ kind: "neuron", layer, neuron })} @focus=${() => this.#focused(i)}
      @click=${(event: Event) => this.#chosen(event, i)}><canvas aria-hidden="true"></canvas></button>`;
  }

  #readout() {
    const { value: pointed } = this.lab.pointed;
    const read = networkReadout(pointed, this.lab.description.value, this.lab.frame.value, this.#ranges);
    if (!read) return html`<p class="readout">${texts.network.hint}</p>`;
    return html`<p class="readout">
      <span class="number" title=${read.exact}>${read.name} ${read.value}</span>
      <span class="number gradient" title=${texts.network.gradientLong}>${read.gradient}</span><span>${read.words}</span>
    </p>`;
  }

  /* ── drawing ──────────────────────────────────────────────────────────────────────────────── */

  protected override firstUpdated(): void {
    this.#screen.measure(this.renderRoot.querySelector(".picture")!);
  }

  protected override updated(): void {
    this.#place();
    this.#placeEditor();
    if (!this.#screen.visible || this.#screen.width === 0) return;
    this.#requestFrames();
    this.#drawLinks();
    this.#drawMaps();
  }

  /** Boxes and buttons to their columns: by code, since the page allows no style attributes. */
  #place(): void {
    const { columns, neurons, more } = this.#layout;
    if (!this.#changes.seen("place", this.#layout, this.#links, this.lab.description.value.revision)) return;
    const apart = this.#coarse.matches ? spacing.coarse : spacing.fine;
    const edge = this.#coarse.matches ? aside.coarse : aside.fine;
    const all = <T extends HTMLElement>(selector: string) => [...this.renderRoot.querySelectorAll<T>(selector)];
    all(".network")[0].style.minWidth = `max(100%, ${2 * edge + (columns.length - 1) * apart}px)`;
    all(".network")[0].classList.toggle("crowded", columns.length > 1 && columns[1] - columns[0] < roomy);
    all(".picture")[0].style.minHeight = `${leastHeight(this.#sizes)}px`;
    for (const [i, box] of all(".caption-box").entries()) box.style.left = `${columns[i]}px`;
    for (const [i, button] of all(".bench .round").entries()) {
      const [before, after] = [columns[Math.floor(i / 2)], columns[Math.floor(i / 2) + 1]];
      button.style.left = `${i % 2 === 0 ? (before + after) / 2 : after}px`;
    }
    for (const [i, { style }] of all(".neuron").entries()) {
      const { x, y, size } = neurons[i];
      Object.assign(style, { left: `${x}px`, top: `${y}px`, width: `${size}px`, height: `${size}px` });
    }
    for (const [i, { style }] of all(".more").entries())
      Object.assign(style, { left: `${more[i].x}px`, top: `${more[i].y}px` });
  }

  #drawLinks(): void {
    const { parameters } = this.lab.frame.value;
    const description = this.lab.description.value;
    const { parameterCount, layers } = description;
    const pointed = this.lab.pointed.value;
    const colours = palette(this);
    const { width, height, density } = this.#screen;
    const parts = [parameters, pointed, this.#links, layers, colours, width, height, density];
    if (!parameters || parameters.length !== parameterCount || !this.#changes.seen("links", ...parts)) return;
    const canvas = this.renderRoot.querySelector<HTMLCanvasElement>("canvas.links")!;
    const context = canvas.getContext("2d")!;
    fitCanvas(canvas, context, width, height);
    context.clearRect(0, 0, width, height);
    const lit = (parameter: number) => pointed?.kind === "parameter" && pointed.index === parameter;
    drawLinks(context, this.#links, parameters, this.#scale, lit, colours);
    drawBiases(context, this.#layout, description, parameters, lit, colours);
  }

  #drawMaps(): void {
    const { neurons } = this.lab.frame.value;
    const description = this.lab.description.value;
    const { layers } = description;
    const size = this.#mapSize;
    const sizes = this.#sizes;
    const colours = palette(this);
    if (!neurons || neurons.length !== sizes.reduce((sum, count) => sum + count, 0) * size * size) return;
    if (!this.#changes.seen("maps", neurons, colours, this.#layout)) return;
    const first = sizes.map((_, i) => sizes.slice(0, i).reduce((sum, count) => sum + count, 0));
    this.#ranges = sizes.map((count, i) => rangeOf(layers[i - 1]?.activation, neurons, first[i], count, size));
    const canvases = this.renderRoot.querySelectorAll<HTMLCanvasElement>(".neuron canvas");
    for (const [i, { layer, neuron }] of this.#layout.neurons.entries()) {
      const table = mapTable(colours, outputClass(description, layer, neuron));
      drawMap(canvases[i], neurons, first[layer - 1] + neuron, size, this.#ranges[layer - 1], table);
    }
  }

  /* ── what is needed of a frame ────────────────────────────────────────────────────────────── */

  #requestFrames(): void {
    const description = this.lab.description.value;
    const columns = planeColumns(this.lab.view.value, description);
    const { x, y } = toShape(planeWindow(this.lab), 1, 1);
    const held = heldValues(this.lab.view.value, description);
    for (const column of columns) held[column] = 0;
    const largest = Math.max(16, ...this.#layout.neurons.map((box) => box.size)) * this.#screen.density;
    const most = this.lab.frame.value.status === "training" ? 32 : 96;
    const size = Math.min(most, Math.ceil(largest / 8) * 8);
    const pointed = this.lab.pointed.value;
    const gradient = this.editing !== undefined || (this.#former !== undefined && pointed !== undefined);
    const key = [columns, x, y, held, size, gradient].join("|");
    this.#mapSize = size;
    this.#want(key, { neurons: { columns, x, y, held, size }, parameters: true, ...(gradient ? { gradient } : {}) });
  }

  #want(key: string, request?: FrameRequest): void {
    if (key === this.#wanted) return;
    this.#wanted = key;
    this.lab.want(this, request);
  }

  /* ── hands ────────────────────────────────────────────────────────────────────────────────── */

  readonly #setHidden = async (hidden: ModelSpec["hidden"]): Promise<void> =>
    (await hiddenLayers(this.lab))?.setHidden(this.lab, hidden);

  #point(pointed: Pointed | undefined): void {
    this.#former ??= { pointed: this.lab.pointed.value };
    this.lab.pointed.value = pointed;
  }

  #moved(event: PointerEvent): void {
    if ((event.target as Element).closest(".neuron")) return;
    const link = this.#linkUnder(event);
    if (link) this.#point({ kind: "parameter", index: link.parameter });
    else this.#unpoint();
    (event.currentTarget as HTMLElement).style.cursor = link ? "pointer" : "";
  }

  #left(): void {
    this.#unpoint();
  }

  /** What was pointed at before the pointer came is pointed at again. */
  #unpoint(): void {
    if (!this.#former || this.editing) return;
    this.lab.pointed.value = this.#former.pointed;
    this.#former = undefined;
  }

  #linkUnder(event: MouseEvent): Link | undefined {
    const { left, top } = this.renderRoot.querySelector(".picture")!.getBoundingClientRect();
    const { parameters } = this.lab.frame.value;
    return linkAt(this.#links, parameters, this.#scale, event.clientX - left, event.clientY - top);
  }

  #pressed(event: MouseEvent): void {
    const link = this.#linkUnder(event);
    if (!link) return;
    const { layers } = this.lab.description.value;
    const i = layers.findIndex(
      ({ weights, inputs, neurons }) => link.parameter >= weights && link.parameter < weights + inputs * neurons,
    );
    const neuron = Math.floor((link.parameter - layers[i].weights) / layers[i].inputs);
    this.#open({ layer: i + 2, neuron, parameter: link.parameter }, new DOMRect(event.clientX, event.clientY, 0, 0));
  }

  #focused(i: number): void {
    this.tabStop = i;
    const { layer, neuron } = this.#layout.neurons[i];
    this.#point({ kind: "neuron", layer, neuron });
  }

  #chosen(event: Event, i: number): void {
    event.stopPropagation();
    const { layer, neuron } = this.#layout.neurons[i];
    if (layer > 1) this.#open({ layer, neuron }, (event.currentTarget as HTMLElement).getBoundingClientRect());
  }

  #keyed(event: KeyboardEvent): void {
    if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
    event.stopPropagation();
    const next = neighbour(this.#layout, this.#layout.neurons[this.tabStop], event.key);
    if (next) this.renderRoot.querySelectorAll<HTMLElement>(".neuron")[this.#layout.neurons.indexOf(next)].focus();
  }

  /* ── the editor ───────────────────────────────────────────────────────────────────────────── */

  #anchor = new DOMRect();

  async #openTable(): Promise<void> {
    this.tableOpen = Boolean(await weightTable(this.lab));
  }

  async #open(target: EditorTarget, anchor: DOMRect): Promise<void> {
    if (!(await weightEditor(this.lab))) return;
    this.editing = target;
    this.#anchor = anchor;
    this.#point(
      target.parameter === undefined ? { kind: "neuron", ...target } : { kind: "parameter", index: target.parameter },
    );
  }

  async #placeEditor(): Promise<void> {
    const holder = this.renderRoot.querySelector<HTMLElement>("[popover]")!;
    if (!this.#changes.seen("editor", this.editing)) return;
    holder.togglePopover?.(this.editing !== undefined);
    const editor = holder.querySelector<LabWeightEditor>("lab-weight-editor");
    if (!editor) return;
    await editor.updateComplete;
    placeBeside(holder, this.#anchor);
    editor.renderRoot.querySelector<HTMLElement>("lab-weight")?.focus();
  }

  readonly #close = (): void => {
    this.editing = undefined;
    this.#unpoint();
    this.renderRoot.querySelectorAll<HTMLElement>(".neuron")[this.tabStop]?.focus();
  };

  readonly #closeOutside = (event: Event): void => {
    const holder = this.renderRoot.querySelector("[popover]");
    if (!this.editing || (holder && event.composedPath().includes(holder))) return;
    this.editing = undefined;
  };

  readonly #closeByKey = (event: KeyboardEvent): void => {
    if (this.editing && event.key === "Escape") this.#close();
  };

  #editorKeyed(event: KeyboardEvent): void {
    event.stopPropagation(); // the page's own keys rest here
    if (event.key === "Escape") this.#close();
  }
}
