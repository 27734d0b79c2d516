"""What the four buttons do to a batch, its graph, `.grad` and the weights: frozen state, one function a verb."""

from dataclasses import dataclass, replace

import numpy as np

from autograder.labs.line import gradient_of, loss_of


@dataclass(frozen=True)
class Pressed:
    """weights: (w, b). grad: what stands in `.grad`, None before the first backward and after none-setting.

    batch: the number of the batch last read, from 0, -1 before the first. loss: its loss, None before forward.
    seen: the weights of the forward pass that waits for its backward, or None where there is no graph.
    own: the gradient of this batch alone, None before its backward.
    counted: how many backwards are in `.grad`. log: what was pressed, and what came of it, newest last.
    """

    weights: tuple[float, float] = (0.0, 0.0)
    grad: tuple[float, float] | None = None
    batch: int = -1
    loss: float | None = None
    seen: tuple[float, float] | None = None
    own: tuple[float, float] | None = None
    counted: int = 0
    log: tuple[tuple[str, str], ...] = ()


def press(state: Pressed, verb: str, means: np.ndarray, lr: float) -> Pressed:
    """The state after one button. means: (m, 5) of the batches, read round and round."""
    if verb not in ACTIONS:
        raise KeyError(f"no button {verb!r}: choose one of {', '.join(ACTIONS)}")
    after, said = ACTIONS[verb](state, means, lr)
    return replace(after, log=(*state.log, (verb, said)))


def _forward(state: Pressed, means: np.ndarray, lr: float) -> tuple[Pressed, str]:
    batch = (state.batch + 1) % len(means)
    loss = float(loss_of(means[batch], np.array(state.weights)))
    said = f"batch {batch + 1} went through the model: loss {loss:.4g}. Nothing in .grad changed."
    return replace(state, batch=batch, loss=loss, seen=state.weights, own=None), said


def _backward(state: Pressed, means: np.ndarray, lr: float) -> tuple[Pressed, str]:
    if state.seen is None:
        return state, "no graph to go back through: it is freed after each backward. Press forward first."
    own = tuple(gradient_of(means[state.batch], np.array(state.seen)).tolist())
    before = state.grad or (0.0, 0.0)
    grad = (before[0] + own[0], before[1] + own[1])
    after = replace(state, own=own, grad=grad, seen=None, counted=state.counted + 1)
    if state.grad is None:
        return after, f"this batch's gradient {_pair(own)} is now in .grad."
    return after, f"this batch's gradient {_pair(own)} was added to what stood in .grad: now {_pair(grad)}."


def _step(state: Pressed, means: np.ndarray, lr: float) -> tuple[Pressed, str]:
    if state.grad is None:
        return state, "step skipped w and b: their .grad is None."
    weights = tuple(value - lr * slope for value, slope in zip(state.weights, state.grad))
    said = f"w and b moved by −lr · .grad to {_pair(weights)}. .grad is as it was."
    if state.counted > 1:
        said = f"w and b moved by the sum of {state.counted} backwards to {_pair(weights)}. .grad is as it was."
    return replace(state, weights=weights), said


def _zero_grad(state: Pressed, means: np.ndarray, lr: float) -> tuple[Pressed, str]:
    said = f".grad is empty (None). The weights are still {_pair(state.weights)}."
    return replace(state, grad=None, counted=0), said


def _pair(values: tuple[float, float]) -> str:
    return f"({values[0]:.4g}, {values[1]:.4g})".replace("-", "−")


ACTIONS = {"forward": _forward, "backward": _backward, "step": _step, "zero_grad": _zero_grad}
