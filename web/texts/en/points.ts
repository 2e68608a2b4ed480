/** Words of the table of points. */
export const points = {
  label: (count: string) => `Points, ${count} rows`,
  class: "class",
  target: "target",
  split: "split",
  training: "training",
  test: "test",
  cell: (row: string, column: string) => `Point ${row}, ${column}`,
  add: "Add a point",
  remove: (row: number) => `Remove point ${row + 1}`,
  removeNone: "Remove the point",
  hint: "Arrows go from cell to cell; Enter, or typing, edits; Delete removes the point.",
  none: "No points yet.",
};
