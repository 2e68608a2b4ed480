/** Words around every chapter. */
export const chapters = {
  choose: "Chapter",
  name: (name: string) => `Chapter ${name}`,
  freeBench: "Free bench",
  starts: "Start from",
  predict: "Predict first",
  tries: "Try",
  right: "Yes.",
  wrong: "No.",
  done: "done",
  notDone: "not done yet",
  doneOf: (done: number, all: number) => `${done} of ${all} done`,
  erratum: "Erratum",
};
