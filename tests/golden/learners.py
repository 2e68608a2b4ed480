#!/usr/bin/python3
"""Golden steps of the update rules, by PyTorch: `learners.py > learners.txt` (made with torch 1.13).

J(theta) = sum_i a_i/2 (theta_i - c_i)^2 + b_i/4 theta_i^4, the `Bowl` of tests/core/training.
Clipping is g * clip/|g|, as GradientLearner states it; torch's own clip_grad_norm_ divides by |g| + 1e-6.

One case a line: rule, its hyperparameters (count, values), clip, rate, then theta after each of the steps."""
import torch

torch.set_default_dtype(torch.float64)
A = torch.tensor([1.0, 10.0, 0.5, 3.0, 0.0])
C = torch.tensor([0.3, -0.7, 2.0, 0.0, 0.0])
B = torch.tensor([0.0, 1.0, 0.1, 0.5, 2.0])
START = [1.5, -1.25, 0.5, 0.001, -0.8]
STEPS = 5

RULES = {
    "gradientDescent": (lambda p, rate: torch.optim.SGD(p, lr=rate), [()]),
    "momentum": (lambda p, rate, mu: torch.optim.SGD(p, lr=rate, momentum=mu), [(0.9,), (0.5,)]),
    "nesterov": (lambda p, rate, mu: torch.optim.SGD(p, lr=rate, momentum=mu, nesterov=True), [(0.9,), (0.5,)]),
    "adagrad": (lambda p, rate, eps: torch.optim.Adagrad(p, lr=rate, eps=eps), [(1e-10,), (1e-2,)]),
    "rmsprop": (lambda p, rate, rho, eps: torch.optim.RMSprop(p, lr=rate, alpha=rho, eps=eps), [(0.99, 1e-8), (0.9, 1e-3)]),
    "adam": (lambda p, rate, b1, b2, eps: torch.optim.Adam(p, lr=rate, betas=(b1, b2), eps=eps),
             [(0.9, 0.999, 1e-8), (0.5, 0.9, 1e-3), (0.0, 0.99, 1e-8)]),
}


def walk(make, hyperparameters, clip, rate):
    theta = torch.tensor(START, requires_grad=True)
    optimizer = make([theta], rate, *hyperparameters)
    for _ in range(STEPS):
        optimizer.zero_grad()
        (A / 2 * (theta - C) ** 2 + B / 4 * theta ** 4).sum().backward()
        length = theta.grad.norm()
        if 0 < clip < length:
            theta.grad *= clip / length
        optimizer.step()
        yield theta.detach().tolist()


for name, (make, choices) in RULES.items():
    for hyperparameters in choices:
        for clip in (0.0, 1.5):
            for rate in (0.01, 0.1):
                numbers = [x for theta in walk(make, hyperparameters, clip, rate) for x in theta]
                print(name, len(hyperparameters), *map(repr, hyperparameters), clip, rate, *map(repr, numbers))
