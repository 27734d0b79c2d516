"""An independent witness for the NumPy loops of 02 and 03, and for the torch leaves of 04: plain loops to compare with."""

from itertools import combinations

import numpy as np
import torch

LOOPS = ((10, 4, 3), (12, 4, 2), (1, 1, 2), (3, 5, 2), (7, 1, 2), (9, 3, 0), (1110, 88, 2), (1, 1, 200), (5, 9, 200))
"""n, batch size and epochs of the ordinary runs; the last two settle."""


def line(n, seed=0):
    random = np.random.default_rng([seed, n])
    x = random.normal(size=n)
    return x, 3 * x + 2 + random.normal(0, 0.5, size=n)


def plain_loop(x, y, w, b, orders, batch_size, lr):
    """w, b, the losses and the (dw, db) of every update, over the rows in these orders, one per epoch."""
    losses, ledger = [], []
    for order in orders:
        for i in range(0, len(order), batch_size):
            rows = np.asarray(order[i:i + batch_size])
            error = w * x[rows] + b - y[rows]
            ledger.append((2 * np.mean(error * x[rows]), 2 * np.mean(error)))
            losses.append(np.mean(error**2))
            w, b = w - lr * ledger[-1][0], b - lr * ledger[-1][1]
    return w, b, losses, ledger


def same(got, expected):
    """Whether two lists of numbers are equal but for rounding."""
    one, other = (np.asarray([float(v) for v in np.ravel(list(values))]) for values in (got, expected))
    return one.shape == other.shape and np.allclose(one, other, rtol=1e-7, atol=1e-10)


def train_complaint(train):
    """What is wrong with a `train` of 02, or None."""
    for n, size, epochs in LOOPS:
        x, y = line(n)
        w, b, losses, _ = plain_loop(x, y, 0.4, -0.3, [range(n)] * epochs, size, 0.07)
        xs, ys = x.copy(), y.copy()
        got = train(xs, ys, 0.4, -0.3, epochs=epochs, batch_size=size, lr=0.07)
        if not (same(got[:2], (w, b)) and same(got[2], losses) and same(xs, x) and same(ys, y)):
            return f"other numbers at {n, size, epochs}"
    return None


def ledger_complaint(train):
    """What is wrong with a `train_with_ledger` of 03, or None."""
    for n, size, epochs in LOOPS:
        x, y = line(n)
        w, b, _, ledger = plain_loop(x, y, 0.4, -0.3, [range(n)] * epochs, size, 0.07)
        got = train(x.copy(), y.copy(), 0.4, -0.3, epochs=epochs, batch_size=size, lr=0.07)
        if not (same(got[:2], (w, b)) and same(got[2], ledger)):
            return f"other numbers at {n, size, epochs}"
    return None


def shuffled_complaint(train):
    """What is wrong with a `train_shuffled` of 03, or None.

    With batches of one row every loss tells its row, with batches of two its pair. With larger batches only
    the number of updates, the inputs and the use of the generator are looked at.
    """
    x, y = line(12)
    w, b, losses = train(x.copy(), y.copy(), 0.4, -0.3, epochs=3, batch_size=1, lr=0.07, rng=np.random.default_rng(5))
    rows = rows_of_losses(x, y, 0.4, -0.3, losses, 0.07)
    orders = [rows[i:i + 12] for i in range(0, len(rows), 12)]
    if [sorted(order) for order in orders] != [list(range(12))] * 3 or orders[0] == orders[1] or orders[2] in orders[:2]:
        return "not a new order of all rows in every epoch"
    if orders[0] == list(range(12)) or np.mean([np.corrcoef(range(12), order)[0, 1] for order in orders]) > 0.6:
        return "nearly the order in which the rows came"
    beside = [{(one, other) for one, other in zip(order, order[1:] + order[:1])} for order in orders]
    if len(beside[0] & beside[1]) > 9 and len(beside[1] & beside[2]) > 9:
        return "the same neighbours in every epoch"
    return same_pairs_complaint(train) or larger_batches_complaint(train)


def same_pairs_complaint(train):
    """Batches that come in another order but always hold the same rows are no new permutation."""
    x, y = line(8)
    w, b = 0.4, -0.3
    losses = train(x.copy(), y.copy(), w, b, epochs=4, batch_size=2, lr=0.07, rng=np.random.default_rng(5))[2]
    pairs = []
    for loss in losses:
        errors = w * x + b - y
        pair = min(combinations(range(8), 2), key=lambda two: abs(np.mean(errors[list(two)] ** 2) - loss))
        chosen = list(pair)
        pairs.append(pair)
        w, b = w - lr_step(errors[chosen] * x[chosen]), b - lr_step(errors[chosen])
    epochs = {frozenset(pairs[start:start + 4]) for start in range(0, 16, 4)}
    return "the same pairs of rows in every epoch" if len(epochs) == 1 else None


def lr_step(parts):
    return 0.07 * 2 * np.mean(parts)


def rows_of_losses(x, y, w, b, losses, lr):
    rows = []
    for loss in losses:
        errors = w * x + b - y
        row = int(np.argmin(np.abs(errors**2 - loss)))
        rows.append(row if abs(errors[row] ** 2 - loss) < 1e-9 else -1)
        w, b = w - lr * 2 * errors[row] * x[row], b - lr * 2 * errors[row]
    return rows


def larger_batches_complaint(train):
    if len(train(*line(5), 0.4, -0.3, epochs=200, batch_size=9, lr=0.07, rng=np.random.default_rng(5))[2]) != 200:
        return "another number of updates in a run that settles"
    x, y = line(11)
    ends = []
    for seed in (1, 2):
        np.random.seed(0)
        rng, xs, ys = np.random.default_rng(seed), x.copy(), y.copy()
        w, b, losses = train(xs, ys, 0.4, -0.3, epochs=2, batch_size=4, lr=0.07, rng=rng)
        if len(losses) != 6 or not (same(xs, x) and same(ys, y)):
            return "another number of updates, or changed inputs"
        squares = (0.4 * x - 0.3 - y) ** 2
        if not any(np.isclose(np.mean(squares[list(rows)]), losses[0]) for rows in combinations(range(11), 4)):
            return "the first loss is that of no four rows"
        ends.append(w)
    return "the generator makes no difference" if ends[0] == ends[1] else None


def autograd_complaint(train):
    """What is wrong with a `train_autograd` of 04, or None."""
    for n, size, epochs in LOOPS:
        x, y = line(n)
        w, b, losses, _ = plain_loop(x, y, 0.4, -0.3, [range(n)] * epochs, size, 0.07)
        leaves = [torch.tensor(v, dtype=torch.float64, requires_grad=True) for v in (0.4, -0.3)]
        try:
            got = train(torch.tensor(x), torch.tensor(y), *leaves, epochs=epochs, batch_size=size, lr=0.07)
        except Exception as error:
            return f"raised {error}"
        if got is None or any(getattr(v, "requires_grad", False) for v in got):
            return "no losses, or losses with a graph"
        if not (same([leaf.item() for leaf in leaves], (w, b)) and same(got, losses)):
            return f"other numbers at {n, size, epochs}"
    return None
