/** What may have led a run to numbers that are not finite. */

import { formatShort } from "../controls/numbers";
import type { Description } from "../engine/protocol";
import * as texts from "../texts";

const unboundedActivations = ["linear", "relu", "leakyRelu", "elu", "softplus"];
/** From this rate on plain descent may well overshoot; Adam and its kin move by the rate itself at every step. */
const largeRate = 0.5;
/** Inputs whose deviation is larger than this make the valley long and narrow. */
const largeDeviation = 10;

/** @param rate  the one in force
 *  @return      sentences, the likeliest first */
export function stopReasons({ spec, deviations }: Pick<Description, "spec" | "deviations">, rate: number): string[] {
  const { data, model, learner } = spec;
  const words = texts.stopped;
  const tooLarge = words.rateTooLarge(formatShort(rate));
  const used = [...model.hidden.map((layer) => layer.activation), model.output];
  const unbounded = [...new Set(used.filter((activation) => unboundedActivations.includes(activation)))];
  const largeInputs = !data.standardize && data.inputs.some((column) => deviations[column] > largeDeviation);
  const others = [
    ...(unbounded.length > 0 ? [words.unbounded(unbounded.map((name) => texts.choices[name]).join(", "))] : []),
    ...(largeInputs ? [words.largeInputs] : []),
    ...(model.hidden.length > 2 ? [words.manyLayers(model.hidden.length)] : []),
    ...(learner.clip === 0 ? [words.noClip] : []),
  ];
  return rate >= largeRate || others.length === 0 ? [tooLarge, ...others] : [...others, tooLarge];
}
