/** The compiled core as TypeScript sees it: the declarations of bindings/bindings.cpp (a test compares the two). */
import factory from "../../build/wasm/bindings/backprop_lab_module.mjs";
import type { CsvOptions, DocumentInput } from "./engine";
import type { Change, Description, FieldInfo, Frame, FrameRequest, JournalLine, Outcome, Table } from "./protocol";

/** `delete()` it when it is no longer needed; nothing can be asked of it then. Everything it returns is a copy. */
export interface CoreExperiment {
  change(change: Change): Outcome<true>;
  revise(journal: JournalLine[]): Outcome<true>;
  rebase(): void;
  /** At most so many steps; returns how many were made. */
  advance(steps: number): number;
  /** A stretch of the way to a step, at most so many steps; returns whether it is there, or can go no further. */
  seek(step: number, atMost: number): boolean;
  step(): number;
  stepsToEpochEnd(): number;
  stopped(): boolean;
  /** Without its table where that version of the points is known already. */
  describe(knownDataVersion: number): Omit<Description, "table"> & { table?: Description["table"] };
  /** @param fieldInto  holds the field afterwards, where it is of its size; else that has an array of its own */
  frame(request: FrameRequest, fieldInto?: Float32Array): Outcome<Omit<Frame, "status">>;
  /** @param values  rows of all columns */
  predict(values: Float64Array | number[]): Outcome<Prediction>;
  writeCsv(): string;
  delete(): void;
}

export interface Prediction {
  /** Row after row, one number for each output. */
  outputs: Float64Array;
  /** The same before the output unit, z^𝕃: scikit-learn's `decision_function`. */
  scores: Float64Array;
  /** Per row: the class decided, or the number given. */
  decided: Float64Array;
}

export interface CoreModule {
  create(document: DocumentInput): Outcome<CoreExperiment>;
  fields(): FieldInfo[];
  readCsv(text: string, options: CsvOptions): Outcome<Table>;
  /** Experiments created and not yet deleted. */
  liveHandles(): number;
}

type Method = Exclude<keyof CoreExperiment, "delete">;

/** What bindings/bindings.cpp registers: an experiment's functions take its number first, and `discard` deletes it. */
type Functions = Omit<CoreModule, "create"> & {
  create(document: DocumentInput): Outcome<number>;
  discard(number: number): void;
} & Record<Method, (number: number, ...given: unknown[]) => unknown>;

const methods: Record<Method, true> = {
  change: true,
  revise: true,
  rebase: true,
  advance: true,
  seek: true,
  step: true,
  stepsToEpochEnd: true,
  stopped: true,
  describe: true,
  frame: true,
  predict: true,
  writeCsv: true,
};

function experimentOf(core: Functions, number: number): CoreExperiment {
  let there = true;
  const bound = Object.keys(methods).map((name) => [
    name,
    (...given: unknown[]) => {
      if (!there) throw new Error("This experiment was disposed of.");
      return core[name as Method](number, ...given);
    },
  ]);
  const discard = () => {
    if (!there) return;
    there = false;
    core.discard(number);
  };
  const experiment = Object.fromEntries(bound);
  return {
    ...experiment,
    frame: (request, fieldInto) => experiment.frame(request, fieldInto), // Embind counts what it is given
    delete: discard,
  };
}

/** Makes an instance of the core from its compiled code. */
export async function instantiate(wasm: WebAssembly.Module): Promise<CoreModule> {
  const core = (await factory({
    instantiateWasm(imports: WebAssembly.Imports, received: (instance: WebAssembly.Instance) => void) {
      WebAssembly.instantiate(wasm, imports).then(received);
      return {};
    },
  })) as Functions;
  return {
    create(document) {
      const { value, error } = core.create(document);
      return error ? { error } : { value: experimentOf(core, value) };
    },
    fields: core.fields,
    readCsv: core.readCsv,
    liveHandles: core.liveHandles,
  };
}
