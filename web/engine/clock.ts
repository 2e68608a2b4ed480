/** The engine itself: one experiment and the clock that trains it, in chunks short enough that commands get in
 *  between. Runs in the worker; on the page where no worker can be had. */
import type { CsvOptions, DocumentInput, Engine } from "./engine";
import type { CoreExperiment, CoreModule } from "./module";
import type {
  Change,
  Description,
  FieldInfo,
  Frame,
  FrameRequest,
  JournalLine,
  Outcome,
  Speed,
  Status,
  Table,
} from "./protocol";

const chunkMilliseconds = 4;
/** A replay shorter than this answers only when it has arrived. */
const patienceMilliseconds = 60;
/** At a set speed, no more than this is made up for after a pause of the machine. */
const longestDebtSeconds = 0.25;

type Training = { kind: "train"; speed: Speed; since: number; debt: number };
/** So many units as fast as can be, and no more. */
type Stepping = { kind: "step"; unit: "update" | "epoch"; left: number };
type Advance = Training | Stepping;
/** `then`: what goes on once it has arrived. */
type Replay = { kind: "replay"; target: number; then: Advance | undefined };

/** A message of one's own comes after those that wait; a timer would come 4 ms late. */
function afterMessages(): (resume: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  return (resume) => {
    port1.onmessage = resume;
    port2.postMessage(undefined);
  };
}

export class Clock implements Engine {
  readonly fields: readonly FieldInfo[];
  #experiment: CoreExperiment | undefined;
  #table: Description["table"] | undefined;
  #dataVersion = 0;
  #task: Advance | Replay | undefined;
  #ticking = false;
  #stepsPerChunk = 1;
  #revisions = 0; // so that another experiment never has the same revision
  #trap: { reason: unknown } | undefined; // what broke the core between two calls; the next call says it

  /** @param later  calls back after the messages that wait */
  constructor(
    private readonly core: CoreModule,
    private readonly later: (resume: () => void) => void = afterMessages(),
  ) {
    this.fields = core.fields();
  }

  async configure(document: DocumentInput): Promise<Outcome<Description>> {
    const outcome = this.core.create(document);
    if (outcome.error) return outcome;
    if (this.#experiment) {
      this.#revisions += this.#experiment.describe(this.#dataVersion).revision + 1;
      this.#experiment.delete();
    }
    this.#experiment = outcome.value;
    this.#forget();
    await this.seek(Number(document.step ?? 0));
    return { value: this.#described() };
  }

  async change(change: Change): Promise<Outcome<Description>> {
    const outcome = this.#running.change(change);
    if (outcome.error) return outcome;
    this.#stepsPerChunk = 1; // a step may be dearer now
    // It was made where a replay had come to: what lay ahead is cut, and there is no target any more.
    this.#task = this.#advance;
    // A change that began a new run leaves it at its start, to be looked at.
    if (this.#running.step() === 0) this.#task = undefined;
    return { value: this.#described() };
  }

  async revise(journal: JournalLine[], step: number): Promise<Outcome<Description>> {
    const outcome = this.#running.revise(journal);
    if (outcome.error) return outcome;
    this.#stepsPerChunk = 1;
    this.#replay(step, this.#advance);
    return { value: this.#described() };
  }

  async rebase(): Promise<Outcome<Description>> {
    this.#running.rebase();
    this.#task = undefined;
    return { value: this.#described() };
  }

  async describe(): Promise<Description> {
    return this.#described();
  }

  async train(speed: Speed): Promise<void> {
    this.#task = { kind: "train", speed, since: performance.now(), debt: 1 };
    this.#schedule();
  }

  async pause(): Promise<void> {
    this.#task = undefined;
  }

  async step(unit: "update" | "epoch", count: number): Promise<void> {
    const task = this.#task;
    if (task?.kind === "step" && task.unit === unit) task.left += count;
    else this.#begin({ kind: "step", unit, left: count });
  }

  async seek(step: number): Promise<void> {
    this.#replay(step);
  }

  async frame(request: FrameRequest): Promise<Frame> {
    const outcome = this.#running.frame(request);
    if (outcome.error) throw new RangeError(`${outcome.error.field}: ${outcome.error.value}`);
    const frame: Frame = {
      ...outcome.value,
      revision: outcome.value.revision + this.#revisions,
      status: this.#status(),
    };
    if (this.#task?.kind === "replay") frame.replaying = this.#task.target;
    return frame;
  }

  async readCsv(text: string, options: CsvOptions = {}): Promise<Outcome<Table>> {
    return this.core.readCsv(text, options);
  }

  async writeCsv(): Promise<string> {
    return this.#running.writeCsv();
  }

  dispose(): void {
    this.#task = undefined;
    this.#experiment?.delete();
    this.#experiment = undefined;
  }

  get #running(): CoreExperiment {
    if (this.#trap) throw this.#trap.reason;
    if (!this.#experiment) throw new Error("configure() comes first");
    return this.#experiment;
  }

  #status(): Status {
    if (this.#task && this.#task.kind !== "replay") return "training";
    if (this.#running.stopped()) return "stopped";
    return this.#running.step() > 0 ? "paused" : "ready";
  }

  #forget(): void {
    this.#task = undefined;
    this.#table = undefined;
    this.#dataVersion = 0;
    this.#stepsPerChunk = 1;
  }

  #described(): Description {
    const { table, ...rest } = this.#running.describe(this.#dataVersion);
    if (table) this.#table = table;
    this.#dataVersion = rest.dataVersion;
    return { ...rest, revision: rest.revision + this.#revisions, table: this.#table! };
  }

  /** What goes on, or will when a replay has arrived. */
  get #advance(): Advance | undefined {
    return this.#task?.kind === "replay" ? this.#task.then : this.#task;
  }

  /** @param then  what it breaks into, and what shall go on */
  #replay(target: number, then?: Advance): void {
    this.#begin({ kind: "replay", target, then });
  }

  /** Begins what has an end; what is short arrives at once. */
  #begin(task: Replay | Stepping): void {
    this.#task = task;
    const patience = performance.now() + patienceMilliseconds;
    while (this.#task === task && performance.now() < patience) this.#attempt();
    if (this.#task) this.#schedule();
  }

  #schedule(): void {
    if (this.#ticking) return;
    this.#ticking = true;
    this.later(() => this.#tick());
  }

  /** One chunk, then whatever messages wait, then the next. */
  #tick(): void {
    this.#ticking = false;
    if (!this.#task) return;
    let wait = 0;
    try {
      wait = this.#attempt();
    } catch {} // the next call says it
    if (!this.#task) return;
    if (wait > 0) {
      this.#ticking = true;
      setTimeout(() => this.#tick(), wait);
    } else {
      this.#schedule();
    }
  }

  /** #work(), unless it breaks the core. */
  #attempt(): number {
    try {
      return this.#work();
    } catch (reason) {
      this.#trap = { reason };
      this.#task = undefined;
      throw reason;
    }
  }

  /** Does a chunk of the present task. @returns milliseconds until there is more to do */
  #work(): number {
    const task = this.#task!;
    if (task.kind === "replay") {
      if (this.#timed(Infinity, (steps) => this.#running.seek(task.target, steps))) this.#task = task.then;
      return 0;
    }
    if (task.kind === "train" && task.speed !== "full") return this.#trainPaced(task, task.speed);
    if (task.kind === "step") this.#stepOn(task);
    else this.#chunk(Infinity);
    if (this.#running.stopped()) this.#task = undefined;
    return 0;
  }

  #stepOn(task: Stepping): void {
    const most = task.unit === "epoch" ? this.#running.stepsToEpochEnd() : task.left;
    const made = this.#chunk(most);
    task.left -= task.unit === "update" ? made : Number(made === most);
    if (task.left === 0) this.#task = undefined;
  }

  #trainPaced(task: Training, { unit, perSecond }: Exclude<Speed, "full">): number {
    const now = performance.now();
    const most = Math.max(1, perSecond * longestDebtSeconds);
    task.debt = Math.min(most, task.debt + ((now - task.since) / 1000) * perSecond);
    task.since = now;
    do {
      if (task.debt < 1) return Math.min(50, ((1 - task.debt) / perSecond) * 1000);
      const steps = unit === "epoch" ? this.#running.stepsToEpochEnd() : 1;
      if (this.#chunk(steps) === steps) task.debt -= 1;
      if (this.#running.stopped()) this.#task = undefined;
    } while (this.#task && performance.now() < now + chunkMilliseconds * 2);
    return 0;
  }

  /** Trains for a chunk. @returns the steps it was long */
  #chunk(most: number): number {
    return this.#timed(most, (steps) => {
      this.#running.advance(steps);
      return steps;
    });
  }

  /** Calls with as many steps as took a chunk's time before, but at most so many, and adapts that number. */
  #timed<T>(most: number, run: (steps: number) => T): T {
    const steps = Math.min(most, this.#stepsPerChunk);
    const before = performance.now();
    const result = run(steps);
    const took = performance.now() - before;
    const factor = Math.min(4, Math.max(0.25, took > 0 ? chunkMilliseconds / took : 4));
    if (steps === this.#stepsPerChunk || factor < 1) {
      this.#stepsPerChunk = Math.max(1, Math.min(1e7, Math.ceil(steps * factor)));
    }
    return result;
  }
}
