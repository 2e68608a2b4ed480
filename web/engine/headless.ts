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
  LayerInfo,
  Outcome,
  PartialSpec,
  Regression,
  StopReason,
  Table,
} from "./protocol";
import { readSaved, type SavedExperiment } from "./saved";
import { loadWasm } from "./wasmSource";

export type * from "./protocol";
export type { CsvOptions, DocumentInput, Prediction, SavedExperiment };

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

/** Rows of all columns, one after the other. */
type Points = Float64Array | number[];

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
  /** Where numbers are fitted: mean squared error, its root, R². */
  regression(): { train: Regression; test?: Regression } | undefined {
    return this.frame({ regression: true }).regression;
  }
  /** What the model says of points, in every form. @param points  rows of all columns */
  outputs(points: Points): Prediction {
    return given(this.core.predict(points));
  }

  // scikit-learn's words, with its meaning and shapes. Where the perceptron keeps a pocket or an average, these are
  // what decides; `weights()` are those that learn.

  /** The class index decided for each point, or the number given. */
  predict(points: Points): Float64Array {
    return this.outputs(points).decided;
  }
  /** z for each point; a row of one per output where there are several. */
  decisionFunction(points: Points): Float64Array | Float64Array[] {
    const { scores, decided } = this.outputs(points);
    return scores.length === decided.length ? scores : rowsOf(scores, decided.length);
  }
  /** A row for each point: the probability of each class. @throws InputError unless the output is sigmoid or softmax */
  predictProba(points: Points): Float64Array[] {
    const output = this.#outputLayer;
    if (output.activation !== "sigmoid" && output.activation !== "softmax") {
      throw new InputError({
        code: "incompatible",
        field: "model.output",
        value: output.activation,
        allowed: "sigmoid, softmax",
      });
    }
    const { outputs, decided } = this.outputs(points);
    if (output.neurons === 1) return Array.from(outputs, (p) => Float64Array.of(1 - p, p));
    return rowsOf(outputs, decided.length);
  }
  /** A row of weights for each output. @throws InputError where there are hidden layers */
  coef(): Float64Array[] {
    const { neurons, weights, biases } = this.#linearLayer;
    return rowsOf(this.#deciding.slice(weights, biases), neurons);
  }
  /** A bias for each output. @throws InputError where there are hidden layers */
  intercept(): Float64Array {
    const { neurons, biases } = this.#linearLayer;
    return this.#deciding.slice(biases, biases + neurons);
  }
  /** Mean accuracy, or R² where numbers are fitted: of the test points, or of the training points where there are none
   *  or they are asked for. */
  score(of?: "train" | "test"): number | undefined {
    const { confusion, regression } = this.frame({ confusion: true, regression: true });
    const chosen = <T>(both?: { train: T; test?: T }) => (of ? both?.[of] : (both?.test ?? both?.train));
    return confusion ? chosen(confusion)?.accuracy : chosen(regression)?.determination;
  }
  /** A row for each true class: how many of it were decided as each class. */
  confusionMatrix(of: "train" | "test" = "train"): Float64Array[] | undefined {
    const counts = this.confusion()?.[of]?.counts;
    return counts && rowsOf(counts, Math.sqrt(counts.length));
  }

  /** The recorded steps with their true costs, thinned in long runs. */
  history(): Curves {
    return this.frame({ curves: true }).curves!;
  }
  /** Whatever else the page shows: fields, neurons' maps, surfaces.
   *  @param fieldInto  holds the field afterwards, where it is of its size: who asks for one after the other may give the
   *    last one back, and none has to be made. Else the field has an array of its own. */
  frame(request: FrameRequest = {}, fieldInto?: Float32Array): Omit<Frame, "status"> {
    return given(this.core.frame(request, fieldInto));
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

  get #deciding(): Float64Array {
    return this.frame({ answer: true }).answer!;
  }
  get #outputLayer(): LayerInfo {
    return this.describe().layers.at(-1)!;
  }
  get #linearLayer(): LayerInfo {
    const { layers } = this.describe();
    if (layers.length === 1) return layers[0]!;
    throw new InputError({
      code: "incompatible",
      field: "model.hidden",
      value: `${layers.length - 1}`,
      allowed: "model.hidden = []",
    });
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
  /** Opens a saved experiment at its step: a document, or what a file of the page holds, parsed. */
  open(saved: DocumentInput | SavedExperiment): Experiment {
    const { format } = saved as SavedExperiment;
    const document = format === undefined ? (saved as DocumentInput) : given(readSaved(saved, "file", format)).document;
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

function rowsOf(numbers: Float64Array, rows: number): Float64Array[] {
  const width = numbers.length / rows;
  return Array.from({ length: rows }, (_, i) => numbers.slice(i * width, (i + 1) * width));
}

function count(name: string, value: number): number {
  if (Number.isInteger(value) && value >= 0) return value;
  throw new InputError({ code: "notAnInteger", field: name, value: String(value), allowed: "[0, 9007199254740991]" });
}
