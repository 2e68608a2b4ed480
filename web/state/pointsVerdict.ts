/** What holds of the training points whatever the weights are. It is asked once for each table, when a view first
 *  needs it: another table, also one of the same version in another experiment, is another object. */
import { type Signal, signal } from "@preact/signals-core";
import type { Description, Frame, FrameRequest } from "../engine/protocol";
import type { Lab } from "./lab";

type Table = Description["table"];
type Verdict = "separability" | "discriminant";

const requests: Pick<FrameRequest, Verdict> = { separability: true, discriminant: { bins: 1 } };
const known = new WeakMap<Table, Partial<Record<Verdict, Signal<Frame | undefined>>>>();
/** While a hand draws, the next points come before it is worth asking about these. */
const patience = 100; // ms
/** The last points that no line separates: a network has the same, and cannot be asked. */
let hopeless: Table | undefined;

/** @returns undefined while it is under way, and where the model or the points are not such */
export function verdictOn<V extends Verdict>(lab: Lab, verdict: V): Frame[V] | undefined {
  const { table } = lab.description.value;
  const verdicts = known.get(table) ?? {};
  known.set(table, verdicts);
  verdicts[verdict] ??= ask(lab, verdict);
  return verdicts[verdict].value?.[verdict];
}

function ask(lab: Lab, verdict: Verdict): Signal<Frame | undefined> {
  const answer = signal<Frame | undefined>(undefined);
  const { table } = lab.description.value;
  setTimeout(async () => {
    const { value: asked } = lab.description;
    if (asked.table !== table) return;
    const frame = await lab.engine.frame({ [verdict]: requests[verdict] });
    if (frame.revision !== asked.revision) {
      known.delete(table); // of points that the page has yet to hear of
      return;
    }
    answer.value = frame;
    if (frame.separability?.separable === false) hopeless = table;
  }, patience);
  return answer;
}

/** Whether it is known that no line separates the points, also after they were taken to a network. */
export function noLineSeparates(lab: Lab): boolean {
  const { table, layers } = lab.description.value;
  if (layers.length === 1) return verdictOn(lab, "separability")?.separable === false;
  return !!hopeless && (["values", "targets", "test"] as const).every((part) => same(hopeless![part], table[part]));
}

const same = (one: ArrayLike<number>, other: ArrayLike<number>) =>
  one.length === other.length && Array.prototype.every.call(one, (value, i) => value === other[i]);
