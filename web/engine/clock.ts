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
/** `then`: what goes on once it has arrived. */
type Replay = { kind: "replay"; target: number; then: Training | undefined };

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
  #task: Training | Replay | undefined;
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
    // It was made where a replay had come to: what lay ahead is cut, and there is no target any more.
    this.#task = this.#training;
    // A change that began a new run leaves it at its start, to be looked at.
    if (this.#running.step() === 0) this.#task = undefined;
    return { value: this.#described() };
  }

  async revise(journal: JournalLine[], step: number): Promise<Outcome<Description>> {
    const outcome = this.#running.revise(journal);
    if (outcome.error) return outcome;
    this.#replay(step, this.#training);
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
    this.#task = undefined;
    for (let i = 0; i < count; i++) this.#running.advance(unit === "epoch" ? this.#running.stepsToEpochEnd() : 1);
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
    if (this.#task?.kind === "train") return "training";
    if (this.#running.stopped()) return "stopped";
    return this.#running.step() > 0 ? "paused" : "ready";
  }

  #forget(): void {
    this.#task = undefined;
    this.#table = undefined;
    this.#dataVersion = 0;
  }

  #described(): Description {
    const { table, ...rest } = this.#running.describe(this.#dataVersion);
    if (table) this.#table = table;
    this.#dataVersion = rest.dataVersion;
    return { ...rest, revision: rest.revision + this.#revisions, table: this.#table! };
  }

  /** What trains, or will when a replay has arrived. */
  get #training(): Training | undefined {
    return this.#task?.kind === "replay" ? this.#task.then : this.#task;
  }

  /** Begins a replay; a short one arrives at once. @param then  training that it breaks into */
  #replay(target: number, then?: Training): void {
    const task: Replay = { kind: "replay", target, then };
    this.#task = task;
    const patience = performance.now() + patienceMilliseconds;
    while (this.#task === task && performance.now() < patience) this.#work();
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
      wait = this.#work();
    } catch (reason) {
      this.#trap = { reason };
      this.#task = undefined;
    }
    if (!this.#task) return;
    if (wait > 0) {
      this.#ticking = true;
      setTimeout(() => this.#tick(), wait);
    } else {
      this.#schedule();
    }
  }

  /** Does a chunk of the present task. @returns milliseconds until there is more to do */
  #work(): number {
    const task = this.#task!;
    if (task.kind === "replay") {
      if (this.#timed((steps) => this.#running.seek(task.target, steps))) this.#task = task.then;
      return 0;
    }
    return task.speed === "full" ? this.#trainFull() : this.#trainPaced(task, task.speed.unit, task.speed.perSecond);
  }

  #trainFull(): number {
    this.#timed((steps) => this.#running.advance(steps));
    if (this.#running.stopped()) this.#task = undefined;
    return 0;
  }

  #trainPaced(task: Training, unit: "step" | "epoch", perSecond: number): number {
    const now = performance.now();
    const most = Math.max(1, perSecond * longestDebtSeconds);
    task.debt = Math.min(most, task.debt + ((now - task.since) / 1000) * perSecond);
    task.since = now;
    const end = now + chunkMilliseconds * 2;
    while (task.debt >= 1 && performance.now() < end) {
      this.#running.advance(unit === "epoch" ? this.#running.stepsToEpochEnd() : 1);
      task.debt -= 1;
      if (this.#running.stopped()) {
        this.#task = undefined;
        return 0;
      }
    }
    return task.debt >= 1 ? 0 : Math.min(50, ((1 - task.debt) / perSecond) * 1000);
  }

  /** Calls with as many steps as took a chunk's time before, and adapts that number. */
  #timed<T>(run: (steps: number) => T): T {
    const before = performance.now();
    const result = run(this.#stepsPerChunk);
    const took = performance.now() - before;
    const factor = took > 0 ? chunkMilliseconds / took : 4;
    this.#stepsPerChunk = Math.max(
      1,
      Math.min(1e7, Math.ceil(this.#stepsPerChunk * Math.min(4, Math.max(0.25, factor)))),
    );
    return result;
  }
}
