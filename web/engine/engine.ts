/** The engine as the page sees it, wherever it runs: in a worker, or time-sliced on the page. */
import type {
  Change,
  Description,
  ExperimentDocument,
  FieldInfo,
  Frame,
  FrameRequest,
  JournalLine,
  Outcome,
  Speed,
  Table,
} from "./protocol";

export interface CsvOptions {
  /** Name of the target column; absent: guessed, as the README says. */
  target?: string;
  /** Absent: guessed. */
  kind?: "classes" | "numbers";
}

export interface Engine {
  /** The core's table of the spec's fields: types, ranges, choices, defaults. */
  readonly fields: readonly FieldInfo[];

  /** Begins the experiment of a document and brings it to `document.step`. On an error the present one stays. */
  configure(document: DocumentInput): Promise<Outcome<Description>>;
  /** Applies a change now: a live one becomes a journal line at this step (cutting any later lines), one that
   *  restarts becomes a new spec₀ at step 0, made from the spec in force. A replay under way ends where it has come to.
   *  On an error nothing changes. */
  change(change: Change): Promise<Outcome<Description>>;
  /** Replaces the journal of the same spec₀ (undo), keeping what history both share, and goes to `step`; what was
   *  training trains on from there. */
  revise(journal: JournalLine[], step: number): Promise<Outcome<Description>>;
  /** Makes the spec in force and the present points the new spec₀, at step 0. */
  rebase(): Promise<Outcome<Description>>;
  describe(): Promise<Description>;

  train(speed: Speed): Promise<void>;
  pause(): Promise<void>;
  /** Updates, or whole epochs (to the end of the present one, then count − 1 more). Pauses first. */
  step(unit: "update" | "epoch", count: number): Promise<void>;
  /** Goes to an earlier or later step: exact, by the nearest checkpoint and replay. Pauses first. */
  seek(step: number): Promise<void>;

  /** @param spare  the buffer of an earlier frame's arrays that nobody reads any more: the next may come in it. It is gone
   *                afterwards */
  frame(request: FrameRequest, spare?: ArrayBuffer): Promise<Frame>;

  readCsv(text: string, options?: CsvOptions): Promise<Outcome<Table>>;
  /** The present points. */
  writeCsv(): Promise<string>;

  dispose(): void;
}

/** A document as it may come from a file: unchecked. */
export type DocumentInput = Partial<Omit<ExperimentDocument, "spec">> & { spec?: unknown };
