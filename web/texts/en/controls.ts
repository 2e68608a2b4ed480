/** Words of the controls themselves. */
export const controls = {
  restarts: "begins a new run at step 0 (Undo brings the old one back)",
  close: "Close",
  /** @param allowed  "from 0 to 1", "more than 0 or “none”" */
  notANumber: (name: string, text: string, allowed = "", whole = false) =>
    `${name} must be a ${whole ? "whole " : ""}number${allowed && ` ${allowed}`}${text && `, not “${text}”`}.`,
  orWords: (interval: string, words: Iterable<string>) => [interval, ...words].join(" or "),
  /** Of points and weights, as the core has it. */
  anySize: "from −1e9 to 1e9",
};
