/** Values that hands drag, sent one at a time: while one is under way, of what comes for a key only the latest waits. */
export class Drags<Key, Value> {
  readonly #waiting = new Map<Key, Value>();
  /** Keys whose gesture has changed nothing yet: its first piece that does is an undo step of its own. */
  readonly #fresh = new Set<Key>();
  #busy = false;

  /** @param send  resolves to whether it changed something; `merge`: to be undone together with the piece before */
  constructor(private readonly send: (key: Key, value: Value, merge: boolean) => Promise<boolean>) {}

  /** @param merge  a further piece of one gesture */
  async push(key: Key, value: Value, merge: boolean): Promise<void> {
    this.#waiting.set(key, value);
    if (!merge) this.#fresh.add(key);
    if (this.#busy) return;
    this.#busy = true;
    try {
      // The loop comes to what is put in while it runs, too.
      for (const [next, latest] of this.#waiting) {
        this.#waiting.delete(next);
        const fresh = this.#fresh.delete(next);
        if (!(await this.send(next, latest, !fresh)) && fresh) this.#fresh.add(next);
      }
    } finally {
      this.#busy = false;
    }
  }
}
