"""Writes network_gradients.txt: costs and gradients of small networks by PyTorch, in double.

A case is a line of words and numbers, separated by blanks:
  hidden output loss penaltyL1 penaltyL2 huberDelta features hiddenNeurons outputs samples
then one line each: theta, inputs (features x samples), targets (outputs x samples), gradient, and the cost.
theta, inputs and targets are short decimals, so that the file stays small and exact.
Run with a Python that has torch (Debian: python3-torch):  python3 network_gradients.py
"""
import os
import torch

torch.set_default_dtype(torch.float64)
torch.manual_seed(20)

HIDDEN = {
    "linear": lambda z: z,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "leakyRelu": lambda z: torch.nn.functional.leaky_relu(z, 0.01),
    "elu": torch.nn.functional.elu,
    "softplus": torch.nn.functional.softplus,
    "sine": torch.sin,
}
OUTPUT = {**HIDDEN, "softmax": lambda z: torch.softmax(z, 0)}


def short(*shape):
    return torch.round(torch.rand(*shape) * 4000 - 2000) / 1000


def pattern_errors(loss, output, z, a, y, delta):
    """The error of each sample, summed over the outputs."""
    if loss == "squaredError":
        return 0.5 * ((a - y) ** 2).sum(0)
    if loss == "huber":
        return torch.nn.functional.huber_loss(a, y, reduction="none", delta=delta).sum(0)
    if output == "softmax":
        return -(y * torch.log_softmax(z, 0)).sum(0)
    return torch.nn.functional.binary_cross_entropy_with_logits(z, y, reduction="none").sum(0)


def case(hidden, output, loss, l1, l2, delta=0.4, features=2, neurons=3, outputs=2, samples=5):
    shapes = [(neurons, features), (neurons, 1), (neurons, neurons), (neurons, 1), (outputs, neurons), (outputs, 1)]
    parameters = [short(*shape).requires_grad_() for shape in shapes]
    inputs = short(features, samples)
    targets = torch.zeros(outputs, samples)
    targets[torch.randint(outputs, (samples,)), torch.arange(samples)] = 1
    w2, b2, w3, b3, w4, b4 = parameters
    a = HIDDEN[hidden](w2 @ inputs + b2)
    a = HIDDEN[hidden](w3 @ a + b3)
    z = w4 @ a + b4
    errors = pattern_errors(loss, output, z, OUTPUT[output](z), targets, delta)
    weights = parameters[0::2]
    penalty = sum(l1 * w.abs().sum() + 0.5 * l2 * (w**2).sum() for w in weights)
    cost = errors.mean() + penalty
    cost.backward()
    line = lambda t: " ".join(repr(float(v)) for v in t)
    flat = lambda tensors: torch.cat([t.reshape(-1) for t in tensors])
    return "\n".join([
        f"{hidden} {output} {loss} {l1} {l2} {delta} {features} {neurons} {outputs} {samples}",
        line(flat(parameters).detach()), line(inputs.reshape(-1)), line(targets.reshape(-1)),
        line(flat([p.grad for p in parameters])), repr(float(cost)),
    ])


cases = [case(hidden, "sigmoid", "crossEntropy", 0.0, 0.0) for hidden in HIDDEN]
cases += [case("tanh", output, "squaredError", 0.0, 0.01) for output in OUTPUT]
cases += [case("tanh", output, "huber", 0.02, 0.0) for output in ("linear", "tanh", "softmax")]
cases += [case("relu", "softmax", "crossEntropy", 0.01, 0.1)]
# Other shapes: one of everything, odd sizes, sizes beyond one block of the kernels.
cases += [case("elu", "sigmoid", "huber", 0.0, 0.1, 0.3, 1, 1, 1, 1),
          case("softplus", "softmax", "huber", 0.01, 0.0, 0.2, 5, 7, 3, 9),
          case("sine", "softmax", "crossEntropy", 0.0, 0.05, 0.4, 3, 9, 4, 13),
          case("leakyRelu", "linear", "squaredError", 0.02, 0.05, 0.4, 9, 5, 5, 6)]
with open(os.path.join(os.path.dirname(__file__), "network_gradients.txt"), "w") as file:
    file.write("\n".join(cases) + "\n")
