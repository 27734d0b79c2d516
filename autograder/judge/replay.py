"""The reference for torch loops: what each update should have been, computed in float64.

Every update is recomputed from the weights that the loop itself reported before it, so that
one wrong update is not counted again in all that follow; the chain begins at the known start.
"""

from dataclasses import dataclass, replace

import numpy as np
import torch

from autograder.exercises.case import Case
from autograder.exercises.torch_setup import Setup, build


@dataclass(frozen=True)
class Replay:
    """U updates of P parameters, each from its reported starting point.

    start: (P,) the known weights before the first update, in the case's own dtype.
    gradients: (U, P) of the mean loss over each update's rows, at the weights reported before it.
    weights: (U, P) what the optimizer makes of them.
    losses: (U,) that mean loss.
    """

    start: np.ndarray
    gradients: np.ndarray
    weights: np.ndarray
    losses: np.ndarray


class Reference:
    """One case's model, loss and optimizer in float64, set to any weights."""

    def __init__(self, case: Case):
        given = build(case)
        self.start = _flat(given)
        self.setup = build(replace(case, settings={**case.settings, "dtype": "float64"}))
        self.x, self.y = given.x.double(), given.y if given.y.dtype == torch.int64 else given.y.double()
        self._set(self.start)

    def replay(self, rows: list[np.ndarray], weights: np.ndarray, forget_every: int = 0) -> Replay:
        """rows: U arrays of row numbers; weights: (U + 1, P) as the loop reported them.

        forget_every: after so many updates the optimizer's state is emptied; 0 for never, as is right.
        """
        gradients, after, losses = [], [], []
        for update, (batch, before) in enumerate(zip(rows, weights)):
            if forget_every and update % forget_every == 0:
                self.setup.optimizer.state.clear()
            loss, gradient = self.gradient(batch, before)
            self.setup.optimizer.step()
            losses.append(loss)
            gradients.append(gradient)
            after.append(_flat(self.setup))
        width = self.start.size
        shaped = [np.array(part, dtype=float).reshape(-1, width) for part in (gradients, after)]
        return Replay(self.start, *shaped, np.array(losses))

    def gradient(self, rows: np.ndarray, weights: np.ndarray) -> tuple[float, np.ndarray]:
        """The mean loss over `rows` at these weights, and its gradient (P,), which is left in `.grad` too."""
        self._set(weights)
        self.setup.model.zero_grad()
        chosen = torch.as_tensor(np.asarray(rows), dtype=torch.int64)
        loss = self.setup.loss_fn(self.setup.model(self.x[chosen]), self.y[chosen])
        loss.backward()
        flat = torch.cat([parameter.grad.reshape(-1) for parameter in self.setup.model.parameters()])
        return float(loss.detach()), flat.numpy().copy()

    def _set(self, weights: np.ndarray) -> None:
        flat, at = torch.from_numpy(np.array(weights, dtype=float)), 0
        with torch.no_grad():
            for parameter in self.setup.model.parameters():
                size = parameter.numel()
                parameter.copy_(flat[at : at + size].view_as(parameter))
                at += size


def _flat(setup: Setup) -> np.ndarray:
    parts = [parameter.detach().double().reshape(-1) for parameter in setup.model.parameters()]
    return torch.cat(parts).numpy().copy()
