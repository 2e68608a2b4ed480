"""Fisher's Iris from scikit-learn, as the core embeds it and as the tests compare it.

    python3 tests/golden/iris.py          writes tests/golden/iris.csv (exact numbers, class indices)
    python3 tests/golden/iris.py --bytes  prints the measurements for core/data/iris.cpp, in tenths
    python3 tests/golden/iris.py --check  fails unless both files say what scikit-learn says
"""

import pathlib
import re
import sys

import numpy
from sklearn.datasets import load_iris

root = pathlib.Path(__file__).resolve().parents[2]
golden = root / "tests/golden/iris.csv"
embedded = root / "core/data/iris.cpp"

iris = load_iris()
tenths = numpy.rint(iris.data * 10).astype(int)
assert (tenths / 10 == iris.data).all(), "a measurement is no multiple of 0.1"
assert (iris.target == numpy.repeat([0, 1, 2], 50)).all()


def csv():
    rows = [",".join(map(repr, map(float, x))) + f",{y}" for x, y in zip(iris.data, iris.target)]
    return ",".join(iris.feature_names) + ",class\n" + "\n".join(rows) + "\n"


if "--bytes" in sys.argv:
    for five in tenths.reshape(30, 20):
        print("    " + ", ".join(map(str, five)) + ",")
elif "--check" in sys.argv:
    body = re.search(r"tenths\[\] = \{(.*?)\};", embedded.read_text(), re.S).group(1)
    assert [int(n) for n in re.findall(r"\d+", body)] == tenths.ravel().tolist(), embedded
    assert golden.read_text() == csv(), golden
    print("iris: the embedded copy is scikit-learn's")
else:
    golden.write_text(csv())
