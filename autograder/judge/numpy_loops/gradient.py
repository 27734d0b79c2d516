"""One batch's loss and gradient, as each kind of loop works them out."""

from collections.abc import Callable

import numpy as np

from autograder.judge.numpy_loops.loop import Loop

SCALES: dict[str, Callable[[int, int, int, float], float]] = {
    "mean": lambda m, n, size, lr: 1.0,
    "sum": lambda m, n, size, lr: m,
    "half": lambda m, n, size, lr: 0.5,
    "half-sum": lambda m, n, size, lr: m / 2,
    "twice": lambda m, n, size, lr: 2.0,
    "four-times": lambda m, n, size, lr: 4.0,
    "mean-again": lambda m, n, size, lr: 1 / m,
    "by-n": lambda m, n, size, lr: m / n,
    "by-batch-size": lambda m, n, size, lr: m / size,
    "half-by-n": lambda m, n, size, lr: m / n / 2,
    "by-batches": lambda m, n, size, lr: 1 / -(-n // size),
    "times-batches": lambda m, n, size, lr: -(-n // size),
    "by-thousand": lambda m, n, size, lr: m / 1000,
    "by-hundred": lambda m, n, size, lr: m / 100,
    "lr-lost": lambda m, n, size, lr: 1 / lr,
    "lr-twice": lambda m, n, size, lr: lr,
    "zero": lambda m, n, size, lr: 0.0,
}
"""Factor on the gradient of the mean, from the batch's rows m, all rows n, the batch size and lr."""


ROWS: dict[str, Callable[[np.ndarray, np.ndarray], np.intp]] = {
    "row-nearest": lambda error, x: np.argmin(error**2),
    "row-farthest": lambda error, x: np.argmax(error**2),
    "row-steepest": lambda error, x: np.argmax(error**2 * (x**2 + 1)),
    "row-flattest": lambda error, x: np.argmin(error**2 * (x**2 + 1)),
    "row-steepest-w": lambda error, x: np.argmax(np.abs(error * x)),
    "row-flattest-w": lambda error, x: np.argmin(np.abs(error * x)),
}
"""Which row of a batch somebody takes who keeps the best gradient of each batch: (error, x) -> its place."""


def loss_and_gradient(loop: Loop, x: np.ndarray, y: np.ndarray, w: float, b: float, lr: float = 0.0) -> tuple[float, float, float]:
    """(loss, dw, db) of the mean squared error over one batch; x, y: (m,). lr: the rate, for loops that move w before they find db.

    An empty batch gives not-a-number, or zeros where the loop divides by the batch size.
    """
    if loop.form.startswith("broadcast"):
        return _broadcast(loop.form, x, y, w, b)
    m = len(x)
    if m == 0:
        empty = 0.0 if loop.rows.endswith("zero") else np.nan
        return empty, empty, empty
    error = w * x + b - y
    dw, db = 2 * float(error @ x) / m, 2 * float(error.sum()) / m
    if loop.form in ROWS:
        row = int(ROWS[loop.form](error, x))
        dw, db = 2 * float(error[row] * x[row]), 2 * float(error[row])
    elif loop.form == "outer":
        dw = 2 * float(error.mean() * x.mean())
    elif loop.form == "new-w":
        db -= 2 * lr * dw * float(x.sum()) / m
    elif loop.form != "plain":
        dw, db = (db, db) if loop.form == "no-x" else (dw, dw)
    return float(error @ error) / m, dw, db


def _broadcast(form: str, x: np.ndarray, y: np.ndarray, w: float, b: float) -> tuple[float, float, float]:
    """Every row against every row: error[i, j] = prediction j minus target i."""
    if len(x) == 0:
        return np.nan, np.nan, np.nan
    error = (w * x + b)[None, :] - y[:, None]
    beside = x[None, :] if form == "broadcast" else x[:, None]
    scale = len(x) if form == "broadcast-sum" else 1
    return float((error**2).mean()) * scale, 2 * float((error * beside).mean()) * scale, 2 * float(error.mean()) * scale


def factor_of(loop: Loop, m: int, n: int, size: int, lr: float) -> float:
    """The factor on the gradient of a batch of m rows; arguments as in `SCALES`."""
    return loop.scale if isinstance(loop.scale, float) else SCALES[loop.scale](m, n, size, lr)


def scaled(loop: Loop, dw: float, db: float, m: int, n: int, size: int, lr: float) -> tuple[float, float]:
    """The gradient with the loop's own factor and sign on it."""
    factor = factor_of(loop, m, n, size, lr) if m else 1.0
    if loop.part in ("both", "w"):
        dw *= factor
    if loop.part in ("both", "b"):
        db *= factor
    return (-dw if loop.sign in ("up", "up-w") else dw), (-db if loop.sign in ("up", "up-b") else db)
