/** Words of the controls themselves. */
export const controls = {
  restarts: "begins a new run at step 0 (Undo brings the old one back)",
  close: "Close",
  notANumber: (text: string) => (text === "" ? "A number is needed here." : `“${text}” is not a number.`),
};
