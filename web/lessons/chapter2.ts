import type { PartialSpec } from "../engine/protocol";
import { chapter2 as text } from "../texts/en/chapter2";
import type { Bench, Lesson } from "./lesson";

const isPerceptron = ({ description }: Bench) => description.spec.learner.rule === "perceptron";
/** XOR, the preset's or of one's own: no line separates it. */
const isXor = ({ description, noLineSeparates }: Bench) => description.spec.data.source === "xor" || noLineSeparates();

const perceptron: PartialSpec = {
  model: { hidden: [], output: "step", initialization: "zeros" },
  cost: { error: "perceptron" },
  learner: { rule: "perceptron", rate: 0.4, batch: 1, shuffle: false },
};

/** Perceptron: lecture section 2. */
export const lesson: Lesson = {
  text,
  starts: [
    { data: { source: "linear", noise: 0.1 }, ...perceptron },
    { data: { source: "moons" }, ...perceptron },
    { data: { source: "xor" }, ...perceptron },
  ],
  done: [
    (bench) => isPerceptron(bench) && (bench.frame.pattern?.mistakes ?? 0) >= 5,
    ({ frame }) => frame.stop?.kind === "noMistakes",
    ({ frame }) => frame.pattern?.stillWrong ?? false,
    ({ description, view }) => description.spec.cost.error === "mistakes" && view.instrument === "descent",
    (bench) =>
      isPerceptron(bench) && bench.description.spec.learner.answer === "pocket" && bench.frame.step > 0 && isXor(bench),
    (bench) =>
      bench.description.layers.length > 1 &&
      bench.frame.step > 0 &&
      bench.frame.train.right === bench.frame.train.count &&
      isXor(bench),
  ],
  wants: { pattern: true },
};
