/** Several experiments on the same points, each with an engine of its own. */
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals-core";
import type { Engine } from "../engine/engine";
import type { Description, Frame, FrameRequest, LabError, Spec } from "../engine/protocol";
import { startEngine } from "../engine/startEngine";
import { begunAnew } from "./combinations";
import type { Lab } from "./lab";

export const mostContenders = 4;
/** One after the other, each trains so long where it does not stop by itself. */
const epochsInTurn = 100;
/** How long it then trains unseen. */
const lookMilliseconds = 30;

export interface Contender {
  title: string;
  /** What it is, of a beginning with the points of now. */
  make(spec: Spec): Spec;
  engine: Engine;
  description: Description;
  frame: Frame;
}

export class Comparison {
  readonly contenders: Signal<readonly Contender[]> = signal([]);
  readonly training: ReadonlySignal<boolean> = computed(() => !!this.#turn.value || this.followed.length > 0);
  /** The present round of one after the other. */
  readonly #turn: Signal<object | undefined> = signal(undefined);
  /** Whose points the contenders have: other points are another object. */
  #table?: Description["table"];

  constructor(
    private readonly lab: Lab,
    private readonly wanted: (description: Description) => FrameRequest,
  ) {}

  /** @return  what is wrong with it, if anything; then nothing was added */
  async add(title: string, make: (spec: Spec) => Spec): Promise<LabError | undefined> {
    const engine = await startEngine();
    const outcome = await engine.configure({ spec: make(begunAnew(this.lab.description.value)) });
    if (outcome.error) {
      engine.dispose();
      return outcome.error;
    }
    const frame = await engine.frame(this.wanted(outcome.value));
    this.#table = this.lab.description.value.table;
    this.contenders.value = [...this.contenders.value, { title, make, engine, description: outcome.value, frame }];
    return undefined;
  }

  remove(contender: Contender): void {
    this.#turn.value = undefined;
    contender.engine.dispose();
    this.contenders.value = this.contenders.value.filter((other) => other.engine !== contender.engine);
  }

  /** The points of the bench, where they are others now. A model that they do not go with leaves. */
  async followPoints(): Promise<void> {
    const { table } = this.lab.description.value;
    if (table === this.#table || this.contenders.value.length === 0) return;
    this.#table = table;
    this.#turn.value = undefined;
    const begun = begunAnew(this.lab.description.value);
    for (const contender of this.contenders.value) {
      const outcome = await contender.engine.configure({ spec: contender.make(begun) });
      if (outcome.error) this.remove(contender);
      else this.#replace(contender, { description: outcome.value });
    }
    await this.#look();
  }

  async trainTogether(): Promise<void> {
    await this.#each((engine) => engine.train({ unit: "epoch", perSecond: 30 }));
  }

  async trainInTurn(): Promise<void> {
    const turn = {};
    this.#turn.value = turn;
    for (const { engine } of this.contenders.value) {
      if (this.#turn.value !== turn) return;
      const its = (contender: Contender) => contender.engine === engine;
      await engine.step("epoch", epochsInTurn).catch(() => undefined); // it may leave meanwhile
      while ((await this.#look(its)) && this.#turn.value === turn && this.followed.some(its)) {
        await new Promise((later) => setTimeout(later, lookMilliseconds));
      }
      if (this.#turn.value !== turn) await engine.pause().catch(() => undefined);
    }
    if (this.#turn.value === turn) this.#turn.value = undefined;
  }

  async pause(): Promise<void> {
    this.#turn.value = undefined;
    await this.#each((engine) => engine.pause());
  }

  async epoch(): Promise<void> {
    await this.pause();
    await this.#each((engine) => engine.step("epoch", 1));
  }

  async rewind(): Promise<void> {
    await this.pause();
    await this.#each((engine) => engine.seek(0));
  }

  /** Those that train: one that has stopped need not be looked at again. */
  get followed(): readonly Contender[] {
    return this.contenders.value.filter(isTraining);
  }

  /** Takes a frame of each that trains. */
  follow(): Promise<boolean> {
    return this.#look(isTraining);
  }

  /** @returns whether all of them answered */
  async #look(whom: (contender: Contender) => boolean = () => true): Promise<boolean> {
    const all = this.contenders.value.filter(whom);
    const looks = all.map(({ engine, description }) => engine.frame(this.wanted(description)));
    const frames = await Promise.allSettled(looks); // one that left meanwhile gives none
    this.contenders.value = this.contenders.value.map((contender) => {
      const frame = frames[all.findIndex(({ engine }) => engine === contender.engine)];
      return frame?.status === "fulfilled" ? { ...contender, frame: frame.value } : contender;
    });
    return frames.every(({ status }) => status === "fulfilled");
  }

  dispose(): void {
    for (const { engine } of this.contenders.value) engine.dispose();
    this.contenders.value = [];
  }

  #replace(contender: Contender, change: Partial<Contender>): void {
    this.contenders.value = this.contenders.value.map((other) =>
      other.engine === contender.engine ? { ...other, ...change } : other,
    );
  }

  async #each(action: (engine: Engine) => Promise<void>): Promise<void> {
    await Promise.allSettled(this.contenders.value.map(({ engine }) => action(engine)));
    await this.#look();
  }
}

const isTraining = ({ frame }: Contender) => frame.status === "training";
