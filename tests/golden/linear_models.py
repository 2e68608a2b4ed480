#!/usr/bin/python3
"""Golden answers of the linear models, by scikit-learn: `linear_models.py > linear_models.json` (made with 1.2.1).

Each case: the model's parameters in scikit-learn's names, what it came to, and its answers for the first points. Perceptrons go through the
points in the order given (shuffle=False)."""
import json
import sys
import warnings

import numpy as np
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.linear_model import LogisticRegression, Perceptron, SGDClassifier
from sklearn.metrics import confusion_matrix

warnings.filterwarnings("ignore")


def blobs(seed, counts, columns, spread):
    """Normal clouds, rounded to 4 decimals so that the file is exact."""
    random = np.random.default_rng(seed)
    means = random.normal(size=(len(counts), columns)) * spread
    mixing = random.normal(size=(columns, columns)) * 0.5 + np.eye(columns)
    points = np.concatenate([mean + random.normal(size=(n, columns)) @ mixing for mean, n in zip(means, counts)])
    targets = np.repeat(np.arange(len(counts)), counts)
    order = random.permutation(len(targets))
    return np.round(points[order], 4), targets[order]


DATA = {
    "two, apart": blobs(1, [30, 20], 2, 4),
    "two, mixed": blobs(2, [40, 25], 2, 1),
    "two in five columns": blobs(3, [35, 50], 5, 1),
    "three, apart": blobs(4, [20, 30, 25], 2, 6),
    "three, mixed": blobs(5, [20, 30, 25], 3, 1),
    "two, balanced": blobs(6, [30, 30], 3, 1),
    "three, balanced": blobs(7, [25, 25, 25], 2, 2),
    "xor": (np.array([[-1.0, -1], [1, 1], [-1, 1], [1, -1]]), np.array([0, 0, 1, 1])),
}
SINGULAR = {
    "collinear": (np.array([[0.0, 0], [1, 2], [2, 4], [3, 6], [4, 8], [6, 12]]), np.array([0, 0, 0, 1, 1, 1])),
    "equal points": (np.array([[1.0, 2], [3, -1], [3, -1]]), np.array([0, 1, 1])),
    "constant column": (np.array([[1.0, 2], [3, 2], [4, 2], [7, 2], [8, 2]]), np.array([0, 0, 1, 1, 1])),
}


def case(kind, data, points, targets, parameters, model):
    some = points[:8]
    probabilities = None if kind in ("perceptron", "averaged") else model.predict_proba(some).tolist()
    return {
        "kind": kind, "data": data, "parameters": parameters,
        "coef": model.coef_.tolist(), "intercept": np.ravel(model.intercept_).tolist(),
        "decision": np.asarray(model.decision_function(some)).tolist(), "probabilities": probabilities,
        "predict": model.predict(points).tolist(), "score": model.score(points, targets),
        "confusion": confusion_matrix(targets, model.predict(points)).tolist(),
    }


def perceptrons():
    for name, (points, targets) in DATA.items():
        for penalty in (None, "l2", "l1", "elasticnet"):
            for extra in ({"eta0": 1.0, "max_iter": 7, "tol": None}, {"eta0": 0.4, "max_iter": 50, "tol": 1e-3},
                          {"eta0": 0.1, "max_iter": 60, "tol": 0.01, "n_iter_no_change": 3}):
                parameters = {"penalty": penalty, "alpha": 0.01, "l1_ratio": 0.15, "shuffle": False, **extra}
                model = Perceptron(**parameters).fit(points, targets)
                yield case("perceptron", name, points, targets, parameters, model)


def averages():
    """SGDClassifier takes the same steps as Perceptron, and averages the weights after each."""
    for name, (points, targets) in DATA.items():
        for eta0, max_iter in ((1.0, 1), (1.0, 9), (0.25, 20)):
            parameters = {"penalty": None, "eta0": eta0, "max_iter": max_iter, "tol": None, "shuffle": False}
            model = SGDClassifier(loss="perceptron", learning_rate="constant", average=True, **parameters).fit(points, targets)
            yield case("averaged", name, points, targets, parameters, model)


def discriminants():
    for name, (points, targets) in (DATA | SINGULAR).items():
        for solver in ("lsqr", "eigen"):
            for shrinkage in (None, 0.1, 0.5, 1.0):
                if solver == "eigen" and name in SINGULAR or name == "xor":
                    continue
                parameters = {"solver": solver, "shrinkage": shrinkage}
                model = LinearDiscriminantAnalysis(**parameters).fit(points, targets)
                yield case("fisher", name, points, targets, parameters, model)


def midpoints():
    """scikit-learn weighs the covariances of the classes by the priors that it is given as well, so that these are the midpoint rule only
    where the classes have as many points each."""
    for name in ("two, balanced", "three, balanced"):
        points, targets = DATA[name]
        classes = max(targets) + 1
        parameters = {"solver": "lsqr", "priors": [1 / int(classes)] * int(classes)}
        model = LinearDiscriminantAnalysis(**parameters).fit(points, targets)
        if classes > 2:
            model.intercept_ = model.intercept_ + np.log(classes)  # what it adds for the priors, the same for each
        yield case("midpoint", name, points, targets, parameters, model)


def softmaxes():
    """Two classes by two outputs: scikit-learn keeps the second's weights; the first's are their negatives."""
    for name, (points, targets) in DATA.items():
        if max(targets) > 1:
            continue
        parameters = {"C": 1.0, "tol": 1e-12, "max_iter": 200, "solver": "newton-cg", "multi_class": "multinomial"}
        model = LogisticRegression(**parameters).fit(points, targets)
        yield case("softmax", name, points, targets, parameters, model)


def logistics():
    for name, (points, targets) in DATA.items():
        for C in (0.01, 1.0, 100.0):
            # lbfgs stops at 5 digits; newton-cholesky knows two classes only.
            solver = "newton-cholesky" if max(targets) == 1 else "newton-cg"
            parameters = {"C": C, "tol": 1e-12, "max_iter": 200, "solver": solver}  # newton-cg never sees 1e-12, and goes on
            model = LogisticRegression(**parameters).fit(points, targets)
            model.intercept_ = model.intercept_ - (model.intercept_.mean() if len(model.intercept_) > 1 else 0)
            yield case("logistic", name, points, targets, parameters, model)


cases = [*perceptrons(), *averages(), *discriminants(), *midpoints(), *logistics(), *softmaxes()]
data = {name: {"points": points.tolist(), "targets": targets.tolist()} for name, (points, targets) in (DATA | SINGULAR).items()}
lines = ",\n".join(json.dumps(each, separators=(",", ":")) for each in cases)
sys.stdout.write(f'{{"data":{json.dumps(data, separators=(",", ":"))},\n"cases":[\n{lines}\n]}}\n')
