"""Loops by hand in which a test replaces one line by another, as a learner would have written it."""

import numpy as np

IN_ORDER = '''
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    total_w = total_b = 0.0
    for epoch in range(epochs):
        for start in range(0, len(x), batch_size):
            rows = slice(start, start + batch_size)
            error = w * x[rows] + b - y[rows]
            losses.append((error**2).mean())
            dw, db = 2 * (error * x[rows]).mean(), 2 * error.mean()
            w, b = w - lr * dw, b - lr * db
    return w, b, losses
'''

SHUFFLED = '''
def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    losses = []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        for start in range(0, len(x), batch_size):
            rows = order[start : start + batch_size]
            error = w * x[rows] + b - y[rows]
            losses.append((error**2).mean())
            dw, db = 2 * (error * x[rows]).mean(), 2 * error.mean()
            w, b = w - lr * dw, b - lr * db
    return w, b, losses
'''

WITH_LEDGER = IN_ORDER.replace("def train(", "def train_with_ledger(").replace("            losses.append((error**2).mean())\n", "").replace(
    "            w, b = w", "            losses.append((dw, db))\n            w, b = w"
)

AUTOGRAD = '''
def train_autograd(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for start in range(0, len(x), batch_size):
            rows = slice(start, start + batch_size)
            loss = ((w * x[rows] + b - y[rows]) ** 2).mean()
            loss.backward()
            with torch.no_grad():
                w -= lr * w.grad
                b -= lr * b.grad
            w.grad = b.grad = None
            losses.append(loss.item())
    return losses
'''


def written(source: str, *changes: tuple[str, str]):
    """The function of `source` after these replacements, each of which has to find its text."""
    for old, new in changes:
        assert old in source, f"{old!r} is not in the loop"
        source = source.replace(old, new)
    space: dict = {"np": np}
    if "torch" in source:
        import torch

        space["torch"] = torch
    exec(compile(source, "<learner>", "exec"), space)
    return space[source.split("def ")[1].split("(")[0]]
