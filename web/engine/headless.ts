/** The headless API, dist/backprop-lab.js: the same compiled core, synchronous, without the page. */
import type { CsvOptions, DocumentInput } from "./engine";
import { type CoreExperiment, type CoreModule, instantiate, type Prediction } from "./module";
import type {
  Change,
  Confusion,
  Costs,
  Curves,
  Description,
  FieldInfo,
  Frame,
  FrameRequest,
  LabError,
  Outcome,
  PartialSpec,
  StopReason,
  Table,
} from "./protocol";
import { loadWasm } from "./wasmSource";

export type * from "./protocol";
export type { CsvOptions, DocumentInput, Prediction };

/** What is wrong with an input: the field, the value that was given, and what is allowed. */
export class InputError extends Error {
  readonly code: string;
  readonly field: string;
  readonly value: string;
  readonly allowed: string;

  constructor(error: LabError) {
    super(`${error.field}: ${error.code} (${error.value}); allowed: ${error.allowed}`);
    this.name = "InputError";
    ({ code: this.code, field: this.field, value: this.value, allowed: this.allowed } = error);
  }
}

function given<T>(outcome: Outcome<T>): T {
  if (outcome.error) throw new InputError(outcome.error);
  return outcome.value;
}

/** One experiment. Everything it returns is a copy; `dispose()` it when done. */
export class Experiment {
  /** @internal */
  constructor(private readonly core: CoreExperiment) {}

  /** Trains at most so many steps (updates); fewer where the run stops. @returns steps made */
  train(steps: number): number {
    return this.core.advance(count("steps", steps));
  }
  /** Trains to the end of the present epoch, and `epochs − 1` more. @returns steps made */
  trainEpochs(epochs: number): number {
    let made = 0;
    for (let i = 0; i < count("epochs", epochs) && (i === 0 || !this.core.stopped()); i++) {
      made += this.core.advance(this.core.stepsToEpochEnd());
    }
    return made;
  }
  /** Goes to a step, earlier or later: the same bits as training there. */
  seek(step: number): void {
    this.core.seek(count("step", step), Number.MAX_SAFE_INTEGER);
  }
  /** Changes a field of the spec, a weight or the points; see `Change`. @throws InputError, and nothing has changed */
  change(change: Change): void {
    given(this.core.change(change));
  }
  set(field: string, value: unknown): void {
    this.change({ kind: "set", field, value });
  }

  get step(): number {
    return this.core.step();
  }
  get epoch(): number {
    return this.frame().epoch;
  }
  /** Why the run stopped by itself, if it did. */
  get stop(): StopReason | undefined {
    return this.frame().stop;
  }

  /** θ: W², b², W³, b³, …; each W by rows, destination first. `describe().layers` has the offsets. */
  weights(): Float64Array {
    return this.frame({ parameters: true }).parameters!;
  }
  /** ∂J/∂θ over all training patterns. */
  gradient(): Float64Array {
    return this.frame({ gradient: true }).gradient!;
  }
  costs(): { train: Costs; test?: Costs } {
    const { train, test } = this.frame();
    return test ? { train, test } : { train };
  }
  confusion(): { train: Confusion; test?: Confusion } | undefined {
    return this.frame({ confusion: true }).confusion;
  }
  /** Share of the patterns that are decided rightly: of the test patterns, or of the training patterns where there are none. */
  score(): number | undefined {
    const { train, test } = this.costs();
    return (test ?? train).accuracy;
  }
  /** @param points  rows of all columns */
  predict(points: Float64Array | number[]): Prediction {
    return given(this.core.predict(points));
  }
  /** The recorded steps with their true costs, thinned in long runs. */
  history(): Curves {
    return this.frame({ curves: true }).curves!;
  }
  /** Whatever else the page shows: fields, neurons' maps, surfaces. */
  frame(request: FrameRequest = {}): Omit<Frame, "status"> {
    return given(this.core.frame(request));
  }
  describe(): Description {
    return this.core.describe(0) as Description;
  }
  /** The points as CSV. */
  csv(): string {
    return this.core.writeCsv();
  }
  dispose(): void {
    this.core.delete();
  }
}

export class Laboratory {
  /** @internal */
  constructor(private readonly core: CoreModule) {}

  /** Every field of a spec: type, range, choices, default. */
  get fields(): FieldInfo[] {
    return this.core.fields();
  }
  /** @throws InputError for anything in the spec that is not understood or does not go together */
  create(spec: PartialSpec = {}): Experiment {
    return this.open({ spec });
  }
  /** Opens a saved experiment at its step. */
  open(document: DocumentInput): Experiment {
    const experiment = new Experiment(given(this.core.create(document)));
    if (document.step) experiment.seek(document.step);
    return experiment;
  }
  readCsv(text: string, options: CsvOptions = {}): Table {
    return given(this.core.readCsv(text, options));
  }
  /** Experiments not yet disposed of. */
  get liveExperiments(): number {
    return this.core.liveHandles();
  }
}

/** Starts the laboratory. */
export async function load(): Promise<Laboratory> {
  return new Laboratory(await instantiate(await loadWasm()));
}

function count(name: string, value: number): number {
  if (Number.isInteger(value) && value >= 0) return value;
  throw new InputError({ code: "notAnInteger", field: name, value: String(value), allowed: "[0, 9007199254740991]" });
}
