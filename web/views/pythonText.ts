/** The texts of the Python programs, and how they are filled in.
 *
 *  A line stands where the facts before its "|" hold: "clip|", "!torch|", "rule=adagrad,rmsprop|", several with "&".
 *  Those of a paragraph's first line are about the whole paragraph. $name is the fact of that name. */

export type Facts = Record<string, unknown>;

function holds(condition: string, facts: Facts): boolean {
  const [, not, name, values] = /^(!?)(\w+)=?(.*)/.exec(condition)!;
  return (values ? values.split(",").includes(String(facts[name])) : !!facts[name]) !== !!not;
}

function kept(text: string, facts: Facts): string[] {
  const [, conditions, rest] = /^(?:([\w!=&,]+)\|)?(.*)/s.exec(text)!;
  return conditions && !conditions.split("&").every((condition) => holds(condition, facts)) ? [] : [rest];
}

/** One text for each paragraph; empty where it does not stand. */
export function filled(text: string, facts: Facts): string[] {
  const lines = (paragraph: string) => paragraph.split("\n").flatMap((line) => kept(line, facts));
  const all = text.split("\n\n").map((paragraph) => kept(paragraph, facts).flatMap(lines).join("\n"));
  return all.map((paragraph) => paragraph.replace(/\$(\w+)/g, (_, name) => String(facts[name])));
}

/** σ(z) and σ'(z, a) in NumPy; where PyTorch's σ is another, that third. */
export const activations: Record<string, [f: string, slope: string, torch?: string]> = {
  linear: ["z", "1 + 0 * z"],
  sigmoid: ["1 / (1 + np.exp(-z))", "a * (1 - a)", "z.sigmoid()"],
  tanh: ["np.tanh(z)", "1 - a * a"],
  relu: ["z.clip(0)", "(z > 0) * 1.0", "z.relu()"],
  leakyRelu: ["np.where(z > 0, z, 0.01 * z)", "np.where(z > 0, 1, 0.01)"],
  elu: ["np.where(z > 0, z, np.expm1(z.clip(max=0)))", "np.where(z > 0, 1, a + 1)"],
  softplus: ["np.logaddexp(z, 0 * z)", "1 / (1 + np.exp(-z))"],
  sine: ["np.sin(z)", "np.cos(z)"],
  softmax: ["np.exp(z - z.max(0)) / np.exp(z - z.max(0)).sum(0)", "1 + 0 * z", "z.softmax(0)"],
  step: ["(z >= 0) * 2.0 - 1", "0 * z"],
};

/** How a weight is drawn. */
export const draws = {
  zeros: "0",
  uniform: "between(random, 0.5)",
  normal: "0.5 * normal(random)",
  glorot: "between(random, np.sqrt(6 / (origins + neurons)))",
  he: "np.sqrt(2 / origins) * normal(random)",
};

export const pointsText = `import numpy as np
torch|import torch
sklearn&rule=fisher|from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
sklearn&!rule=fisher|from sklearn.linear_model import LogisticRegression, Perceptron
real = np.$precision

# The points: a row of columns each, its target, and whether it is held out for testing.
points = 1.0 * $points
targets = 1.0 * np.array($targets)
training = $training

def look():  # features × points, outputs × points
    x = points.T[$inputs]
standardize|    mean, deviation = x[:, training].mean(1, keepdims=True), x[:, training].std(1, keepdims=True)
standardize|    x = (x - mean) / np.where(deviation > 0, deviation, 1)
    A, Y = real([$features]), real($Y)
!torch|    return A, Y
torch|    return torch.tensor(A), torch.tensor(Y)
A, Y = look()`;

export const startText = `# SplitMix64 (Steele, Lea, Flood 2014): 64 bits at a time, from a seed and a stream.
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
def between(random, limit): return 2 * limit * uniform(random) - limit
def normal(random): return np.sqrt(-2 * np.log(1 - uniform(random))) * np.cos(2 * np.pi * uniform(random))
def below(random, n):
    product = (next(random) >> 32) * n
    while product % 2**32 < 2**32 % n: product = (next(random) >> 32) * n
    return product >> 32
def order(seed, epoch, n):  # Fisher and Yates
    items, random = list(range(n)), generator(seed, 0x65706F6368000000 + epoch)
    for i in range(n, 1, -1):
        j = below(random, i)
        items[i - 1], items[j] = items[j], items[i - 1]
    return items

random, W, b = generator($weightSeed, 1), [], []
for origins, neurons in [$sizes]:
    W.append(real([[$draw for k in range(origins)] for j in range(neurons)]))
    b.append(np.zeros_like(W[-1][:, :1]))
torch|W, b = ([torch.tensor(w, requires_grad=True) for w in all] for all in (W, b))
t = epoch = position = broken = 0
`;

/** A paragraph is said again where a change makes another of it; the line "#!" has what else it follows. */
export const partsText = `act = [$act]
!torch|slope = [$slope]
def forward(A):  # (18, 23): z = W a + b, a = σ(z)
    z, a = [], [A]
    for w, bias, f in zip(W, b, act):
        z.append(w @ a[-1] + bias)
        a.append(f(z[-1]))
    return z, a

def cost(A, Y):
    z, a = [all[-1] for all in forward(A)]
error=crossEntropy&output=sigmoid|    each = $np.logaddexp(z, 0 * z) - Y * z
error=crossEntropy&output=softmax&!torch|    each = np.logaddexp.reduce(z) - (Y * z).sum(0)
error=crossEntropy&output=softmax&torch|    each = z.logsumexp(0) - (Y * z).sum(0)
error=squaredError|    each = (a - Y)**2 / 2
error=huber|    d = abs(a - Y)
error=huber|    each = d.clip(max=huberDelta) * (d - d.clip(max=huberDelta) / 2)
error=perceptron|    each = (a - Y) / 2 * z
error=mistakes|    each = abs(a - Y) / 2 + 0 * z
    return each.sum()$mean + sum(l2 / 2 * (w**2).sum() + l1 * abs(w).sum() for w in W)

!torch&!rule=perceptron,fisher|def gradient(A, Y):
    z, a = forward(A)
    delta = a[-1] - Y  # (37, 38)
error=huber|    delta = delta.clip(-huberDelta, huberDelta)
error=squaredError,huber&output=softmax|    delta = a[-1] * (delta - (a[-1] * delta).sum(0))
error=squaredError,huber&!output=softmax|    delta = delta * slope[-1](z[-1], a[-1])
error=perceptron|    delta = delta / 2
error=mistakes|    delta = 0 * Y
    dW, db = [], []
    for L in reversed(range(len(W))):
        dW.insert(0, delta @ a[L].T$mean + l2 * W[L] + l1 * np.sign(W[L]))  # (34)
        db.insert(0, delta.sum(1, keepdims=True)$mean)
        if L > 0: delta = W[L].T @ delta * slope[L - 1](z[L - 1], a[L])  # (39)
    return dW + db

#!$rule
rule=gradientDescent&torch|optimizer = torch.optim.SGD(W + b, rate)
rule=momentum&torch|optimizer = torch.optim.SGD(W + b, rate, momentum=momentum)
rule=nesterov&torch|optimizer = torch.optim.SGD(W + b, rate, momentum=momentum, nesterov=momentum > 0)
rule=adagrad&torch|optimizer = torch.optim.Adagrad(W + b, rate, eps=epsilon)
rule=rmsprop&torch|optimizer = torch.optim.RMSprop(W + b, rate, alpha=decay, eps=epsilon)
rule=adam&torch|optimizer = torch.optim.Adam(W + b, rate, betas=(beta1, beta2), eps=epsilon)
!torch&rule=momentum,nesterov,adagrad,rmsprop,adam|v = [0 * w for w in W + b]
!torch&rule=adam|m, c = [0 * w for w in W + b], [0, 0]
rule=perceptron&owes|due, paid = 0, 0 * W[0]
rule=perceptron&waits|loss, least = 0, np.inf

rule=perceptron|#!$convention $answer $l1 $l2 $tolerance $patience $repeats
waits|waited, going = 0, 1 + 0 * b[0]
answer=pocket|best = None
answer=average|total, averaged = [0, 0], 0

rule=perceptron|convention=lecture|def factor(z, y): return y - act[0](z)  # (4)
convention=scikitLearn|def factor(z, y): return y * (y * z <= 0)
answer=pocket|def wrong():  # mistakes of each output on all training points
answer=pocket|    return (factor(W[0] @ A[:, training] + b[0], Y[:, training]) != 0).sum(1)
def step(p, eta):
owes|    global due, paid
waits|    global loss, least, waited, going
answer=pocket|    global best, pocket
answer=average|    global total, averaged
answer=pocket|    if best is None: best, pocket = wrong(), [W[0].copy(), b[0].copy()]
    x, y = A[:, p], Y[:, p]
    z = W[0] @ x + b[0]
    f = factor(z, y)$going
l2|    W[0] *= 1 - min(1, eta * l2)$going
    W[0] += eta * f @ x.T  # (6)
    b[0] += eta * f.sum(1, keepdims=True)
owes|    due, w, s = due + eta * l1, W[0], np.sign(W[0])
owes|    W[0] = s * np.maximum(0, abs(w) - (due + s * paid)$going)  # no further than zero
owes|    paid = paid + W[0] - w
answer=average|    total, averaged = [total[0] + W[0], total[1] + b[0]], averaged + 1
answer=pocket|    now = wrong()
answer=pocket|    for j in np.flatnonzero(now < best): best[j], pocket[0][j], pocket[1][j] = now[j], W[0][j], b[0][j]
waits|    loss = loss - (y * z * (f != 0)).sum(1, keepdims=True)
waits|    if p[-1] == seen[-1]:  # the epoch ends
stops|        waited = np.where(loss > least - tolerance * len(seen), waited + 1, 0)
stops|        least = np.where(going, np.minimum(least, loss), least)
stops|        going = going * (waited < patience)
waits|        loss = 0

rule=fisher|def step(p, eta):  # Fisher (1936): S_W⁻¹ times the classes' means
    x, c = np.float64(A[:, training]), targets[training]
    if len(set(c)) < 2: return
    own = [c == k for k in range(max(2, len(Y)))]
    means = np.array([(x[:, k] if k.any() else x).mean(1) for k in own])
    off = x - means[c.astype(int)].T
    S = off @ off.T / len(c)
shrinkage|    S = (1 - shrinkage) * S + shrinkage * np.trace(S) / len(S) * np.eye(len(S))
    w = means @ np.linalg.pinv(S, len(S) * 2**-52, True)
    bias = -(w * means).sum(1, keepdims=True) / 2
threshold=priors|    bias += np.log([[max(k.sum(), 0.5) / len(c)] for k in own])
output=softmax|    W[0][:], b[0][:] = w, bias
!output=softmax|    W[0][:], b[0][:] = w[1:] - w[:1], bias[1:] - bias[:1]

rule=newton|def step(p, eta):  # Newton: θ ← θ − η H⁻¹∇J, η halved while J would rise
    x, y = A[:, training], Y[:, training]
    z, a = [all[-1] for all in forward(x)]
    unit, x1, theta = np.eye(len(a))[:, :, None], np.vstack([x, 0 * x[:1] + 1]), np.hstack([W[0], b[0]])
output=softmax|    slopes = (unit - a) * a[:, None]
!output=softmax|    slopes = unit * slope[0](z, a)
    H = np.einsum("ijn,kn,mn->ikjm", slopes, x1, x1, optimize=True).reshape(theta.size, theta.size) / len(x.T)
    H += np.diag(np.hstack([0 * W[0] + l2, 0 * b[0]]).ravel())
    d = np.linalg.pinv(H, theta.size * 2**-52, True) @ np.hstack(gradient(x, y)).ravel()
    before = cost(x, y) * (1 + np.finfo(real).eps)
    for eta in [eta / 2**halvings for halvings in range(40)] + [0]:
        W[0], b[0] = np.split(real(theta - eta * d.reshape(theta.shape)), [-1], 1)
        if cost(x, y) <= before: break

!rule=perceptron,fisher,newton|def step(p, eta):
!torch|    g = gradient(A[:, p], Y[:, p])
torch|    optimizer.zero_grad()
torch|    cost(A[:, p], Y[:, p]).backward()
torch&clip|    g = [w.grad for w in W + b]
clip|    length = sum((d**2).sum() for d in g)**0.5
clip|    if length > clip:
clip|        for d in g: d *= clip / length
torch|    optimizer.param_groups[0]["lr"] = eta
torch|    optimizer.step()
!torch&rule=adam|    c[:] = beta1 * c[0] + 1 - beta1, beta2 * c[1] + 1 - beta2
!torch|    for i, w in enumerate(W + b):
!torch&rule=momentum,nesterov|        v[i] = momentum * v[i] + g[i]
!torch&rule=adagrad|        v[i] = v[i] + g[i]**2
!torch&rule=rmsprop|        v[i] = decay * v[i] + (1 - decay) * g[i]**2
!torch&rule=adam|        m[i] = beta1 * m[i] + (1 - beta1) * g[i]
!torch&rule=adam|        v[i] = beta2 * v[i] + (1 - beta2) * g[i]**2
!torch&rule=gradientDescent|        w -= eta * g[i]  # (56)
!torch&rule=momentum|        w -= eta * v[i]
!torch&rule=nesterov|        w -= eta * (g[i] + momentum * v[i])
!torch&rule=adagrad,rmsprop|        w -= eta * g[i] / (np.sqrt(v[i]) + epsilon)
!torch&rule=adam|        w -= eta * (m[i] / c[0]) / (np.sqrt(v[i] / c[1]) + epsilon)

def train(to):
    global t, epoch, position, seen
    rows = np.flatnonzero(training)
    while t < to:
        if position == 0: seen = rows[order(seed, epoch, len(rows))] if shuffle else rows
        p = seen[position:][:batch or None]
!schedule=constant|        e = (epoch + broken + position / len(rows)) / scheduleEpochs
schedule=constant|        step(p, rate)
schedule=step|        step(p, rate * scheduleFactor**int(e))
schedule=exponential|        step(p, rate * scheduleFactor**e)
schedule=cosine|        step(p, rate * float(1 + np.cos(np.pi * min(e, 1))) / 2)
        t, position = t + 1, position + len(p)
        if position == len(rows): epoch, position = epoch + 1, 0`;

/** What a change does besides changing the spec. */
export const editText = `
kind=parameter&torch|with torch.no_grad(): $name = $value
kind=parameter&!torch|$name = $value
kind=addPoints|points, training = np.vstack([points, $points]), np.append(training, [True] * len($targets))
kind=addPoints|targets = np.append(targets, $targets)
kind=removePoints|points, targets, training = (np.delete(all, $rows, 0) for all in (points, targets, training))
kind=movePoints|points[$rows] = $points
kind=retarget|targets[$rows] = $target
splits|training = $training
touches|A, Y = look()
anew|broken, position = broken + (position and position / len(seen)), 0  # the epoch begins anew
disturbs&rule=perceptron&answer=pocket|best = None`;

export const printText = `# The weights that decide, and what they are worth.
rule=perceptron&answer=pocket|if best is not None: W[0], b[0] = pocket
rule=perceptron&answer=average|if averaged: W[0], b[0] = total[0] / averaged, total[1] / averaged
print("cost", float(cost(A[:, training], Y[:, training])))
z, a = forward(A[:, training])
for w, bias in zip(W, b): print("theta", *w.ravel().tolist(), *bias.ravel().tolist())
classes|decided = z[-1].argmax(0) if len(Y) > 1 else z[-1][0] >= 0
classes|print("accuracy", np.mean(np.array(decided) == targets[training]))`;

export const sklearnText = `X, y = A.T[training], targets[training]  # scikit-learn has a row for each sample
rule=fisher|model = LinearDiscriminantAnalysis(solver="lsqr", shrinkage=$shrinkage)
rule=newton|model = LogisticRegression(C=$C, solver="$solver", tol=1e-12, max_iter=10_000)
rule=perceptron|model = Perceptron($penalty, eta0=$rate, max_iter=$most, tol=$tol, n_iter_no_change=$patience, shuffle=False)
model.fit(X, y)
coef, intercept = model.coef_, model.intercept_
rule=newton&several|intercept -= intercept.mean()  # only differences matter
pair|# Two classes have one row, of their difference: here each has its own.
rule=newton&pair|coef, intercept = np.vstack([-coef, coef]) / 2, np.hstack([-intercept, intercept]) / 2
rule=fisher&pair|coef = np.linalg.lstsq(model.covariance_, model.means_.T, rcond=None)[0].T
rule=fisher&pair|intercept = np.log(model.priors_) - (coef * model.means_).sum(1) / 2
print("coef", *coef.ravel().tolist())
print("intercept", *intercept.tolist())
print("accuracy", float(model.score(X, y)))`;
