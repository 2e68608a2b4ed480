/** What crosses between the page and the engine: spec down, frame up. Plain data only, so that every
 *  message can be posted to a worker, written to a file and carried in a link. Field names are the
 *  core's own; the core validates, these types only describe. */

/* ── the experiment: spec₀ and a journal ─────────────────────────────────────────────────────── */

export type Source =
  | "linear"
  | "moons"
  | "circles"
  | "xor"
  | "gaussians"
  | "spirals" // two classes
  | "blobs"
  | "pinwheel" // three classes and more
  | "iris" // Fisher's, four columns
  | "plane"
  | "bumps" // numbers to fit
  | "table"; // the person's own points

/** A person's own points. `values` holds a row (one point) after the other, `columns.length` numbers each. */
export interface Table {
  columns: string[];
  values: Float64Array | number[];
  /** Class names; absent for regression. */
  classes?: string[];
  /** One per row: class index, or the number to fit. */
  targets: Float64Array | number[];
  /** One per row: 1 where held out for testing. Absent: the split is drawn from `testFraction` and `seed`. */
  test?: Uint8Array | number[];
}

export interface DataSpec {
  source: Source;
  count: number; // all classes together
  noise: number; // 0 … 1
  classes: number; // for blobs, pinwheel, gaussians: how many
  seed: number;
  testFraction: number; // [0, 0.9]
  table?: Table; // for source "table"
  inputs: number[]; // columns that are inputs, at least one
  standardize: boolean; // (x − mean) / standard deviation, of the training rows
}

export type HiddenActivation = "linear" | "sigmoid" | "tanh" | "relu" | "leakyRelu" | "elu" | "softplus" | "sine";
export type OutputActivation = "sigmoid" | "softmax" | "tanh" | "linear" | "step"; // step: φ(z) = ±1, φ(0) = +1
export type Initialization = "zeros" | "uniform" | "normal" | "glorot" | "he";

export interface ModelSpec {
  /** "x1" … "x64" (the inputs in their order), "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)". */
  features: string[];
  hidden: { neurons: number; activation: HiddenActivation }[]; // 0 to 6
  output: OutputActivation;
  initialization: Initialization;
  seed: number;
  precision: "double" | "single";
}

export interface CostSpec {
  error: "crossEntropy" | "squaredError" | "huber" | "perceptron" | "mistakes"; // the last two: sums, lecture (3), (2)
  huberDelta: number;
  l1: number; // λ of λ‖W‖₁
  l2: number; // λ of λ/2‖W‖²
}

export interface LearnerSpec {
  rule:
    | "gradientDescent"
    | "momentum"
    | "nesterov"
    | "adagrad"
    | "rmsprop"
    | "adam"
    | "perceptron"
    | "newton"
    | "fisher";
  rate: number; // α
  momentum: number; // of momentum and nesterov
  decay: number; // ρ of rmsprop
  beta1: number; // of adam
  beta2: number;
  epsilon: number; // of adagrad, rmsprop, adam
  schedule: "constant" | "step" | "exponential" | "cosine";
  scheduleFactor: number; // step, exponential: × this …
  scheduleEpochs: number; // … each so many epochs; cosine: from α to 0 over so many
  clip: number; // largest ‖∇‖₂ of a step; 0: none
  batch: number; // patterns of one step; 0: all
  shuffle: boolean; // reshuffle each epoch
  seed: number; // of the order of the patterns
  convention: "lecture" | "scikitLearn"; // of the perceptron: factor y − ŷ; or y where y z ≤ 0
  answer: "last" | "pocket" | "average"; // of the perceptron: which weights decide
  tolerance: number | null; // of the perceptron: scikit-learn's tol; null: until an epoch makes no mistake
  patience: number; // scikit-learn's n_iter_no_change
  threshold: "priors" | "midpoint"; // of Fisher's discriminant
  shrinkage: number; // of Fisher's covariance, [0, 1]
}

/** Any condition that holds stops the run; null: not used. */
export interface StopSpec {
  cost: number | null; // training cost ≤ this
  accuracy: number | null; // training accuracy ≥ this
  epochs: number | null; // after so many
}

export interface Spec {
  data: DataSpec;
  model: ModelSpec;
  cost: CostSpec;
  learner: LearnerSpec;
  stop: StopSpec;
}

/** A spec as a person may give it: what is left out takes its default. */
export type PartialSpec = { [K in keyof Spec]?: Partial<Spec[K]> };

/** What can be done to an experiment. */
export type Change =
  | { kind: "set"; field: string; value: unknown } // "learner.rate", "model.hidden", "data.noise" …
  | { kind: "parameter"; index: number; value: number } // θ[index]
  | { kind: "addPoints"; values: number[] | Float64Array; targets: number[] | Float64Array } // rows of all columns
  | { kind: "removePoints"; rows: number[] }
  | { kind: "movePoints"; rows: number[]; values: number[] | Float64Array } // new values of all columns, row after row
  | { kind: "retarget"; rows: number[]; target: number }; // another class, or number

export interface JournalLine {
  step: number;
  change: Change;
}

/** Everything that replays an experiment to the bit. What files and links hold (with `view` beside it). */
export interface ExperimentDocument {
  version: 1;
  spec: Spec; // at step 0
  journal: JournalLine[]; // ordered by step
  step: number; // where the cursor stands
}

/* ── answers ─────────────────────────────────────────────────────────────────────────────────── */

export interface LabError {
  code: string; // see core/foundation/outcome.hpp
  field: string;
  value: string;
  allowed: string;
}

export type Outcome<T> = { value: T; error?: undefined } | { value?: undefined; error: LabError };

/** A field of the spec, for the control that shows it. From the core's own table of fields. */
export interface FieldInfo {
  path: string; // "learner.rate"
  type: "number" | "integer" | "boolean" | "choice" | "list" | "table";
  low?: number;
  lowOpen?: boolean; // the interval excludes `low`
  high?: number;
  choices?: string[];
  nullable?: boolean;
  default: unknown;
  restarts: boolean; // changing it begins a new run at step 0
}

export interface LayerInfo {
  inputs: number;
  neurons: number;
  activation: HiddenActivation | OutputActivation;
  weights: number; // offset in θ of w^L_11; by rows, destination first
  biases: number; // offset in θ of b^L_1
}

/** What stays as it is while it trains: sent after configure and after every change. */
export interface Description {
  revision: number; // changes with every change, also when a replay passes a journal line
  spec: Spec; // in force now: spec₀ with the journal's lines up to here
  document: ExperimentDocument;
  dataVersion: number; // changes when the table does
  table: Required<Omit<Table, "classes">> & {
    classes?: string[];
    values: Float64Array;
    targets: Float64Array;
    test: Uint8Array;
  };
  ranges: Float64Array; // low, high of each column over all rows
  means: Float64Array; // of each column over the training rows
  deviations: Float64Array; // standard deviation of each column over the training rows; 1 where it is 0
  layers: LayerInfo[];
  features: string[];
  parameterCount: number;
}

export interface Costs {
  cost: number; // error + penalty
  error: number; // mean over the patterns; sum of the perceptron's costs
  penalty: number;
  right?: number; // classification: patterns decided rightly
  accuracy?: number;
  count: number; // patterns
  soft?: number; // of a step output: Σ max(−y z, 0), lecture (3)
  hard?: number; // of a step output: mistakes, lecture (2)
}

export type Status = "ready" | "training" | "paused" | "stopped";

export interface StopReason {
  kind:
    | "cost"
    | "accuracy"
    | "epochs"
    | "notFinite"
    | "noPatterns"
    | "noMistakes" // perceptron: a whole epoch without a mistake
    | "tolerance" // perceptron: no better by `tolerance` for `patience` epochs
    | "cycle" // perceptron: θ is where it was some epochs ago
    | "solved" // Fisher after its step; Newton at the minimum
    | "separated" // Newton: points separated, if only weakly, and no penalty: the likelihood has no maximum
    | "oneClass"; // Fisher: the training points are of one class
  step: number;
  quantity?: "cost" | "gradient" | "parameter"; // notFinite: what was not
  parameter?: number; // quantity "parameter": the first such, index into θ
}

/** A plane through the columns: `columns[0]` across, `columns[1]` up; every other column is held. */
export interface PlaneRequest {
  columns: [number, number];
  x: [number, number];
  y: [number, number];
  held: Float64Array; // a value for each column; those of `columns` are ignored
}

/** What is visible, and so wanted. Absent: not computed. */
export interface FrameRequest {
  field?: PlaneRequest & { width: number; height: number }; // every output over the plane
  neurons?: PlaneRequest & { size: number }; // every neuron's activation, size × size each
  parameters?: boolean;
  gradient?: boolean; // over all training patterns
  predictions?: boolean; // per row of the table
  curves?: boolean;
  confusion?: boolean; // of classes
  regression?: boolean; // of numbers to fit
  surface?: SurfaceRequest;
  answer?: boolean; // the parameters that decide
  scores?: boolean; // per row of the table
  pattern?: boolean; // the perceptron's next update
  separability?: boolean; // of the training points: a linear program, so not for every frame
  /** Two classes along a direction over the features: w where it is left out. */
  discriminant?: { direction?: number[]; bins: number };
}

export interface SurfaceRequest {
  across: number; // index into θ
  up: number;
  /** Where to look. Absent: centred so that the path and the present point are inside. */
  x?: [number, number];
  y?: [number, number];
  size: number; // size × size costs
}

export interface Frame {
  revision: number; // of the description it belongs to
  step: number;
  furthest: number; // the last step that this run has reached; seek goes there without new training
  replaying?: number; // a seek under way: its target step
  epoch: number; // passes over the points, with fractions; grows also where the points change and a pass begins anew
  status: Status;
  stop?: StopReason;
  rate: number; // α in force
  lastStep?: { cost: number; gradientNorm: number }; // of the last step's batch, before it
  /** Of one layer with cross-entropy: whether the cost has no minimum, so that the weights grow for ever: no penalty,
   *  and training points that a line separates (all, or all but some that lie on it). Absent for other models. */
  unbounded?: boolean;
  singular?: boolean; // Fisher: S_W has not full rank: of the best weights the shortest were taken
  train: Costs; // of the parameters that decide (see `answer`), and so are accuracy and the curves
  test?: Costs;
  /** outputs × height × width, row 0 at the top (y high). Class outputs as the output unit gives them. */
  field?: Float32Array;
  /** (neurons of layers 2 … 𝕃, in order) × size × size, row 0 at the top. Features first: features × size × size. */
  neurons?: Float32Array;
  parameters?: Float64Array;
  gradient?: Float64Array;
  /** Per row of the table: class index decided, or the number given. */
  predictions?: Float64Array;
  curves?: Curves;
  confusion?: { train: Confusion; test?: Confusion };
  regression?: { train: Regression; test?: Regression };
  surface?: Surface;
  /** The parameters that decide: θ, or the pocket's, or the average. */
  answer?: Float64Array;
  /** z^𝕃 of each row of the table, row after row, one number for each output. */
  scores?: Float64Array;
  pattern?: Pattern;
  discriminant?: Discriminant;
  separability?: Separability;
}

/** Whether a line in the model's features can tell two classes of training points apart; R and γ in (x, 1). */
export interface Separable {
  separable: boolean;
  radius: number; // R
  margin: number; // γ; 0 where not separable
  /** (R/γ)²: the most mistakes of a perceptron that begins at 0, without penalty; Infinity where not separable. */
  bound: number;
}

/** The same of all classes: separable where each is from all the rest, the least γ, the sum of the bounds (which is one
 *  for the mistakes of all outputs together). */
export interface Separability extends Separable {
  /** Whether the bound is one for this run so far: from θ = 0, pattern by pattern, without penalty, with one η, no
   *  weight set by hand, no points changed once it had moved. */
  holds: boolean;
  /** Each class against all the rest; a single entry where there are two classes. */
  classes: Separable[];
}

/** The training points of two classes seen along one direction, z = uᵀx, and along Fisher's. */
export interface Discriminant {
  here: DiscriminantSide;
  optimum: DiscriminantSide;
  singular: boolean; // S_W has not full rank: of the best directions the shortest
  count: number; // training points
  low: number; // the histograms' range, of `here`
  high: number;
  counts: Float64Array; // class after class, `bins` each
}

export interface DiscriminantSide {
  direction: Float64Array; // u, of length 1, class 1 on the side of greater z
  means: [number, number]; // of z, by class
  threshold: number; // midway
  scatterRatio: number; // (uᵀS_B u) / (uᵀS_W u)
  right: number; // decided rightly by the threshold
}

/** The perceptron's next update with all its numbers; lists have one number for each output, but for x and θ's. */
export interface Pattern {
  row: number; // of the table; of a batch of several its first
  patterns: number; // of the batch
  x: Float64Array; // features
  y: Float64Array; // ±1
  z: Float64Array; // wᵀx + b, before
  outputs: Float64Array; // ŷ = φ(z)
  factor: Float64Array; // y − ŷ, or y, or 0
  change: Float64Array; // Δθ
  after: Float64Array; // θ + Δθ
  zAfter: Float64Array;
  stopped: Float64Array; // 1 where the output learns no more, by its tolerance: its factor is 0
  mistaken: boolean; // an output that learns
  stillWrong: boolean; // mistaken, and after the update as well: erratum to lecture (5)
  /** The output to speak of: of those that are still wrong, else of those mistaken, the one that needs the greatest η;
   *  −1 where none is. */
  mistakenOutput: number;
  /** The η beyond which one update puts that output right; null with a penalty or a batch of several, too. */
  sufficientRate: number | null;
  mistakes: number; // since step 0
  epochMistakes: number;
  cycle: number; // epochs after which θ comes back; 0: none known
  noBound?: BoundHindrance; // absent: (R/γ)² bounds the mistakes
}

/** What of a run (R/γ)² does not bound, as Separability's `holds` says it: the first that applies. */
export type BoundHindrance = "rule" | "start" | "byHand" | "penalty" | "batch" | "rate" | "points" | "settings";

/** The recorded history, thinned, with the present step in its place. Costs are true costs of that step's θ, by the cost
 *  and on the points in force then, after changes made at that step. Steps and epochs grow. */
export interface Curves {
  steps: Float64Array;
  epochs: Float64Array;
  trainCost: Float64Array; // error + penalty
  testCost: Float64Array; // NaN where there are no test patterns
  trainError: Float64Array;
  testError: Float64Array;
  penalty: Float64Array;
  trainAccuracy: Float64Array; // NaN for regression
  testAccuracy: Float64Array;
  trainSoft: Float64Array; // of a step output, else NaN: lecture (3)
  trainHard: Float64Array; // lecture (2)
}

export interface Confusion {
  /** classes × classes, row: true class, column: decided class. */
  counts: Float64Array;
  accuracy: number;
  precision: Float64Array; // per class; NaN where nothing was decided for it
  recall: Float64Array; // per class; NaN where there is none of it
}

/** How far the numbers given are from those wanted. */
export interface Regression {
  meanSquaredError: number; // in the target's unit squared, without the cost's ½
  rootMeanSquaredError: number; // in the target's unit
  determination: number; // R², scikit-learn's r2_score: 1 at best, 0 where the mean does as well; NaN for equal targets
}

/** The cost of this model over two of its weights, the others held at θ_now. */
export interface Surface {
  across: number;
  up: number;
  x: [number, number];
  y: [number, number];
  size: number;
  costs: Float64Array; // size × size, row 0 at the bottom (y low); may hold Infinity or NaN
  here: { x: number; y: number; cost: number };
  /** −∂J/∂(across, up) at θ_now over all training patterns. */
  descent: [number, number];
  /** The path walked so far, thinned: in-plane coordinates, each point's own true cost by the J in force now, and how much
   *  of θ_t − θ_now lies out of the plane: ‖P⊥(θ_t − θ_now)‖ / ‖θ_t − θ_now‖ in [0, 1]. */
  path: { steps: Float64Array; x: Float64Array; y: Float64Array; costs: Float64Array; outside: Float64Array };
}

/** How fast to train: a number of steps or epochs a second, or as fast as the machine can. */
export type Speed = { unit: "step" | "epoch"; perSecond: number } | "full";
