import type { Frame, PartialSpec } from "../engine/protocol";
import { chapter1 as text } from "../texts/en/chapter1";
import type { Bench, Lesson } from "./lesson";

const oneLayer: PartialSpec["model"] = { hidden: [], initialization: "zeros" };
const fisher = (bench: Bench) => bench.description.spec.learner.rule === "fisher" && bench.frame.step > 0;
const logistic = ({ description: { spec } }: Bench) =>
  spec.model.hidden.length === 0 && spec.cost.error === "crossEntropy" && spec.learner.rule !== "fisher";

/** Whether the direction looked along is another than that of w. */
function turned({ discriminant, answer }: Frame): boolean {
  const [x, y] = discriminant?.here.direction ?? [];
  const [w1, w2] = answer ?? [];
  return Math.abs(x * w2 - y * w1) > 1e-3 * Math.hypot(w1, w2);
}

/** Background: lecture section 1. */
export const lesson: Lesson = {
  text,
  starts: [
    { data: { source: "gaussians", noise: 0.3 }, model: oneLayer, learner: { rule: "fisher" } },
    { data: { source: "gaussians", noise: 0.3 }, model: oneLayer },
    { data: { source: "linear", noise: 0 }, model: oneLayer, learner: { rule: "newton", rate: 1 } },
  ],
  done: [
    fisher,
    ({ view, frame }) => view.instrument === "projection" && turned(frame),
    (bench) =>
      fisher(bench) &&
      bench.description.document.journal.some(
        ({ change, step }) => change.kind === "addPoints" && step < bench.frame.step,
      ),
    (bench) => logistic(bench) && bench.frame.step > 0 && bench.frame.train.cost < 0.3,
    ({ frame }) => frame.stop?.kind === "separated",
    (bench) => logistic(bench) && bench.frame.stop?.kind === "solved" && bench.description.spec.cost.l2 > 0,
  ],
  wants: { answer: true },
};
