/** The experiment as a few lines of scikit-learn, where that does the same: run, they print the same coefficients. */
import type { Description, Frame, LearnerSpec, Spec } from "../engine/protocol";
import { dataText, type Program, refusalOf } from "./pythonProgram";

/** How far the printed coefficients may be from the page's, relatively: solvers stop at their own tolerance. */
export const sklearnTolerance: Partial<Record<LearnerSpec["rule"], number>> = {
  fisher: 1e-9,
  perceptron: 1e-11,
  newton: 1e-4,
};

export function sklearnProgram(description: Description, frame: Pick<Frame, "epoch" | "step" | "stop">): Program {
  const refused = refusalOf(description);
  if (refused === "journal" || refused === "single" || refused === "points") return { refused };
  const { spec, table } = description;
  const { neurons } = description.layers.at(-1)!;
  const made = modelText(spec, frame, trainingCount(table.test), neurons);
  if (!made) return { refused: "sklearn" };
  const [from, model, coefficients = "coef, intercept = model.coef_, model.intercept_"] = made;
  return {
    code: `# Backprop Lab's experiment at step ${frame.step}, by scikit-learn.
import numpy as np
from sklearn.${from}

${dataText(description)}
X, y = A.T[training], targets[training]  # scikit-learn has a row for each sample

model = ${model}
model.fit(X, y)
${coefficients}
print("coef", *map(repr, np.ravel(coef).tolist()))
print("intercept", *map(repr, np.ravel(intercept).tolist()))
print("accuracy", repr(float(model.score(X, y))))
`,
  };
}

/** What to import, and the model with its parameters; nothing where scikit-learn has no such algorithm. */
function modelText(
  spec: Spec,
  { epoch, step, stop }: Pick<Frame, "epoch" | "step" | "stop">,
  points: number,
  outputs: number,
): [from: string, model: string, coefficients?: string] | undefined {
  const { learner, cost, model } = spec;
  if (model.hidden.length > 0) return undefined;
  if (learner.rule === "fisher" && step > 0 && learner.threshold === "priors") {
    const shrinkage = learner.shrinkage > 0 ? `, shrinkage=${learner.shrinkage}` : "";
    const name = "LinearDiscriminantAnalysis";
    const rows = `# Two classes have one row, of their difference: here each has its own.
coef = np.linalg.lstsq(model.covariance_, model.means_.T, rcond=None)[0].T
intercept = np.log(model.priors_) - (coef * model.means_).sum(1) / 2`;
    return [
      `discriminant_analysis import ${name}`,
      `${name}(solver="lsqr"${shrinkage})`,
      outputs === 2 ? rows : undefined,
    ];
  }
  if (learner.rule === "newton" && cost.error === "crossEntropy" && cost.l2 > 0 && stop?.kind === "solved") {
    const softmax = model.output === "softmax";
    if (outputs > 1 && !softmax) return undefined;
    const solver = outputs > 2 ? "lbfgs" : "newton-cholesky"; // the latter knows two classes only
    const C = `${outputs === 2 ? 2 : 1} / (${points} * ${cost.l2})`;
    const rows = `# Two classes have one row, the difference of two that are each other's opposite: so C is twice as large.
coef, intercept = (np.vstack([-all, all]) / 2 for all in (model.coef_, model.intercept_))`;
    const centred =
      "coef, intercept = model.coef_, model.intercept_ - model.intercept_.mean()  # only differences matter";
    return [
      "linear_model import LogisticRegression",
      `LogisticRegression(C=${C}, solver="${solver}", tol=1e-12, max_iter=10_000)`,
      softmax ? (outputs === 2 ? rows : centred) : undefined,
    ];
  }
  if (learner.rule === "perceptron" && isSklearns(spec) && Number.isInteger(epoch) && epoch > 0) {
    const tolerance =
      learner.tolerance === null ? "None" : `${learner.tolerance}, n_iter_no_change=${learner.patience}`;
    const most = stop?.kind === "tolerance" ? epoch + 1 : epoch; // it stops by itself, and warns where it may not
    return [
      "linear_model import Perceptron",
      `Perceptron(${penaltyText(cost)}eta0=${learner.rate}, max_iter=${most}, tol=${tolerance}, shuffle=False)`,
    ];
  }
  return undefined;
}

/** Its own rule, pattern by pattern from zero, in the order of the points. */
function isSklearns({ learner, model }: Spec): boolean {
  const { convention, answer, batch, shuffle, schedule } = learner;
  const plain = answer === "last" && batch === 1 && !shuffle && schedule === "constant";
  return plain && convention === "scikitLearn" && model.initialization === "zeros";
}

function penaltyText({ l1, l2 }: Spec["cost"]): string {
  if (l1 > 0 && l2 > 0) return `penalty="elasticnet", alpha=${l1 + l2}, l1_ratio=${l1 / (l1 + l2)}, `;
  if (l1 > 0) return `penalty="l1", alpha=${l1}, `;
  return l2 > 0 ? `penalty="l2", alpha=${l2}, ` : "";
}

const trainingCount = (test: ArrayLike<number>): number => Array.from(test).filter((flag) => flag === 0).length;
