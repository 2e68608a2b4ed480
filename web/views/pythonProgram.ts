/** The experiment on the screen as a NumPy program, data included: run, it prints the same θ, cost and accuracy.
 *  Pure: a description in, text out. */
import type { Description, LearnerSpec, Spec } from "../engine/protocol";

/** Why there is no program: what of the experiment it does not say. */
export type Refusal =
  | "journal"
  | "single"
  | "points"
  | "schedule"
  | "penalty"
  | "tolerance"
  | "shrinkage"
  | "huber"
  | "sklearn";
export type Program = { code: string; refused?: undefined } | { code?: undefined; refused: Refusal };

/** Above this the data would bury the program. */
const mostPoints = 4000;

/** @param step  updates to make; the run has no change on the way */
export function numpyProgram(description: Description, step: number): Program {
  const refused = refusalOf(description);
  if (refused) return { refused };
  const { spec } = description;
  const parts = [
    header(step),
    dataText(description),
    start(description),
    network(description),
    training(spec, step),
    print(spec, step),
  ];
  return { code: `${parts.join("\n\n")}\n` };
}

export function refusalOf({ spec, document, table }: Description): Refusal | undefined {
  const { learner, cost, model } = spec;
  // What was set at step 0 is in the spec and the table already.
  if (document.journal.some(({ step, change }) => step > 0 || change.kind === "parameter")) return "journal";
  if (model.precision === "single") return "single";
  if (table.targets.length > mostPoints) return "points";
  if (learner.schedule !== "constant") return "schedule";
  if (cost.error === "huber") return "huber";
  if (learner.rule === "perceptron" && (cost.l1 > 0 || cost.l2 > 0)) return "penalty";
  if (learner.rule === "perceptron" && learner.tolerance !== null) return "tolerance";
  if (learner.rule === "fisher" && learner.shrinkage > 0) return "shrinkage";
  return undefined;
}

const header = (step: number) => `# Backprop Lab's experiment at step ${step}, in double precision.
import numpy as np`;

export function dataText({ spec, table, features }: Description): string {
  const width = table.columns.length;
  const columns = Array.from(
    table.targets,
    (_, i) => `[${Array.from(table.values.slice(i * width, (i + 1) * width)).join(", ")}]`,
  );
  const standard = spec.data.standardize
    ? `
mean, deviation = x[:, training].mean(1, keepdims=True), x[:, training].std(1, keepdims=True)
x = (x - mean) / np.where(deviation > 0, deviation, 1)`
    : "";
  return `# The points: a row of columns each, its target, and whether it is held out for testing.
points = np.array([
    ${columns.join(",\n    ")}])
targets = np.array([${Array.from(table.targets).join(", ")}])
training = np.array([${Array.from(table.test).join(", ")}]) == 0
x = points.T[[${spec.data.inputs.join(", ")}]]${standard}
A = np.array([${features.map(featureText).join(", ")}])  # features × points
Y = ${targetText(spec, table.classes?.length ?? 0)}`;
}

/** "x1*x2" → x[0] * x[1] */
function featureText(name: string): string {
  return name
    .replace(/x(\d+)/g, (_, i) => `x[${Number(i) - 1}]`)
    .replace("^2", "**2")
    .replace("sin", "np.sin")
    .replace("*x", " * x");
}

function targetText({ model }: Spec, classes: number): string {
  const several = classes > 2 || model.output === "softmax";
  const ones = several ? `(np.arange(${classes})[:, None] == targets) * 1.0` : "targets[None] * 1.0";
  return classes > 0 && (model.output === "tanh" || model.output === "step") ? `2 * (${ones}) - 1` : ones;
}

function start({ spec, layers }: Description): string {
  const { initialization, seed } = spec.model;
  const draw = {
    zeros: "0.0",
    uniform: "uniform(random) - 0.5",
    normal: "0.5 * normal(random)",
    glorot: "(2 * uniform(random) - 1) * np.sqrt(6 / (origins + neurons))",
    he: "np.sqrt(2 / origins) * normal(random)",
  }[initialization];
  return `# SplitMix64 (Steele, Lea, Flood 2014): 64 bits at a time, from a seed and a stream.
GOLDEN, MASK = 0x9E3779B97F4A7C15, 2**64 - 1
def mix(z):
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & MASK
    z = (z ^ z >> 27) * 0x94D049BB133111EB & MASK
    return z ^ z >> 31
def generator(seed, stream):
    state = mix(mix(seed + GOLDEN & MASK) + stream * GOLDEN & MASK)
    while True:
        state = state + GOLDEN & MASK
        yield mix(state)
def uniform(random): return (next(random) >> 11) * 2.0**-53
def normal(random): return np.sqrt(-2 * np.log(1 - uniform(random))) * np.cos(2 * np.pi * uniform(random))
def below(random, n):
    product = (next(random) >> 32) * n
    while product % 2**32 < 2**32 % n: product = (next(random) >> 32) * n
    return product >> 32
def order(epoch, n):  # Fisher and Yates
    items, random = list(range(n)), generator(${spec.learner.seed}, 0x65706F6368000000 + epoch)
    for i in range(n, 1, -1):
        j = below(random, i)
        items[i - 1], items[j] = items[j], items[i - 1]
    return items

random, W, b = generator(${seed}, 1), [], []
for origins, neurons in [${layers.map((layer) => `(${layer.inputs}, ${layer.neurons})`).join(", ")}]:
    W.append(np.array([[${draw} for k in range(origins)] for j in range(neurons)]))
    b.append(np.zeros((neurons, 1)))`;
}

const activations = {
  linear: ["z", "np.ones_like(z)"],
  sigmoid: ["1 / (1 + np.exp(-z))", "a * (1 - a)"],
  tanh: ["np.tanh(z)", "1 - a * a"],
  relu: ["np.maximum(z, 0)", "(z > 0) * 1.0"],
  leakyRelu: ["np.where(z > 0, z, 0.01 * z)", "np.where(z > 0, 1, 0.01)"],
  elu: ["np.where(z > 0, z, np.expm1(np.minimum(z, 0)))", "np.where(z > 0, 1, a + 1)"],
  softplus: ["np.logaddexp(z, 0)", "1 / (1 + np.exp(-z))"],
  sine: ["np.sin(z)", "np.cos(z)"],
  softmax: ["np.exp(z - z.max(0)) / np.exp(z - z.max(0)).sum(0)", "np.ones_like(z)"],
  step: ["np.where(z < 0, -1.0, 1.0)", "np.zeros_like(z)"],
} as const;

function network({ spec, layers }: Description): string {
  const used = layers.map((layer) => activations[layer.activation]);
  const { error, l1, l2 } = spec.cost;
  const output = layers.at(-1)!.activation;
  const softplus = "np.logaddexp(z[-1], 0) - Y * z[-1]";
  const value = {
    crossEntropy:
      output === "softmax"
        ? "np.log(np.exp(z[-1] - z[-1].max(0)).sum(0)) + z[-1].max(0) - (Y * z[-1]).sum(0)"
        : softplus,
    squaredError: "(a[-1] - Y)**2 / 2",
    huber: "",
    perceptron: "np.maximum(-Y * z[-1], 0)",
    mistakes: "np.maximum(-Y * a[-1], 0)",
  }[error];
  const sum = error === "perceptron" || error === "mistakes";
  let delta = "(a[-1] - Y)"; // with cross-entropy
  if (error === "squaredError")
    delta =
      output === "softmax"
        ? "a[-1] * ((a[-1] - Y) - (a[-1] * (a[-1] - Y)).sum(0))"
        : "(a[-1] - Y) * slope[-1](z[-1], a[-1])";
  if (error === "perceptron") delta = "(a[-1] - Y) / 2";
  if (error === "mistakes") delta = "0 * Y";
  const penalty = l1 > 0 || l2 > 0;
  return `act = [${used.map(([f]) => `lambda z: ${f}`).join(",\n       ")}]
slope = [${used.map(([, f]) => `lambda z, a: ${f}`).join(",\n         ")}]

def forward(A):  # (18, 23): z = W a + b, a = σ(z)
    z, a = [], [A]
    for L in range(len(W)):
        z.append(W[L] @ a[-1] + b[L])
        a.append(act[L](z[-1]))
    return z, a

def cost(A, Y):
    z, a = forward(A)
    error = (${value}).sum()${sum ? "" : " / Y.shape[1]"}
    return error${penalty ? ` + sum(${l2} / 2 * (w**2).sum() + ${l1} * abs(w).sum() for w in W)` : ""}

def gradient(A, Y):
    z, a = forward(A)
    delta = ${delta}${sum ? "" : " / Y.shape[1]"}  # (37, 38)
    dW, db = [None] * len(W), [None] * len(W)
    for L in reversed(range(len(W))):
        dW[L] = delta @ a[L].T${penalty ? ` + ${l2} * W[L] + ${l1} * np.sign(W[L])` : ""}  # (34)
        db[L] = delta.sum(1, keepdims=True)
        if L > 0: delta = W[L].T @ delta * slope[L - 1](z[L - 1], a[L])  # (39)
    return dW + db`;
}

function training(spec: Spec, step: number): string {
  const { learner } = spec;
  if (learner.rule === "fisher") return step === 0 ? "" : fisher(learner, spec.model.output === "softmax");
  if (learner.rule === "newton") return newton(spec, step);
  const clip =
    learner.clip > 0
      ? `
    length = np.sqrt(sum((d**2).sum() for d in g))
    if length > ${learner.clip}: g = [d * ${learner.clip} / length for d in g]`
      : "";
  const body =
    learner.rule === "perceptron"
      ? perceptron(learner)
      : `    g = gradient(A[:, patterns], Y[:, patterns])${clip}
    for i, p in enumerate(W + b):
${update(learner)}`;
  return `rows = np.flatnonzero(training)
batch = ${learner.batch === 0 ? "len(rows)" : `min(${learner.batch}, len(rows))`}
steps = -(-len(rows) // batch)  # of one epoch
m, v = [0 * p for p in W + b], [0 * p for p in W + b]
${learner.rule === "perceptron" ? perceptronStart(learner) : ""}for t in range(${step}):
    epoch, k = divmod(t, steps)
    if k == 0: seen = ${learner.shuffle ? "rows[order(epoch, len(rows))]" : "rows"}
    patterns = seen[k * batch:(k + 1) * batch]
${body}`;
}

function update({ rule, rate, momentum, decay, beta1, beta2, epsilon }: LearnerSpec): string {
  const lines: Partial<Record<LearnerSpec["rule"], string[]>> = {
    gradientDescent: [`p -= ${rate} * g[i]  # (56)`],
    momentum: [`v[i] = ${momentum} * v[i] + g[i]`, `p -= ${rate} * v[i]`],
    nesterov: [`v[i] = ${momentum} * v[i] + g[i]`, `p -= ${rate} * (g[i] + ${momentum} * v[i])`],
    adagrad: ["v[i] = v[i] + g[i]**2", `p -= ${rate} * g[i] / (np.sqrt(v[i]) + ${epsilon})`],
    rmsprop: [
      `v[i] = ${decay} * v[i] + (1 - ${decay}) * g[i]**2`,
      `p -= ${rate} * g[i] / (np.sqrt(v[i]) + ${epsilon})`,
    ],
    adam: [
      `m[i] = ${beta1} * m[i] + (1 - ${beta1}) * g[i]`,
      `v[i] = ${beta2} * v[i] + (1 - ${beta2}) * g[i]**2`,
      `m_hat, v_hat = m[i] / (1 - ${beta1}**(t + 1)), v[i] / (1 - ${beta2}**(t + 1))`,
      `p -= ${rate} * m_hat / (np.sqrt(v_hat) + ${epsilon})`,
    ],
  };
  return lines[rule]!.map((line) => `        ${line}`).join("\n");
}

const mistakes = (convention: LearnerSpec["convention"]) =>
  convention === "lecture"
    ? "Y[:, patterns] - np.where(z < 0, -1, 1)"
    : "np.where(Y[:, patterns] * z <= 0, Y[:, patterns], 0)";

function perceptronStart({ answer, convention }: LearnerSpec): string {
  if (answer === "average") return "total = [0 * W[0], 0 * b[0]]\n";
  if (answer === "last") return "";
  return `def wrong():  # mistakes of each output on all training points
    z, patterns = W[0] @ A[:, rows] + b[0], rows
    return ((${mistakes(convention)}) != 0).sum(1)
best, pocket = wrong(), [W[0].copy(), b[0].copy()]
`;
}

function perceptron({ rate, convention, answer }: LearnerSpec): string {
  const after = {
    last: "",
    average: "\n    total[0] += W[0]; total[1] += b[0]",
    pocket: `
    now = wrong()
    for j in np.flatnonzero(now < best):
        best[j], pocket[0][j], pocket[1][j] = now[j], W[0][j], b[0][j]`,
  }[answer];
  return `    z = W[0] @ A[:, patterns] + b[0]
    factor = ${mistakes(convention)}  # (4)
    W[0] += ${rate} * factor @ A[:, patterns].T  # (6)
    b[0] += ${rate} * factor.sum(1, keepdims=True)${after}`;
}

/** The cost is that of the weights that learn; what decides may be others. */
function deciding({ rule, answer }: LearnerSpec, step: number): string {
  if (rule !== "perceptron" || answer === "last" || step === 0) return "";
  return `
W[0], b[0] = ${answer === "pocket" ? "pocket" : `total[0] / ${Math.max(step, 1)}, total[1] / ${Math.max(step, 1)}`}  # these decide`;
}

function fisher({ threshold }: LearnerSpec, several: boolean): string {
  return `# Fisher (1936): S_W⁻¹ times the classes' means.
X, c = A[:, training], targets[training]
classes = range(int(c.max()) + 1)
means = np.array([X[:, c == k].mean(1) for k in classes])
centred = X - means[c.astype(int)].T
w = means @ np.linalg.pinv(centred @ centred.T / X.shape[1])
bias = -(w * means).sum(1) / 2${threshold === "priors" ? " + np.log([np.mean(c == k) for k in classes])" : ""}
${several ? "W[0], b[0] = w, bias[:, None]" : "W[0], b[0] = w[1:] - w[:1], (bias[1:] - bias[:1])[:, None]"}`;
}

function newton({ learner, model, cost }: Spec, step: number): string {
  const slopes = model.output === "softmax" ? "(unit - a[-1]) * a[-1][:, None]" : "unit * slope[0](z[-1], a[-1])";
  return `# Newton's method: θ ← θ − η H⁻¹∇J, η halved while J would rise.
X, T = A[:, training], Y[:, training]
X1, unit = np.vstack([X, 0 * X[:1] + 1]), np.eye(len(T))[:, :, None]
for t in range(${step}):
    (z, a), theta, before = forward(X), np.hstack([W[0], b[0]]), cost(X, T)
    H = np.einsum("ijn,kn,mn->ikjm", ${slopes}, X1, X1, optimize=True).reshape(theta.size, theta.size) / X.shape[1]
    H += np.diag(np.hstack([0 * W[0] + ${cost.l2}, 0 * b[0]]).ravel())
    d = np.linalg.pinv(H, theta.size * 2**-52, True) @ np.hstack(gradient(X, T)).ravel()
    for eta in [${learner.rate} / 2**halvings for halvings in range(40)] + [0]:
        W[0], b[0] = np.split(theta - eta * d.reshape(theta.shape), [-1], 1)
        if cost(X, T) <= before * (1 + 2**-52): break`;
}

function print({ model, learner }: Spec, step: number): string {
  const single = "a[-1][0] > 0.5";
  const decided = model.output === "step" || model.output === "tanh" ? "z[-1][0] >= 0" : single;
  return `print("cost", repr(float(cost(A[:, training], Y[:, training]))))${deciding(learner, step)}
z, a = forward(A[:, training])
for w, bias in zip(W, b): print("theta", *map(repr, np.concatenate([w.ravel(), bias.ravel()]).tolist()))
${model.output === "linear" ? "" : `decided = np.argmax(z[-1], 0) if len(Y) > 1 else ${decided}\nprint("accuracy", repr(float(np.mean(decided == targets[training]))))`}`;
}
