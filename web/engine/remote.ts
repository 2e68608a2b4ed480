/** The engine behind a worker: every call is a message, every answer a promise. */
import type { CsvOptions, DocumentInput, Engine } from "./engine";
import type {
  Change,
  Description,
  FieldInfo,
  Frame,
  FrameRequest,
  JournalLine,
  Outcome,
  Speed,
  Table,
} from "./protocol";
import type { Serving } from "./startWorker";

export interface Call {
  id: number;
  method: string;
  args: unknown[];
}
export interface Answer {
  id: number;
  result?: unknown;
  failure?: string;
}
export class RemoteEngine implements Engine {
  #calls = 0;
  readonly #waiting = new Map<number, { resolve(result: never): void; reject(error: Error): void }>();
  #table: Description["table"] | undefined;
  #broken: Error | undefined;

  readonly fields: readonly FieldInfo[];
  readonly #worker: Worker;

  constructor({ worker, fields }: Serving) {
    this.fields = fields;
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      const call = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.failure !== undefined) call?.reject(new Error(data.failure));
      else call?.resolve(data.result as never);
    };
    worker.onerror = (event) => this.#break(new Error(event.message));
  }

  async configure(document: DocumentInput): Promise<Outcome<Description>> {
    return this.#outcome(await this.#call("configure", document));
  }
  async change(change: Change): Promise<Outcome<Description>> {
    return this.#outcome(await this.#call("change", change));
  }
  async revise(journal: JournalLine[], step: number): Promise<Outcome<Description>> {
    return this.#outcome(await this.#call("revise", journal, step));
  }
  async rebase(): Promise<Outcome<Description>> {
    return this.#outcome(await this.#call("rebase"));
  }
  async describe(): Promise<Description> {
    return this.#whole(await this.#call("describe"));
  }
  train(speed: Speed): Promise<void> {
    return this.#call("train", speed);
  }
  pause(): Promise<void> {
    return this.#call("pause");
  }
  step(unit: "update" | "epoch", count: number): Promise<void> {
    return this.#call("step", unit, count);
  }
  seek(step: number): Promise<void> {
    return this.#call("seek", step);
  }
  frame(request: FrameRequest, spare?: ArrayBuffer): Promise<Frame> {
    return this.#call("frame", request, spare);
  }
  readCsv(text: string, options?: CsvOptions): Promise<Outcome<Table>> {
    return this.#call("readCsv", text, options);
  }
  writeCsv(): Promise<string> {
    return this.#call("writeCsv");
  }
  /** What waits for an answer, and whatever is asked later, is rejected. */
  dispose(): void {
    this.#break(new Error("the engine was disposed of"));
  }

  /** An error that no call answers for, as a trap inside of the clock: nothing that it says can be trusted any more. */
  #break(reason: Error): void {
    this.#broken = reason;
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
    this.#worker.terminate();
  }

  async #call<T>(method: keyof Engine, ...args: unknown[]): Promise<T> {
    if (this.#broken) throw this.#broken;
    const id = ++this.#calls;
    const handedOver = args.filter((given) => given instanceof ArrayBuffer);
    this.#worker.postMessage({ id, method, args } satisfies Call, handedOver);
    return new Promise<T>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #outcome(outcome: Outcome<Description>): Outcome<Description> {
    return outcome.error ? outcome : { value: this.#whole(outcome.value) };
  }

  /** The worker leaves a table out that it has sent before. */
  #whole(description: Description): Description {
    this.#table = description.table ?? this.#table;
    return { ...description, table: this.#table! };
  }
}
