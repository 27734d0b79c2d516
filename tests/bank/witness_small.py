"""Independent witnesses for the small functions of 01 and 02 and for the scalar autograd of 04."""

import numpy as np
import torch

from .witness_numpy import line, same

PAIRS = ((1000, 100), (1007, 64), (9, 3), (10, 3), (1, 1), (2, 5), (7, 1))


def first_notebook_complaint(name, function):
    """What is wrong with a function of 01, or None."""
    x, y = line(9)
    kept, ends = [x.copy(), y.copy()], 0.3 * x - 0.1
    if name == "forward":
        got = function(x, 0.3, -0.1)
        right = np.shape(got) == (9,) and same(got, ends)
    elif name == "mse":
        right = same([function(ends, y)], [np.mean((ends - y) ** 2)])
    elif name == "gradients":
        right = same(function(x, y, ends), [2 * np.mean((ends - y) * x), 2 * np.mean(ends - y)])
    else:
        right = same(function(0.3, -0.1, 2.0, -4.0, 0.05), [0.2, 0.1])
    unchanged = same(x, kept[0]) and same(y, kept[1]) and same(ends, 0.3 * x - 0.1)
    return None if right and unchanged else "other numbers, or changed inputs"


def counts_complaint(name, function):
    """What is wrong with `updates_per_epoch` or `total_updates`, or None."""
    for n, size in PAIRS:
        asked = len(range(0, n, size)) * (1 if name == "updates_per_epoch" else 13)
        got = function(n, size) if name == "updates_per_epoch" else function(n, size, 13)
        if got != asked:
            return f"{got}, where {asked} is right"
    return None


def batches_complaint(batches):
    """What is wrong with `batches`, or None."""
    for n, size in PAIRS:
        x, y = line(n)
        got = list(batches(x.copy(), y.copy(), size))
        if [len(xb) for xb, _ in got] != [len(range(n)[i:i + size]) for i in range(0, n, size)]:
            return "other sizes"
        if not same(np.concatenate([xb for xb, _ in got]), x) or not same(np.concatenate([yb for _, yb in got]), y):
            return "other rows"
    return None


def value_complaint(Value):
    """What is wrong with a `Value`, or None; torch is the oracle."""
    first = [[make(v) for v in (2.0, -3.0, 0.5)] for make in (Value, leaf)]
    for a, b, c in first:
        d = a * b + a * a
        (d * c + d * d).backward()
        (a * c + b).backward()
        e = b * c
        (e + e * a).backward()
    chain = [make(1.5) for make in (Value, leaf)]
    for start in chain:
        node = start
        for k in range(1000):
            node = node + start if k % 2 else node * make_like(start, 0.99)
        node.backward()
    ours, oracle = ([float(v.grad) for v in (*first[k], chain[k])] for k in (0, 1))
    return None if same(ours, oracle) else f"{ours}, where {oracle} is right"


def leaf(number):
    return torch.tensor(number, dtype=torch.float64, requires_grad=True)


def make_like(start, number):
    return leaf(number) if isinstance(start, torch.Tensor) else type(start)(number)
