/** What holds of the training points whatever the weights are. It is asked once for each table, when a view first
 *  needs it: another table, also one of the same version in another experiment, is another object. */
import { type Signal, signal } from "@preact/signals-core";
import type { Description, Separability } from "../engine/protocol";
import type { Lab } from "./lab";

type Table = Description["table"];

const known = new WeakMap<Table, Signal<Separability | undefined>>();
/** While a hand draws, the next points come before it is worth asking about these. */
const patience = 100; // ms
/** The last points that no line separates: a network has the same, and cannot be asked. */
let hopeless: Table | undefined;

/** @returns undefined while it is under way, and where the model or the points are not such */
export function separabilityOf(lab: Lab): Separability | undefined {
  const { table } = lab.description.value;
  let verdict = known.get(table);
  if (!verdict) {
    verdict = ask(lab);
    known.set(table, verdict);
  }
  return verdict.value;
}

function ask(lab: Lab): Signal<Separability | undefined> {
  const answer = signal<Separability | undefined>(undefined);
  const { table } = lab.description.value;
  setTimeout(async () => {
    const { value: asked } = lab.description;
    if (asked.table !== table) return;
    const frame = await lab.engine.frame({ separability: true }).catch(() => undefined);
    if (frame?.revision !== asked.revision) {
      known.delete(table); // of points that the page has yet to hear of, or none from an engine that broke off
      return;
    }
    answer.value = frame.separability;
    if (answer.value?.separable === false) hopeless = table;
  }, patience);
  return answer;
}

/** Whether it is known that no line separates the points, also after they were taken to a network. */
export function noLineSeparates(lab: Lab): boolean {
  const { table, layers } = lab.description.value;
  if (layers.length === 1) return separabilityOf(lab)?.separable === false;
  return !!hopeless && (["values", "targets", "test"] as const).every((part) => same(hopeless![part], table[part]));
}

const same = (one: ArrayLike<number>, other: ArrayLike<number>) =>
  one.length === other.length && Array.prototype.every.call(one, (value, i) => value === other[i]);
