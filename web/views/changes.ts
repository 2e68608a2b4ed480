/** What a picture was last made of, so that it is made anew only for something else. */
export class Changes {
  readonly #last = new Map<string, readonly unknown[]>();

  /** Whether any of these differ from what they were at the last call with the same name. */
  seen(name: string, ...parts: unknown[]): boolean {
    const before = this.#last.get(name);
    this.#last.set(name, parts);
    return before?.length !== parts.length || parts.some((part, i) => !Object.is(part, before[i]));
  }
}
