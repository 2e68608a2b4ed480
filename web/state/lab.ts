/** The page's state: one experiment, seen through signals, and every action a person can take.
 *  Views read `description`, `frame` and `view`, call actions, and `want` what they draw. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals-core";
import type { CsvOptions, DocumentInput, Engine } from "../engine/engine";
import type {
  Change,
  Description,
  ExperimentDocument,
  FieldInfo,
  Frame,
  FrameRequest,
  LabError,
  Outcome,
  Table,
} from "../engine/protocol";
import type { Setting } from "./combinations";
import { rowAfter } from "./rows";
import { firstView, type Pointed, type View } from "./view";

/** Something the page says once, in a bar: an error, or word of what just happened with a way on. */
export type Notice =
  | { kind: "error"; error: LabError }
  | { kind: "broken"; error: LabError } // the engine failed: it can be started again
  | { kind: "rewound"; lines: number } // the journal has changes after this step: they will be replayed
  | { kind: "manyClasses"; classes: number } // more than two now, each with a sigmoid output of its own
  | { kind: "unread"; error?: LabError; text: string } // what was remembered could not be opened: it can be saved
  | { kind: "notRemembered" } // the experiment is too large for the browser's memory
  | { kind: "notLoaded" } // a part of the page that is loaded later (state/later.ts)
  | { kind: "text"; text: string };

const undoDepth = 200;

export class Lab {
  readonly description: Signal<Description>;
  readonly frame: Signal<Frame>;
  readonly view: Signal<View>;
  readonly pointed: Signal<Pointed | undefined> = signal(undefined);
  readonly notice: Signal<Notice | undefined> = signal(undefined);
  readonly fields: ReadonlyMap<string, FieldInfo>;

  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;

  readonly #past: Signal<ExperimentDocument[]> = signal([]);
  readonly #future: Signal<ExperimentDocument[]> = signal([]);
  readonly #wants = new Map<object, FrameRequest>();
  #frameUnderWay = false;
  #frameMissed = false;
  #frameScheduled = false;
  #boundaryAsked = false;
  #spare: ArrayBuffer | undefined; // of the frame before the present one
  #queue: Promise<unknown> = Promise.resolve();
  #disposed = false;

  /** Starts on a document. What is wrong with it becomes a notice, and the default experiment is opened. */
  static async start(engine: Engine, document: DocumentInput = {}, view: Partial<View> = {}): Promise<Lab> {
    let outcome = await engine.configure(document);
    let notice: Notice | undefined;
    if (outcome.error) {
      notice = { kind: "error", error: outcome.error };
      outcome = await engine.configure({});
    }
    const description = outcome.value!;
    const lab = new Lab(engine, description, await engine.frame({}), { ...firstView, ...view });
    lab.notice.value = notice;
    return lab;
  }

  private constructor(
    public engine: Engine, // another one after restart()
    description: Description,
    frame: Frame,
    view: View,
  ) {
    this.description = signal(description);
    this.frame = signal(frame);
    this.view = signal(view);
    this.fields = new Map(engine.fields.map((field) => [field.path, field]));
    this.canUndo = computed(() => this.#past.value.length > 0);
    this.canRedo = computed(() => this.#future.value.length > 0);
  }

  /* ── changing the experiment: every one can be undone ─────────────────────────────────────── */

  /** Sets a field of the spec. Resolves to what is wrong, if anything; then nothing has changed. */
  set(field: string, value: unknown): Promise<LabError | undefined> {
    return this.change({ kind: "set", field, value });
  }

  /** @param merge  a further piece of one gesture (a drag, a brush stroke): undone together with the piece before */
  change(change: Change, merge = false): Promise<LabError | undefined> {
    return this.#edit(() => this.engine.change(change), merge);
  }

  /** Sets several fields as one action: all of them, or none. */
  setAll(settings: readonly Setting[]): Promise<LabError | undefined> {
    return this.#edit(async (before) => {
      let outcome: Outcome<Description> = { value: this.description.value };
      for (const [i, [field, value]] of settings.entries()) {
        outcome = await this.engine.change({ kind: "set", field, value });
        if (outcome.error && i > 0) await this.engine.configure(before);
        if (outcome.error) break;
      }
      return outcome;
    });
  }

  /** Opens another experiment. */
  open(document: DocumentInput, view: Partial<View> = {}): Promise<LabError | undefined> {
    return this.#edit(async () => {
      const outcome = await this.engine.configure(document);
      if (!outcome.error) this.show({ planeColumns: [0, 1], held: "mean", descentPair: undefined, ...view });
      return outcome;
    });
  }

  /** The points and settings of now become a new beginning, at step 0. */
  rebase(): Promise<LabError | undefined> {
    return this.#edit(() => this.engine.rebase());
  }

  undo(): Promise<void> {
    return this.#travel(this.#past, this.#future);
  }

  redo(): Promise<void> {
    return this.#travel(this.#future, this.#past);
  }

  /** Of the text of a table, the points. */
  readCsv(text: string, options: CsvOptions): Promise<Outcome<Table>> {
    return this.engine.readCsv(text, options).catch((reason) => ({ error: this.#broke(reason) }));
  }

  /* ── training ─────────────────────────────────────────────────────────────────────────────── */

  train(): Promise<void> {
    return this.run(() => this.engine.train(this.view.value.speed));
  }
  pause(): Promise<void> {
    return this.run(() => this.engine.pause());
  }
  toggleTraining(): Promise<void> {
    return this.frame.value.status === "training" ? this.pause() : this.train();
  }
  step(): Promise<void> {
    return this.run(() => this.engine.step(this.view.value.stepUnit, 1));
  }
  back(): Promise<void> {
    return this.seek(Math.max(0, this.frame.value.step - 1));
  }
  seek(step: number): Promise<void> {
    return this.run(() => this.engine.seek(step));
  }
  /** Back to the very same initial weights. Later journal lines stay, and are said: training replays them. */
  async rewind(): Promise<void> {
    await this.seek(0);
    const later = this.description.value.document.journal.filter((line) => line.step > 0).length;
    if (later > 0) this.notice.value = { kind: "rewound", lines: later };
  }

  /* ── the picture ──────────────────────────────────────────────────────────────────────────── */

  show(change: Partial<View>): void {
    const before = this.view.value.speed;
    this.view.value = { ...this.view.value, ...change };
    if (change.speed && change.speed !== before && this.frame.value.status === "training") void this.train();
    this.refresh();
  }

  /** Says what a view needs in each frame, while it is on screen; undefined: nothing any more.
   *  Wants of several views are merged; two of the same kind should be equal. */
  want(owner: object, request: FrameRequest | undefined): void {
    if (request) this.#wants.set(owner, request);
    else this.#wants.delete(owner);
    this.refresh();
  }

  /** Asks for a new frame at the next animation frame; for the first boundary at once: the worker computes it while the
   *  page is still painted. */
  refresh(): void {
    if (this.#frameScheduled || this.#disposed) return;
    this.#frameScheduled = true;
    const atOnce = !this.#boundaryAsked && this.#request.field;
    (atOnce ? queueMicrotask : requestAnimationFrame)(() => {
      this.#frameScheduled = false;
      void this.#fetchFrame();
    });
  }

  dispose(): void {
    this.#disposed = true;
    this.engine.dispose();
  }

  async #fetchFrame(): Promise<void> {
    if (this.#disposed) return;
    if (this.#frameUnderWay) {
      this.#frameMissed = true; // it was asked for before this wish: another one must follow
      return;
    }
    this.#frameUnderWay = true;
    this.#frameMissed = false;
    try {
      await this.#takeFrame();
    } catch (reason) {
      this.#broke(reason);
    } finally {
      this.#frameUnderWay = false;
    }
  }

  async #takeFrame(): Promise<void> {
    const frame = await this.#askFrame();
    const description = frame.revision === this.description.value.revision ? undefined : await this.engine.describe();
    if (this.#disposed) return;
    batch(() => {
      if (description) this.#take(description);
      this.#spare = bufferOf(this.frame.value);
      this.frame.value = frame;
    });
    if (this.#frameMissed || frame.status === "training" || frame.replaying !== undefined) this.refresh();
  }

  /** Takes a description; the rows that are held and pointed at stay the same points where points came or went. */
  #take(description: Description): void {
    const { table } = this.description.value;
    this.description.value = description;
    if (table === description.table) return;
    const { held } = this.view.value;
    const pointed = this.pointed.value;
    if (held !== "mean")
      this.view.value = { ...this.view.value, held: rowAfter(held, table, description.table) ?? "mean" };
    if (pointed?.kind !== "row") return;
    const row = rowAfter(pointed.row, table, description.table);
    this.pointed.value = row === undefined ? undefined : { kind: "row", row };
  }

  /** A wish may be older than the experiment, and ask for columns or weights that are no more: the core refuses it.
   *  Then the numbers come without pictures, and the views wish anew. */
  #askFrame(): Promise<Frame> {
    const request = this.#request;
    this.#boundaryAsked ||= Boolean(request.field);
    const spare = this.#spare;
    this.#spare = undefined;
    return this.engine.frame(request, spare).catch(() => this.engine.frame({}));
  }

  get #request(): FrameRequest {
    return Object.assign({}, ...this.#wants.values());
  }

  /** A third class of points gives sigmoid outputs that do not know of each other: said until it is settled. */
  #noticeAfter({ table, spec }: Description): Notice | undefined {
    const classes = table.classes?.length ?? 0;
    if (classes < 3 || spec.model.output !== "sigmoid") return undefined;
    const before = this.description.value.table.classes?.length ?? 0;
    const fresh = before > 0 && before < classes;
    return fresh || this.notice.value?.kind === "manyClasses" ? { kind: "manyClasses", classes } : undefined;
  }

  /** An action that moves the run, and not the experiment. */
  async run(action: () => Promise<void>): Promise<void> {
    await this.#inTurn(async () => {
      await action();
      this.refresh();
    });
  }

  #edit(
    action: (before: ExperimentDocument) => Promise<Outcome<Description>>,
    merge = false,
  ): Promise<LabError | undefined> {
    return this.#inTurn(async () => {
      const before = (await this.engine.describe()).document;
      const outcome = await action(before);
      if (outcome.error) {
        this.notice.value = { kind: "error", error: outcome.error };
        return outcome.error;
      }
      batch(() => {
        if (!merge || this.#past.value.length === 0) this.#past.value = [...this.#past.value, before].slice(-undoDepth);
        this.#future.value = [];
        this.notice.value = this.#noticeAfter(outcome.value);
        this.#take(outcome.value);
      });
      this.refresh();
      return undefined;
    });
  }

  /** To the last document of one stack, leaving the present one on the other. A difference in the journal alone
   *  keeps the present step: the run as it would have been. */
  async #travel(from: Signal<ExperimentDocument[]>, onto: Signal<ExperimentDocument[]>): Promise<void> {
    await this.#inTurn(async () => {
      const target = from.value.at(-1);
      if (!target) return;
      const present = (await this.engine.describe()).document;
      const sameStart = target.spec === present.spec || JSON.stringify(target.spec) === JSON.stringify(present.spec);
      const outcome = sameStart
        ? await this.engine.revise(target.journal, present.step)
        : await this.engine.configure(target);
      if (outcome.error) {
        this.notice.value = { kind: "error", error: outcome.error };
        return;
      }
      batch(() => {
        from.value = from.value.slice(0, -1);
        onto.value = [...onto.value, present];
        this.notice.value = undefined;
        this.#take(outcome.value);
      });
      this.refresh();
    });
  }

  /** Actions reach the engine one after the other. One that fails says so, and the next may. */
  #inTurn<T>(action: () => Promise<T>): Promise<T | LabError> {
    const result = this.#queue.then(action).catch((reason) => this.#broke(reason));
    this.#queue = result;
    return result;
  }

  /** The engine failed at a call, or gave no answer: nothing moves any more, and the page says it. */
  #broke(reason: unknown): LabError {
    const error = { code: "broken", field: "engine", value: String(reason), allowed: "" };
    if (this.#disposed) return error;
    batch(() => {
      this.notice.value = { kind: "broken", error };
      this.frame.value = { ...this.frame.value, status: "paused", replaying: undefined };
    });
    return error;
  }

  /** Goes on with another engine, where the experiment was last seen. */
  async restart(engine: Engine): Promise<void> {
    await this.#inTurn(async () => {
      this.engine.dispose();
      this.engine = engine;
      this.#frameUnderWay = false; // the former one answers no more
      const document = { ...this.description.value.document, step: this.frame.value.step };
      const { value, error } = await engine.configure(document);
      if (value) this.#take(value);
      this.notice.value = error && { kind: "error", error };
      this.refresh();
    });
  }
}

/** What the worker may write the next frame into. Views read of a frame while it is the present one; Descent alone goes on
 *  from the surface before. */
function bufferOf({ field, surface }: Frame): ArrayBuffer | undefined {
  return surface ? undefined : (field?.buffer as ArrayBuffer | undefined);
}
