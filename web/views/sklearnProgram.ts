/** The experiment as a few lines of scikit-learn, where that does the same: run, they print the same coefficients. */
import type { Description, Frame, LearnerSpec, Spec } from "../engine/protocol";
import { beginning, changesOnTheWay, headerOf, type Program, refusalOf } from "./pythonProgram";
import { type Facts, filled, sklearnText } from "./pythonText";

/** How far the printed coefficients may be from the page's, relatively: solvers stop at their own tolerance. */
export const sklearnTolerance: Partial<Record<LearnerSpec["rule"], number>> = {
  fisher: 1e-9,
  perceptron: 1e-11,
  newton: 1e-4,
};

type Moment = Pick<Frame, "epoch" | "step" | "stop">;

export function sklearnProgram(description: Description, frame: Moment): Program {
  const refused = refusalOf(description) ?? (does(description, frame) ? undefined : "sklearn");
  if (refused) return { refused };
  const facts = factsOf(description, frame);
  const parts = [beginning(description, description.table, facts), ...filled(sklearnText, facts)];
  return { code: `${headerOf(description, frame.step)}${parts.join("\n\n")}\n` };
}

const trained = ({ table }: Description) => Array.from(table.targets).filter((_, i) => table.test[i] === 0);

/** Whether scikit-learn has the same algorithm, and would fit the same number of classes. */
function does(description: Description, { epoch, step, stop }: Moment): boolean {
  const { spec, table, layers } = description;
  const { learner, model } = spec;
  if (layers.length > 1 || model.precision === "single") return false;
  if (new Set(trained(description)).size !== table.classes?.length || table.classes.length < 2) return false;
  const solved = stop?.kind === "solved";
  const changed = changesOnTheWay(description, step).length > 0;
  if (learner.rule === "fisher") return learner.threshold === "priors" && (changed ? solved : step > 0);
  if (changed) return false;
  // A rate that a schedule has brought to 0 ends Newton's method as well.
  if (learner.rule === "newton")
    return solved && learner.schedule === "constant" && isPenalisedLikelihood(spec, layers);
  return isSklearns(spec) && Number.isInteger(epoch) && epoch > 0;
}

function isPenalisedLikelihood({ cost, model }: Spec, [{ neurons }]: Description["layers"]): boolean {
  return cost.error === "crossEntropy" && cost.l2 > 0 && (neurons === 1 || model.output === "softmax");
}

/** Its own rule, pattern by pattern from zero, in the order of the points. */
function isSklearns({ learner, model }: Spec): boolean {
  const { rule, convention, answer, batch, shuffle, schedule } = learner;
  const way = [rule, convention, answer, batch, shuffle, schedule, model.initialization];
  return way.join() === "perceptron,scikitLearn,last,1,false,constant,zeros";
}

function factsOf(description: Description, { epoch, stop }: Moment): Facts {
  const { spec, layers } = description;
  const { l1, l2 } = spec.cost;
  const [{ neurons }] = layers;
  const pair = neurons === 2;
  return {
    ...spec.model,
    ...spec.learner,
    sklearn: true,
    pair,
    several: neurons > 2,
    solver: neurons > 2 ? "lbfgs" : "newton-cholesky", // the latter knows two classes only
    // Of the two rows of a pair, each the other's opposite, scikit-learn has the difference: C is twice as large.
    C: `${pair ? 2 : 1} / (${trained(description).length} * ${l2})`,
    penalty: l1 + l2 > 0 ? `penalty="elasticnet", alpha=${l1 + l2}, l1_ratio=${l1 / (l1 + l2)}` : "penalty=None",
    most: stop?.kind === "tolerance" ? epoch + 1 : epoch, // it stops by itself, and warns where it may not
    tol: spec.learner.tolerance ?? "None",
  };
}
