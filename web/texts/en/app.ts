/** Words of the frame: header, panes, instruments, chapters, notices, help. */
export const app = {
  name: "Backprop Lab",
  starting: "Starting …",
  failed: "The laboratory could not start",
  failedWhy: "It computes in WebAssembly. Here that, or one of the page’s own files, cannot be had.",
  failedPolicy: "A host that sets a Content-Security-Policy must allow in it, for the page’s own address:",
  policy: "script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; connect-src 'self'",
  failedFiles: "A host must serve every file of the page, as it was built, beside it.",
  failedSaid: "What the browser says",
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
  chapterButton: "The free bench",

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
  instrument: { cost: "Cost", descent: "Descent", scores: "Scores" },

  dismiss: "Dismiss",
  notLoaded: "This part of the page could not be loaded. Is the connection lost? Try again, or load the page anew.",
  rewound: (lines: number) =>
    lines === 1
      ? "Rewound to the very same first weights. One later change is still in the journal: training makes it again at its step."
      : `Rewound to the very same first weights. ${lines} later changes are still in the journal: training makes them again at their steps.`,
  manyClasses: (classes: number) =>
    `${classes} classes: the model now has ${classes} sigmoid outputs, each a yes or no of its own, and begins anew. With softmax they share one probability of 1.`,
  useSoftmax: "Use softmax",
  startAnew: "Start anew from these settings",
};

/** Chapter 0. */
export const freeBench = {
  heading: "The free bench",
  intro:
    "A small network looks at points of two classes in a plane and learns to tell them apart. Press Train and watch the boundary move.",
  tryHeading: "Try",
  tries: [
    "Pause, take single steps, go back, rewind: the same weights, the same path, every time.",
    "Choose the spirals. The network of 4 and 3 neurons has a hard time. Give it more, or let it see x₁² and sin x₁.",
    "Draw points of your own where you think it must fail.",
    "Raise the learning rate until the cost jumps, then until a number ceases to be finite. The page says which.",
    "Open Descent: the cost over two of the weights, and the path that training walked on it.",
  ],
  predictHeading: "Predict first",
  predict:
    "Set First weights to zeros and train. What will the hidden neurons of one layer look like: alike, or different? Why can they not part?",
};
