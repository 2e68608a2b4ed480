import { load } from "../../../dist/backprop-lab.js";
import { pointCount, rate } from "../task.js";

const laboratory = await load();

/** Through the headless API, as anyone would. In the points' own order, as the peers. */
function inPrecision(precision) {
  return {
    name: `Backprop Lab, ${precision}`,
    create(sizes, batch, points) {
      const experiment = laboratory.create(specOf(sizes, batch, points, precision));
      const steps = Math.ceil(pointCount / batch);
      let field; // filled anew each time, as the peers' is
      return {
        epoch: () => experiment.train(steps),
        output: (x) => experiment.outputs(x).outputs[0],
        picture(size, extent) {
          const plane = { columns: [0, 1], x: [-extent, extent], y: [-extent, extent], held: new Float64Array(2) };
          field = experiment.frame({ field: { ...plane, width: size, height: size } }, field).field;
          return field;
        },
        dispose: () => experiment.dispose(),
      };
    },
  };
}

function specOf(sizes, batch, points, precision) {
  const table = {
    columns: ["x1", "x2"],
    values: points.flatMap(({ x }) => x),
    targets: points.map(({ y }) => (y > 0 ? 1 : 0)), // of class A the output is to be −1, of B +1
    classes: ["A", "B"],
  };
  return {
    data: { source: "table", table, testFraction: 0 },
    model: {
      hidden: sizes.slice(1, -1).map((neurons) => ({ neurons, activation: "tanh" })),
      output: "tanh",
      precision,
    },
    cost: { error: "squaredError" },
    learner: { rule: "gradientDescent", rate, batch: batch === pointCount ? 0 : batch, shuffle: false },
  };
}

export const double = inPrecision("double");
export const single = inPrecision("single");
