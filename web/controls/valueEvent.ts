/** What a control says when its value changes: `event.detail` is the new value. */
export class ValueEvent<T> extends CustomEvent<T> {
  /** @param merge  a further piece of one gesture (a drag), to be undone together with the piece before it */
  constructor(
    value: T,
    readonly merge = false,
  ) {
    super("change", { detail: value });
  }
}
