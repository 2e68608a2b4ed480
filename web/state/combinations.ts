/** What goes with what in a spec, so that one choice can take along what it needs. The core judges in the end. */
import type {
  CostSpec,
  Description,
  LearnerSpec,
  ModelSpec,
  OutputActivation,
  Source,
  Spec,
  Table,
} from "../engine/protocol";

type GeneratedSource = Exclude<Source, "table">;

/** What the page knows of a source before it is made. */
interface SourceInfo {
  targets: "classes" | "numbers";
  columns: number;
  /** How many classes it begins with; 0 for numbers. */
  classes: number;
  /** Whether `data.classes` says how many. */
  anyClasses: boolean;
  /** Whether count, noise and seed mean something to it. */
  generated: boolean;
}

const twoClasses: SourceInfo = { targets: "classes", columns: 2, classes: 2, anyClasses: false, generated: true };
const numbers: SourceInfo = { targets: "numbers", columns: 2, classes: 0, anyClasses: false, generated: true };

export const sourceInfo: Readonly<Record<GeneratedSource, SourceInfo>> = {
  linear: twoClasses,
  moons: twoClasses,
  circles: twoClasses,
  xor: twoClasses,
  gaussians: { ...twoClasses, anyClasses: true },
  spirals: twoClasses,
  blobs: { ...twoClasses, classes: 3, anyClasses: true },
  pinwheel: { ...twoClasses, classes: 3, anyClasses: true },
  iris: { ...twoClasses, columns: 4, classes: 3, generated: false },
  plane: numbers,
  bumps: numbers,
};

/** What the targets of the present points are. */
export interface Targets {
  kind: "classes" | "numbers";
  classes: number;
}

export const targetsOf = (table: { classes?: string[] }): Targets =>
  table.classes ? { kind: "classes", classes: table.classes.length } : { kind: "numbers", classes: 0 };

export const outputsFor = ({ kind }: Targets): OutputActivation[] =>
  kind === "numbers" ? ["linear", "tanh", "sigmoid"] : ["sigmoid", "softmax", "tanh", "linear"];

export const errorsFor = ({ kind }: Targets, output: OutputActivation): CostSpec["error"][] => {
  if (output === "step") return ["perceptron", "mistakes"];
  return kind === "numbers" ? ["squaredError", "huber"] : ["crossEntropy", "squaredError", "huber"];
};

const descents: LearnerSpec["rule"][] = ["gradientDescent", "momentum", "nesterov", "adagrad", "rmsprop", "adam"];

/** The rules that know such a model. */
export function rulesFor({ model, cost }: Spec, { kind, classes }: Targets): LearnerSpec["rule"][] {
  if (model.hidden.length > 0) return descents;
  if (model.output === "step") return ["perceptron", ...descents];
  const crossEntropy = cost.error === "crossEntropy";
  const curved = crossEntropy || (cost.error === "squaredError" && model.output === "linear");
  const byFormula = kind === "classes" && (model.output === "softmax" || (model.output === "sigmoid" && classes <= 2));
  return [
    ...descents,
    ...(curved && cost.l1 === 0 ? (["newton"] as const) : []),
    ...(byFormula ? (["fisher"] as const) : []),
  ];
}

const isDescent = (rule: LearnerSpec["rule"]) => descents.includes(rule);

/* ── presets of model × cost × learner ───────────────────────────────────────────────────────── */

export const modelNames = ["fisher", "perceptron", "logistic", "network"] as const;
export type ModelName = (typeof modelNames)[number];

/** Which preset a spec is one of. */
export function modelNameOf({ model, cost, learner }: Spec): ModelName {
  if (model.hidden.length > 0) return "network";
  if (learner.rule === "fisher") return "fisher";
  if (model.output === "step") return "perceptron";
  return cost.error === "crossEntropy" ? "logistic" : "network";
}

/** The spec with another model, and the cost and the learner that belong to it; the points stay. */
export function withModel(spec: Spec, name: ModelName, targets: Targets): Spec {
  const output = probabilityFor(targets);
  const oneLayer = { ...spec.model, hidden: [], output, initialization: "zeros" as const };
  const likelihood = { ...spec.cost, error: "crossEntropy" as const };
  const learner = { ...spec.learner, rule: "gradientDescent" as const, schedule: "constant" as const };
  switch (name) {
    case "fisher":
      return { ...spec, model: oneLayer, cost: likelihood, learner: { ...learner, rule: "fisher" } };
    case "perceptron":
      return {
        ...spec,
        model: { ...oneLayer, output: "step" },
        cost: { ...spec.cost, error: "perceptron" },
        learner: { ...learner, rule: "perceptron", rate: 0.4, batch: 1, shuffle: false },
      };
    case "logistic":
      return {
        ...spec,
        model: oneLayer,
        cost: likelihood,
        learner: { ...learner, rate: 0.3, batch: 10, shuffle: true },
      };
    case "network": {
      const hidden: ModelSpec["hidden"] = [
        { neurons: 4, activation: "tanh" },
        { neurons: 3, activation: "tanh" },
      ];
      return {
        ...spec,
        model: { ...oneLayer, hidden, initialization: "glorot" },
        cost: likelihood,
        learner: { ...learner, rate: 0.3, batch: 10, shuffle: true },
      };
    }
  }
}

/** The spec in force as a beginning: with the points of now, where they were changed by hand. */
export function begunAnew({ spec, document, table }: Description): Spec {
  const touched = document.journal.some(({ change }) => change.kind !== "set" && change.kind !== "parameter");
  return touched ? { ...spec, data: { ...spec.data, source: "table", table } } : spec;
}

/** Cross-entropy needs outputs that are probabilities. */
const isProbability = (output: OutputActivation) => output === "sigmoid" || output === "softmax";
const probabilityFor = ({ classes }: Targets): OutputActivation => (classes > 2 ? "softmax" : "sigmoid");

/** A field to set. Of several the order matters: each must go with what stands before it. */
export type Setting = readonly [field: string, value: unknown];

/** What to set for another output. */
export function settingsForOutput(output: OutputActivation, error: CostSpec["error"]): Setting[] {
  const refused = error === "crossEntropy" && !isProbability(output);
  return [...(refused ? [["cost.error", "squaredError"] as const] : []), ["model.output", output]];
}

/** What to set for another error. */
export function settingsForError(error: CostSpec["error"], output: OutputActivation, targets: Targets): Setting[] {
  const refused = error === "crossEntropy" && !isProbability(output);
  return [...(refused ? [["model.output", probabilityFor(targets)] as const] : []), ["cost.error", error]];
}

/** What to set for other hidden layers: rules for one layer do not know them, and from weights of zero the first of them
 *  would never learn to differ. */
export function settingsForHidden(hidden: ModelSpec["hidden"], { model, learner }: Spec): Setting[] {
  const first = hidden.length > 0 && model.hidden.length === 0;
  return [
    ...(first && !isDescent(learner.rule) ? [["learner.rule", "gradientDescent"] as const] : []),
    ...(first && model.initialization === "zeros" ? [["model.initialization", "glorot"] as const] : []),
    ["model.hidden", hidden],
  ];
}

/** What to set for other inputs: features of inputs that are no more go first, those of new ones come last. */
export function settingsForInputs(inputs: number[], features: string[], before: number): Setting[] {
  const fitted = fitFeatures(features, before, inputs.length);
  const settings: Setting[] = [["data.inputs", inputs]];
  if (fitted.join() === features.join()) return settings;
  const change: Setting = ["model.features", fitted];
  return inputs.length < before ? [change, ...settings] : [...settings, change];
}

/** The spec with points of another source, and whatever of it does not go with them changed along. */
export function withSource(spec: Spec, source: GeneratedSource, present: Targets): Spec {
  const info = sourceInfo[source];
  const { table: _dropped, ...data } = spec.data;
  const targets: Targets = { kind: info.targets, classes: info.classes };
  const classes = info.anyClasses ? info.classes : data.classes;
  // Iris comes in centimetres of different spread, and begins standardised; it does not leave that to the next source.
  const standardize = source === "iris" || (data.standardize && data.source !== "iris");
  return fitted({ ...spec, data: { ...data, source, classes, standardize } }, info.columns, present, targets);
}

/** The spec with a person's own points. */
export function withTable(spec: Spec, table: Table, present: Targets): Spec {
  return fitted(
    { ...spec, data: { ...spec.data, source: "table", table } },
    table.columns.length,
    present,
    targetsOf(table),
  );
}

function fitted(spec: Spec, columns: number, present: Targets, targets: Targets): Spec {
  const inputs = Array.from({ length: columns }, (_, column) => column);
  const features = fitFeatures(spec.model.features, spec.data.inputs.length, columns);
  const output = fitOutput(spec.model, present, targets);
  const error = fitError(spec.cost, output, present, targets);
  const whole = {
    ...spec,
    data: { ...spec.data, inputs },
    model: { ...spec.model, features, output },
    cost: { ...spec.cost, error },
  };
  const known = isDescent(spec.learner.rule) || rulesFor(whole, targets).includes(spec.learner.rule);
  return known ? whole : { ...whole, learner: { ...spec.learner, rule: "gradientDescent" } };
}

/** As many inputs as there are now, with the same squares and sines. */
function fitFeatures(features: string[], before: number, inputs: number): string[] {
  if (before === inputs) return features;
  const plain = Array.from({ length: inputs }, (_, input) => `x${input + 1}`);
  const made = features.filter((feature) => !/^x\d+$/.test(feature) && (inputs > 1 || !feature.includes("x2")));
  return [...plain, ...made];
}

function fitOutput({ output }: ModelSpec, present: Targets, targets: Targets): OutputActivation {
  if (targets.kind === "numbers") return present.kind === "numbers" && output !== "step" ? output : "linear";
  if (present.kind === "numbers") return probabilityFor(targets);
  const crosses = present.classes > 2 !== targets.classes > 2;
  return crosses && isProbability(output) ? probabilityFor(targets) : output;
}

function fitError(
  { error }: CostSpec,
  output: OutputActivation,
  present: Targets,
  targets: Targets,
): CostSpec["error"] {
  if (targets.kind === "numbers") return error === "huber" ? error : "squaredError";
  if (present.kind === "numbers") return "crossEntropy";
  return error === "crossEntropy" && !isProbability(output) ? "squaredError" : error;
}
