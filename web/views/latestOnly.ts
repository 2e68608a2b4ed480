/** Sends one thing at a time, and of what came meanwhile only the latest: for drags that the engine follows. */
export class LatestOnly<T> {
  private waiting?: { value: T };
  private busy = false;

  constructor(private readonly send: (value: T) => Promise<unknown>) {}

  push(value: T): void {
    this.waiting = { value };
    if (!this.busy) void this.run();
  }

  private async run(): Promise<void> {
    this.busy = true;
    try {
      while (this.waiting) {
        const { value } = this.waiting;
        this.waiting = undefined;
        await this.send(value);
      }
    } finally {
      this.busy = false;
    }
  }
}
