/** The compiled core as TypeScript sees it: the declarations of bindings/bindings.cpp (a test compares the two). */
import factory from "../../build/wasm/bindings/backprop_lab_module.mjs";
import type { CsvOptions, DocumentInput } from "./engine";
import type { Change, Description, FieldInfo, Frame, FrameRequest, JournalLine, Outcome, Table } from "./protocol";

/** A handle: `delete()` it when it is no longer needed. Everything it returns is a copy. */
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
  frame(request: FrameRequest): Outcome<Omit<Frame, "status">>;
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

/** Makes an instance of the core from its compiled code. */
export async function instantiate(wasm: WebAssembly.Module): Promise<CoreModule> {
  return (await factory({
    instantiateWasm(imports: WebAssembly.Imports, received: (instance: WebAssembly.Instance) => void) {
      WebAssembly.instantiate(wasm, imports).then(received);
      return {};
    },
  })) as CoreModule;
}
