/** The experiment on the screen as a Python program, data included: run, it makes the same steps and prints the same θ,
 *  cost and accuracy. NumPy says every experiment, PyTorch those that descend along the gradient.
 *  Pure: a description in, text out. */
import type { DocumentInput } from "../engine/engine";
import type { Change, Description, JournalLine, LayerInfo, Spec } from "../engine/protocol";
import {
  activations,
  draws,
  editText,
  type Facts,
  filled,
  partsText,
  pointsText,
  printText,
  startText,
} from "./pythonText";

/** Why there is no program: texts.python.refused says it, and what to do. */
export type Refusal = "points" | "empty" | "torch" | "sklearn";
export type Program = { code: string; refused?: undefined } | { code?: undefined; refused: Refusal };
export type Points = Pick<Description["table"], "columns" | "values" | "targets" | "test">;

/** How far what is printed may be from the page's, relatively: sums are added up in another order. After thousands of
 *  steps of a restless descent that difference has grown: no order of rounding is the right one there. */
export const pythonTolerance = ({ model }: Spec): number => (model.precision === "single" ? 1e-4 : 1e-9);

/** Above this the data would bury the program. */
const mostPoints = 4000;

const fieldOf = (change: Change) => (change.kind === "set" ? change.field : "");
const splits = (change: Change) => fieldOf(change) === "data.testFraction";
const touchesPoints = (change: Change) => splits(change) || (change.kind !== "set" && change.kind !== "parameter");

/** What was changed on the way: not what was set at step 0, which is where the run begins. */
export const changesOnTheWay = ({ document }: Description, now: number): JournalLine[] =>
  document.journal.filter(({ step, change }) => step <= now && (step > 0 || change.kind === "parameter"));

/** What must be asked of the core where points were changed on the way: documents whose points are those that the run
 *  began with, then those after each new split. */
export function pastPoints(description: Description, now: number): DocumentInput[] {
  const { spec, journal } = description.document;
  const changes = changesOnTheWay(description, now);
  if (!changes.some(({ change }) => touchesPoints(change))) return [];
  const first = journal.filter(({ step }) => step === 0).length;
  const ends = changes.filter(({ change }) => splits(change)).map((line) => journal.indexOf(line) + 1);
  return [first, ...ends].map((end) => ({
    spec,
    journal: journal.slice(0, end).map((line) => ({ ...line, step: 0 })),
  }));
}

export function refusalOf({ table }: Description): Refusal | undefined {
  if (table.targets.length > mostPoints) return "points";
  return table.test.includes(0) ? undefined : "empty";
}

/** @param now  updates to make   @param past  points of pastPoints()'s documents */
export function pythonProgram(description: Description, now: number, past = noPoints, torch = false): Program {
  const changes = changesOnTheWay(description, now);
  // While it trains, one is asked for at each frame: only what is said of the step is another.
  const of = [description, changes.length, past, torch];
  if (of.some((one, i) => one !== last.of[i])) last = { of, texts: textsOf(description, changes, past, torch) };
  if (typeof last.texts === "string") return { refused: last.texts };
  const [begun, end] = last.texts;
  return { code: `${headerOf(description, now)}${begun}\n\ntrain(${now})\n\n${end}\n` };
}

const noPoints: Points[] = [];
let last: { of: unknown[]; texts: ReturnType<typeof textsOf> } = { of: [], texts: [] };

export const headerOf = ({ spec }: Description, now: number): string =>
  `# Backprop Lab's experiment at step ${now}, in ${spec.model.precision} precision.\n`;

/** What comes before the last steps, and after them. */
function textsOf(description: Description, changes: JournalLine[], past: Points[], torch: boolean): Refusal | string[] {
  const { journal, spec } = description.document;
  const specs = [journal.filter(({ step }) => step === 0).reduce(changed, spec)];
  for (const line of changes) specs.push(changed(specs.at(-1)!, line));
  const refused = refusalOf(description) ?? (torch && !torchDoes(specs, changes) ? "torch" : undefined);
  if (refused) return refused;

  const [first = description.table, ...splitAnew] = past;
  const facts = specs.map((spec) => factsOf(spec, specs, description, torch));
  const parts = facts.map(partsOf);
  const code = [beginning(description, first, facts[0]), ...filled(startText, facts[0]), ...difference([], parts[0])];
  let at = 0;
  changes.forEach(({ step, change }, i) => {
    if (step > at) code.push(`train(${step})`);
    at = step;
    const training = splits(change) && mask(splitAnew.shift()!);
    const made = { ...facts[i + 1], ...editFacts(change, description), training };
    code.push(...difference(parts[i], parts[i + 1]), ...filled(editText, made).filter(Boolean));
  });
  const begun = code.join("\n").replace(/(?<!\n)\n(?=def |act =|# Sp|random,|train\()/g, "\n\n");
  return [begun, filled(printText, facts.at(-1)!).join("\n")];
}

/** PyTorch's optimisers count from their own beginning: what they average by must stay as it was. */
function torchDoes(specs: Spec[], changes: JournalLine[]): boolean {
  const counted = changes.some(({ change }) => /momentum|decay|beta|epsilon/.test(fieldOf(change)));
  return !counted && !specs.some(({ learner }) => /perceptron|newton|fisher/.test(learner.rule));
}

function changed(spec: Spec, { change }: JournalLine): Spec {
  if (change.kind !== "set") return spec;
  const [room, name] = change.field.split(".") as [keyof Spec, string];
  return { ...spec, [room]: { ...spec[room], [name]: change.value } };
}

/** @param all  the specs of the whole run: what one of them counts, it counts from the beginning */
function factsOf({ model, cost, learner }: Spec, all: Spec[], { layers, table }: Description, torch: boolean): Facts {
  const { rule, tolerance, shuffle, schedule } = learner;
  const waits = all.some((spec) => spec.learner.tolerance !== null);
  const np = torch ? "torch" : "np";
  const used = layers.map(({ activation }) => activations[activation]);
  const act = used.map(([f, , other]) => `lambda z: ${torch && other ? other : f.replaceAll("np", np)}`);
  return {
    ...model,
    ...cost,
    ...learner,
    settings: Object.keys({ ...learner, ...cost }),
    torch,
    np,
    waits,
    stops: tolerance !== null,
    owes: all.some((spec) => spec.cost.l1 > 0),
    going: waits ? " * going" : "",
    repeats: !shuffle && schedule === "constant",
    mean: /perceptron|mistakes/.test(cost.error) ? "" : " / Y.shape[1]",
    batch: /newton|fisher/.test(rule) ? 0 : learner.batch, // those take whole epochs
    act: act.join(",\n       "),
    slope: used.map(([, slope]) => `lambda z, a: ${slope}`).join(",\n         "),
    weightSeed: model.seed,
    draw: draws[model.initialization],
    sizes: layers.map(({ inputs, neurons }) => `(${inputs}, ${neurons})`).join(", "),
    classes: table.classes,
  };
}

/** What a change of the spec can change, in its order: first each setting that the rest names. */
function partsOf(facts: Facts): string[] {
  const parts = filled(partsText, facts);
  const text = parts.join();
  const settings = (facts.settings as string[]).map((name) => {
    const value = String(facts[name]).replace(/^[tf]/, (t) => t.toUpperCase());
    return new RegExp(`(?<![.\\w])${name}\\b`).test(text) ? `${name} = ${value}` : "";
  });
  return [...settings, ...parts];
}

const difference = (before: string[], after: string[]): string[] =>
  after
    .filter((part, i) => part !== before[i])
    .map((part) => part.replace(/^#!.*\n?/, ""))
    .filter(Boolean);

const list = (numbers: ArrayLike<number>) => `[${Array.from(numbers).join(", ")}]`;
const mask = ({ test }: Points) => `np.array(${list(test)}) == 0`;

/** A line for each row of all columns. */
const rowsText = (values: ArrayLike<number>, columns: number): string =>
  `np.reshape([${Array.from(values, (value, i) => (i % columns ? " " : "\n    ") + value)}], (-1, ${columns}))`;

/** Imports, points, and A and Y of them. */
export function beginning({ spec, features, layers, table }: Description, points: Points, facts: Facts): string {
  const { neurons, activation } = layers.at(-1)!;
  const given = neurons > 1 ? `np.arange(${neurons})[:, None] == targets` : "targets[None]";
  const signed = table.classes && !/sigmoid|softmax/.test(activation);
  return filled(pointsText, {
    ...facts,
    points: rowsText(points.values, points.columns.length),
    targets: list(points.targets),
    training: mask(points),
    inputs: list(spec.data.inputs),
    standardize: spec.data.standardize,
    features: features.map(featureText).join(", "),
    Y: signed ? `2 * (${given}) - 1` : given,
  }).join("\n\n");
}

/** "x1*x2" → x[0] * x[1] */
const featureText = (name: string): string =>
  name
    .replace(/x(\d+)/g, (_, i) => `x[${Number(i) - 1}]`)
    .replace("^2", "**2")
    .replace("sin", "np.sin")
    .replace("*x", " * x");

type Lists = { index: number; values?: number[]; targets?: number[]; rows?: number[] };

/** Facts of what a change does besides changing the spec. */
function editFacts(change: Change, { layers, table }: Description): Facts {
  const { index, values = [], targets = [], rows = [] } = change as unknown as Lists;
  return {
    ...change,
    name: change.kind === "parameter" && nameOf(index, layers),
    points: rowsText(values, table.columns.length),
    targets: list(targets),
    rows: list(rows),
    splits: splits(change),
    touches: touchesPoints(change),
    anew: touchesPoints(change) || /shuffle|seed/.test(fieldOf(change)),
    disturbs: touchesPoints(change) || change.kind === "parameter",
  };
}

/** θ[index] as W[0][1, 2] or b[0][1, 0] */
function nameOf(index: number, layers: LayerInfo[]): string {
  const L = layers.findLastIndex(({ weights }) => weights <= index);
  const { weights, biases, inputs } = layers[L];
  const i = index - weights;
  return index < biases ? `W[${L}][${Math.floor(i / inputs)}, ${i % inputs}]` : `b[${L}][${index - biases}, 0]`;
}
