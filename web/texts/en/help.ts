/** Words of the help window. */
export const help = {
  keysHeading: "Keys",
  keys: [
    ["Space", "Train, pause"],
    ["→", "One step on"],
    ["←", "One step back"],
    ["Home", "Rewind to step 0"],
    ["Ctrl Z", "Undo"],
    ["Ctrl Shift Z", "Redo"],
    ["?", "This window"],
    ["↑ ↓", "In a number: step it (Shift: ten steps)"],
    ["Esc", "In a number: what was there before"],
  ] as readonly (readonly [string, string])[],
  heading: "Help",
  text: [
    "Points, model, cost and learning describe one experiment. Every value can be typed, dragged on its line, or stepped with the arrow keys.",
    "A sign ↺ marks what begins a new run at step 0. All else takes effect at once, while it trains as well, and is written in the experiment's journal: rewinding and training again repeats it exactly.",
    "Blue is class B and what is positive; orange is class A and what is negative. Violet is cost, error and gradient. Yellow is what you point at, everywhere at once.",
    "In w²₁₁ the raised 2 is the layer, not a power: the weight to its neuron 1, from the first input.",
  ],
};
