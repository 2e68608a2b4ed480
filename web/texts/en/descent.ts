/** Words of the Descent instrument. */
export const descent = {
  across: "across",
  up: "up",
  layer: (number: number) => `Layer ${number}`,
  chosen: "The two weights of one layer with the steepest slope; others can be chosen here, or under All weights.",
  zoomIn: "Nearer",
  zoomOut: "Farther",
  fit: "Fit",
  fitTitle: "Show the whole path, and follow it",
  put: "Set by click",
  putTitle: "A click on the surface sets the two weights to that place (or hold Shift while you click)",
  start: "start",
  cost: "J",
  columns: { now: "now", slope: "−∂J/∂w", there: "there" },
  slopeTitle: "The negative slope of the cost along this weight, over all training points",
  plot: (across: string, up: string) =>
    `Cost over ${across} across and ${up} up. Arrow keys point, Enter puts the weights there.`,
  reading: (across: string, x: string, up: string, y: string, cost: string) =>
    `${across} ${x}, ${up} ${y}, cost about ${cost}`,
  legend: "Cost J",
  arrow: (factor: string) => `Arrow: −∇J along these two weights, ${factor} × a plain step.`,
  flat: "Along these two weights the slope is zero: no arrow.",
  dots: "Dots: each its own true cost.",
  outside: (start: string, most: string, step: string) =>
    `The other weights move too. Out of this plane lies ${start} of the way at its start, ${most} at most (step ${step}):`,
  held: "At the present",
  notFinite: "Hatched: there the cost is not finite.",
  hereNotFinite: "The present weights are not finite: there is no surface around them. Step back, or rewind.",
  grid: (size: number) =>
    `${size} × ${size} costs of the training points, with the penalty; all other parameters held as they are now.`,
};
