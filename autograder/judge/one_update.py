"""What somebody who holds a belief gets from each function of notebook 01."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from autograder.judge import messages


@dataclass(frozen=True)
class Given:
    """What a function of notebook 01 was given; x, y, y_hat are (n,)."""

    x: np.ndarray | None = None
    y: np.ndarray | None = None
    y_hat: np.ndarray | None = None
    w: float = 0.0
    b: float = 0.0
    dw: float = 0.0
    db: float = 0.0
    lr: float = 0.0

    @property
    def error(self) -> np.ndarray:
        return self.y_hat - self.y

    @property
    def n(self) -> int:
        return len(self.y)


@dataclass(frozen=True)
class Belief:
    """A finding code, the value that the belief leads to, and what is said: (given, got, right) -> text."""

    code: str
    value: Callable[[Given], object]
    message: Callable[[Given, np.ndarray, np.ndarray], str]


def _loss_scaled(given: Given, got: np.ndarray, right: np.ndarray) -> str:
    return messages.loss_scaled(float(got) / float(right), given.n)


def _scaled(given: Given, got: np.ndarray, right: np.ndarray) -> str:
    for name, one, other in zip(("dw", "db"), got, right):
        if not np.isclose(one, other, rtol=1e-9):
            both = not np.isclose(got[1], right[1], rtol=1e-9) and name == "dw"
            return messages.derivative_scaled("Both derivatives are" if both else f"{name} is", float(one / other), given.n)
    return messages.derivative_scaled("The derivatives are", 1.0, given.n)


def _intercept_missing(given: Given, got: np.ndarray, right: np.ndarray) -> str:
    return messages.intercept_missing(float(got[0]), float(right[0]))


def _factor(which: str, what: str) -> Callable[[Given, np.ndarray, np.ndarray], str]:
    return lambda given, got, right: messages.factor_in_derivative(which, what)


def _broadcast(given: Given, got: np.ndarray, right: np.ndarray) -> str:
    return messages.shape_broadcast(rows=given.n)


def _gradient_beliefs() -> list[Belief]:
    def value(scale_w: Callable[[Given], float], scale_b: Callable[[Given], float]):
        return lambda g: (2 * (g.error * g.x).mean() * scale_w(g), 2 * g.error.mean() * scale_b(g))

    factors = [lambda g: 1.0, lambda g: g.n, lambda g: 0.5, lambda g: g.n / 2, lambda g: 2.0, lambda g: 1 / g.n]
    scaled = [Belief("gradient-scaled", value(one, other), _scaled) for one in factors for other in factors if (one, other) != (factors[0],) * 2]
    signs = [(-1, -1), (-1, 1), (1, -1)]
    which = {(-1, -1): None, (-1, 1): "dw", (1, -1): "db"}
    turned = [
        Belief("gradient-sign", value(lambda g, s=s: s[0], lambda g, s=s: s[1]), lambda g, got, right, s=s: messages.derivative_sign(which[s]))
        for s in signs
    ]
    both = [
        Belief("gradient-sign", value(lambda g, f=f: -f(g), lambda g, f=f: -f(g)), lambda g, got, right: messages.derivative_sign(None))
        for f in factors[1:]
    ]
    other = [
        Belief("gradient-scaled", lambda g: (2 * g.error.mean(),) * 2, _factor("dw", "lost its factor x")),
        Belief("gradient-scaled", lambda g: (2 * (g.error * g.x).mean(),) * 2, _factor("db", "has a factor x too many")),
        Belief("wrong-result", lambda g: (2 * g.error.mean(), 2 * (g.error * g.x).mean()), lambda g, got, right: messages.swapped("dw", "db")),
    ]
    return turned + _broadcast_gradients() + scaled + other + both


def _broadcast_gradients() -> list[Belief]:
    def value(beside: Callable[[Given], np.ndarray]):
        return lambda g: (2 * ((g.y_hat[None, :] - g.y[:, None]) * beside(g)).mean(), 2 * (g.y_hat[None, :] - g.y[:, None]).mean())

    means = lambda g: (2 * g.x.mean() * g.error.mean(), 2 * g.error.mean())  # noqa: E731 - also what an x of shape (n, 1) makes
    outer = Belief("wrong-result", means, lambda g, got, right: messages.means_multiplied())
    return [*(Belief("shape-broadcast", value(beside), _broadcast) for beside in (lambda g: g.x[None, :], lambda g: g.x[:, None])), outer]


BELIEFS: dict[str, list[Belief]] = {
    "01.forward": [
        Belief("shape-broadcast", lambda g: (g.w * g.x + g.b)[:, None], lambda g, got, right: messages.shape_kept(got.shape, right.shape)),
        Belief("wrong-result", lambda g: g.w * g.x, _intercept_missing),
        Belief("wrong-result", lambda g: g.b * g.x + g.w, lambda g, got, right: messages.swapped("w", "b")),
    ],
    "01.mse": [
        Belief("gradient-scaled", lambda g: (g.error**2).sum(), _loss_scaled),
        Belief("gradient-scaled", lambda g: (g.error**2).mean() / 2, _loss_scaled),
        Belief("gradient-scaled", lambda g: (g.error**2).sum() / 2, _loss_scaled),
        Belief("gradient-scaled", lambda g: (g.error**2).mean() / g.n, _loss_scaled),
        Belief("gradient-scaled", lambda g: (g.error**2).mean() * 2, _loss_scaled),
        Belief("shape-broadcast", lambda g: ((g.y_hat[None, :] - g.y[:, None]) ** 2).mean(), _broadcast),
    ],
    "01.gradients": _gradient_beliefs(),
    "01.update": [
        Belief("gradient-sign", lambda g: (g.w + g.lr * g.dw, g.b + g.lr * g.db), lambda g, got, right: messages.step_uphill()),
        Belief("gradient-sign", lambda g: (g.w + g.lr * g.dw, g.b - g.lr * g.db), lambda g, got, right: messages.step_uphill("w")),
        Belief("gradient-sign", lambda g: (g.w - g.lr * g.dw, g.b + g.lr * g.db), lambda g, got, right: messages.step_uphill("b")),
        Belief("gradient-scaled", lambda g: (g.w - g.dw, g.b - g.db), lambda g, got, right: messages.rate_lost()),
        Belief("gradient-scaled", lambda g: (g.w - 2 * g.lr * g.dw, g.b - 2 * g.lr * g.db), lambda g, got, right: messages.step_scaled(2.0)),
        Belief("gradient-scaled", lambda g: (g.w - g.lr**2 * g.dw, g.b - g.lr**2 * g.db), lambda g, got, right: messages.step_scaled(g.lr)),
        Belief("gradient-scaled", lambda g: (g.w - g.dw / g.lr, g.b - g.db / g.lr), lambda g, got, right: messages.step_scaled(1 / g.lr**2)),
        Belief("never-stepped", lambda g: (g.w, g.b), lambda g, got, right: messages.step_missing()),
        Belief("wrong-result", lambda g: (g.w - g.lr * g.db, g.b - g.lr * g.dw), lambda g, got, right: messages.swapped("dw", "db")),
        Belief("wrong-result", lambda g: (g.b - g.lr * g.db, g.w - g.lr * g.dw), lambda g, got, right: messages.swapped("w", "b")),
    ],
}
