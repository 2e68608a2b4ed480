import type { PartialSpec } from "../engine/protocol";
import { chapter1 as text } from "../texts/en/chapter1";
import type { Bench, Lesson } from "./lesson";

const oneLayer: PartialSpec["model"] = { hidden: [], initialization: "zeros" };
const fisher = (bench: Bench) => bench.description.spec.learner.rule === "fisher" && bench.frame.step > 0;
const logistic = ({ description: { spec } }: Bench) =>
  spec.model.hidden.length === 0 && spec.cost.error === "crossEntropy" && spec.learner.rule !== "fisher";

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
    (bench) => bench.view.instrument === "projection" && bench.description.layers.length === 1,
    (bench) => fisher(bench) && bench.description.document.journal.some(({ change }) => change.kind === "addPoints"),
    (bench) => logistic(bench) && bench.frame.step > 0 && bench.frame.train.cost < 0.3,
    ({ frame }) => frame.stop?.kind === "separated",
    (bench) => logistic(bench) && bench.frame.stop?.kind === "solved" && bench.description.spec.cost.l2 > 0,
  ],
  wants: {},
};
