/** When (R/γ)² bounds a perceptron's mistakes: what its proof supposes of the run (Novikoff 1962). */
import { formatShort } from "../app/numbers";
import type { Change, Description } from "../engine/protocol";

export type Hindrance = "start" | "penalty" | "batch" | "rate" | "points" | "byHand";

/** @param now  the present step: changes after it are yet to come
 *  @returns    what of this run the proof does not know, in the order in which it is said; nothing where the bound holds */
export function hindrances(
  { spec, document: { journal } }: Pick<Description, "spec" | "document">,
  now: number,
): Hindrance[] {
  const { model, cost, learner } = spec;
  const met = (kinds: (change: Change, step: number) => boolean) =>
    journal.some(({ change, step }) => step <= now && kinds(change, step));
  const wasSet = (fields: RegExp) =>
    met((change, step) => change.kind === "set" && step > 0 && fields.test(change.field));
  const found: Record<Hindrance, boolean> = {
    start: model.initialization !== "zeros" || wasSet(/rule$/),
    byHand: met(({ kind }) => kind === "parameter"),
    penalty: cost.l1 > 0 || cost.l2 > 0 || wasSet(/^cost\.l/),
    batch: learner.batch !== 1 || wasSet(/batch$/),
    rate: learner.schedule !== "constant" || wasSet(/rate$|schedule|convention$/),
    points: met(({ kind }, step) => kind !== "set" && kind !== "parameter" && step > 0) || wasSet(/testFraction$/),
  };
  return (Object.keys(found) as Hindrance[]).filter((hindrance) => found[hindrance]);
}

/** As `formatShort`, rounded up: what is to be exceeded must not be read as less. */
export function formatAtLeast(value: number): string {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 3); // of the fourth digit
  return formatShort(value > 0 ? Math.ceil(value / unit) * unit : value);
}
