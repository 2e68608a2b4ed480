/** Words of the plane. */
const list = (names: readonly string[]) => names.join(", ");

export const plane = {
  heading: "Plane",
  caption: (numbers: boolean) => (numbers ? "the model’s number, everywhere" : "what the model answers, everywhere"),
  picture: (across: string, up: string) => `The plane of ${across} (across) and ${up} (up), with its points`,
  help: "Arrow keys move the crosshair, with Shift farther. Enter uses the tool there. Delete erases the point, digits choose the class, Escape lets go.",

  tools: "Tool",
  tool: {
    inspect: { name: "Inspect", does: "Point at a point to see its numbers everywhere" },
    draw: { name: "Draw", does: "Add one point" },
    brush: { name: "Brush", does: "Spray points along a stroke" },
    move: { name: "Move", does: "Drag a point, or a rectangle around several and then those" },
    erase: { name: "Erase", does: "Remove the points under the eraser" },
  },
  palette: "Class of new points",
  classNamed: (name: string) => `Class ${name}`,
  newClass: "New class",
  /** Of a class, also of one that no point has yet. */
  nameOf: (classes: readonly string[], index: number) => classes[index] ?? String.fromCharCode(65 + index),
  target: "Value",
  targetLong: "Number of new points",

  across: "Across",
  up: "Up",
  held: "Held at",
  heldAt: { mean: "means", row: (row: number) => `point ${row + 1}` },
  heldValues: (names: readonly string[], values: readonly string[]) =>
    list(names.map((name, i) => `${name} ${values[i]}`)),
  heldMany: (count: number) => `${count} other inputs`,
  notAnInput: (names: readonly string[]) =>
    `${list(names)} ${names.length > 1 ? "are no inputs" : "is no input"} of the model: along ${
      names.length > 1 ? "them" : "it"
    } its answer does not change`,

  legend: "What the marks mean",
  training: "training",
  test: "test",
  mistake: "mistake",
  thinned: (drawn: string, rows: string) => `${drawn} of ${rows} points drawn`,
  noPoints: "No points yet: draw some here, or choose a set.",

  fieldOf: { output: "output", z: "z" },
  number: "number",
  split: { training: "training", test: "test" },
  pointTitle: (row: number) => `point ${row + 1}`,
  classIs: (name: string) => `class ${name}`,
  targetIs: (value: string) => `target ${value}`,
  decided: (name: string, right: boolean) => `decided ${name}${right ? "" : ", a mistake"}`,
  given: (value: string) => `given ${value}`,
  hint: {
    inspect: "Point anywhere to read the numbers there.",
    draw: "Press to add a point.",
    brush: "Press and stroke to add points.",
    move: "Drag a point, or a rectangle around several.",
    erase: "Press and stroke to remove points.",
  },
  selected: (count: number) =>
    `${count} point${count === 1 ? "" : "s"} selected: drag to move them, Delete removes them, a class recolours them`,

  said: {
    at: (x: string, y: string, answer: string) => `${x}, ${y}. ${answer}`,
    tool: (name: string) => `${name}`,
    added: (kind: string) => `Point added, ${kind}`,
    sprayed: (kind: string) => `Points added, ${kind}`,
    removed: (count: number) => `${count} point${count === 1 ? "" : "s"} removed`,
    nothing: "No point here",
    grasped: (row: number) => `Point ${row + 1} picked up: arrows move it, Enter puts it down`,
    corner: "Rectangle begun: arrows enlarge it, Enter ends it",
    dropped: "Put down",
    pointed: (row: number, words: string) => `Point ${row + 1}, ${words}`,
    chosen: (name: string) => `Class ${name}`,
    let: "Let go",
  },
};
