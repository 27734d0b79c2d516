"""The line w * x + b on data, by sums alone: what a batch does to (w, b) and to the loss.

The mean squared error of a batch is a w² + 2 c w b + b² − 2 p w − 2 q b + r, with the batch's means
a of x², c of x, p of x·y, q of y, r of y²; its gradient is (2 (a w + c b − p), 2 (c w + b − q)).
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from autograder.labs.affine import run_maps


@dataclass(frozen=True, eq=False)
class Line:
    """x, y: (n,) float arrays."""

    x: np.ndarray
    y: np.ndarray

    def __len__(self) -> int:
        return len(self.x)

    @cached_property
    def powers(self) -> np.ndarray:
        """(n, 5): x², x, x·y, y, y² of every row."""
        return np.column_stack([self.x**2, self.x, self.x * self.y, self.y, self.y**2])

    @cached_property
    def means(self) -> np.ndarray:
        """(5,) the means a, c, p, q, r of all rows."""
        return self.powers.mean(axis=0)

    @cached_property
    def best(self) -> np.ndarray:
        """(w, b) of the least squares line."""
        a, c, p, q, _ = self.means
        return np.linalg.solve([[a, c], [c, 1.0]], [p, q])

    def batch_means(self, batch_size: int, rows: np.ndarray | None = None) -> np.ndarray:
        """(m, 5) the means of each batch in order, or (epochs, m, 5) for `rows` (epochs, n) of row numbers."""
        powers = self.powers if rows is None else self.powers[rows]
        starts = np.arange(0, len(self), batch_size)
        sums = np.add.reduceat(powers, starts, axis=-2)
        return sums / np.diff(np.append(starts, len(self)))[:, None]

    def loss(self, w: float, b: float) -> float:
        """The mean squared error over all rows."""
        return float(loss_of(self.means, np.array([w, b])))


def loss_of(means: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The mean squared error for means (…, 5) at weights (…, 2)."""
    a, c, p, q, r = np.moveaxis(means, -1, 0)
    w, b = np.moveaxis(weights, -1, 0)
    with np.errstate(all="ignore"):
        return a * w * w + 2 * c * w * b + b * b - 2 * p * w - 2 * q * b + r


def gradient_of(means: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """(…, 2) the derivatives of the mean squared error by w and b."""
    a, c, p, q, _ = np.moveaxis(means, -1, 0)
    w, b = np.moveaxis(weights, -1, 0)
    with np.errstate(all="ignore"):
        return 2 * np.stack([a * w + c * b - p, c * w + b - q], axis=-1)


def gradient_maps(means: np.ndarray) -> np.ndarray:
    """(…, 2, 3): the gradient of each batch as a matrix on (w, b, 1)."""
    a, c, p, q, _ = np.moveaxis(means, -1, 0)
    one = np.ones_like(a)
    rows = [np.stack([a, c, -p], axis=-1), np.stack([c, one, -q], axis=-1)]
    return 2 * np.stack(rows, axis=-2)


def descend(means: np.ndarray, start: tuple[float, float], lr: float, epochs: int) -> np.ndarray:
    """(epochs * m + 1, 2) the weights of plain mini-batch descent. means: (m, 5) or (epochs, m, 5)."""
    maps = np.zeros((*means.shape[:-1], 3, 3))
    maps[..., :2, :] = -lr * gradient_maps(means)
    maps += np.eye(3)
    return run_maps(maps, np.array([*start, 1.0]), epochs)[:, :2]


def losses_before(means: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """(U,) each batch's loss before its update. weights: (U + 1, 2); means: (m, 5) or (epochs, m, 5)."""
    steps = means.shape[-2]
    before = weights[:-1].reshape(-1, steps, 2)
    return loss_of(means, before).reshape(-1)


def course_line(x: np.ndarray | None = None, y: np.ndarray | None = None) -> Line:
    """The course's data, or x and y, each (n,). Raises ValueError where only one is given or they do not fit."""
    if x is None and y is None:
        from autograder.learn.data import line_data

        x, y = line_data()
    if x is None or y is None or np.shape(x) != np.shape(y) or np.ndim(x) != 1:
        raise ValueError(f"a lab needs x and y of one shape (n,), not {np.shape(x)} and {np.shape(y)}")
    return Line(np.asarray(x, dtype=float), np.asarray(y, dtype=float))
