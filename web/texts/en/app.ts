/** Words of the frame: header, panes, instruments, chapters, notices, help. */
export const app = {
  name: "Backprop Lab",
  starting: "Starting …",
  header: "Whole experiment",
  undo: "Undo",
  redo: "Redo",
  share: "Share",
  help: "Help and keys",
  menu: "Menu",
  theme: {
    label: (theme: string) => `Colours: ${theme}. Change`,
    auto: "as the system",
    light: "light",
    dark: "dark",
  } as Readonly<Record<"auto" | "light" | "dark", string>> & { label: (theme: string) => string },
  chapters: "Chapters",
  foldChapters: "Fold the chapters away",
  chapterButton: "Chapters",

  panes: {
    experiment: "Experiment",
    plane: "Plane",
    network: "Network",
    instrument: "Instrument",
    chapters: "Chapters",
  },
  panesLabel: "What is shown",
  stage: "Stage",
  instruments: "Instruments",
  instrument: {
    cost: "Cost",
    descent: "Descent",
    scores: "Scores",
    pattern: "One pattern",
    projection: "Projection",
    compare: "Compare",
    python: "Python",
  },

  dismiss: "Dismiss",
  notLoaded: "This part of the page could not be loaded. Is the connection lost? Try again, or load the page anew.",
  rewound: (lines: number) =>
    lines === 1
      ? "Rewound to the very same first weights. One later change is still in the journal: training makes it again at its step."
      : `Rewound to the very same first weights. ${lines} later changes are still in the journal: training makes them again at their steps.`,
  manyClasses: (classes: number) =>
    `${classes} classes: the model now has ${classes} sigmoid outputs, each a yes or no of its own, and begins anew. With softmax they share one probability of 1.`,
  useSoftmax: "Use softmax",
  restart: "Start the engine again",
  startAnew: "Start anew from these settings",
};
