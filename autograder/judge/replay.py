"""The reference for torch loops: what each update should have been, computed in float64.

Every update is recomputed from the weights that the loop itself reported before it, so that
one wrong update is not counted again in all that follow; the chain begins at the known start.
"""

from dataclasses import dataclass
from inspect import unwrap

import numpy as np
import torch

from autograder.exercises.case import Case
from autograder.exercises.torch_setup import build

TOGETHER = 2**16
"""Rows that are computed at one time."""


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
    """One case's model and loss in float64, at any weights, and its optimizer."""

    def __init__(self, case: Case):
        given = build(case)
        self.start = _flat(given.model)
        self._model, self._loss_fn, self._optimizer = given.model.double(), given.loss_fn, case["optimizer"]
        self._x, self._y = given.x.double(), given.y if given.y.dtype == torch.int64 else given.y.double()
        self._shapes = {name: parameter.shape for name, parameter in self._model.named_parameters()}
        self._norms = [layer for layer in self._model.modules() if isinstance(layer, torch.nn.BatchNorm1d)]
        for layer in self._norms:  # in train mode what it remembers is not used, and vmap cannot write it
            layer.track_running_stats, layer.running_mean, layer.running_var = False, None, None

    def replay(self, rows: list[np.ndarray], weights: np.ndarray, forget_every: int = 0) -> Replay:
        """rows: U arrays of row numbers; weights: (U + 1, P) as the loop reported them.

        forget_every: after so many updates the optimizer's state is emptied; 0 for never, as is right.
        """
        losses, gradients = self.gradients(rows, weights)
        return Replay(self.start, gradients, self._step(gradients, weights, forget_every), losses)

    def gradients(self, rows: list[np.ndarray], weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The mean loss over each update's rows at its weights (U,), and that loss's gradient (U, P).

        rows: U arrays; weights: (U, P) or more. Updates of equally many rows are computed together. nan where
        there is none: batch norm has no answer for a row alone.
        """
        losses, gradients = np.empty(len(rows)), np.empty((len(rows), self.start.size))
        for updates in _alike([len(batch) for batch in rows]):
            chosen = np.stack([rows[update] for update in updates])
            if self._norms and chosen.shape[1] < 2:
                losses[updates], gradients[updates] = np.nan, np.nan
                continue
            losses[updates], gradients[updates] = self._together(chosen, weights[updates])
        return losses, gradients

    def gradient(self, rows: np.ndarray, weights: np.ndarray) -> tuple[float, np.ndarray]:
        """The mean loss over `rows` at these weights (P,), and its gradient (P,)."""
        losses, gradients = self.gradients([np.asarray(rows)], weights[None])
        return float(losses[0]), gradients[0]

    def _together(self, rows: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """As `gradients`, for rows (G, B) and weights (G, P)."""
        flat, chosen = torch.from_numpy(weights).requires_grad_(), torch.from_numpy(rows.astype(np.int64))
        losses = torch.func.vmap(self._loss)(self._shaped(flat), self._x[chosen], self._y[chosen])
        losses.sum().backward()
        return losses.detach().numpy(), flat.grad.numpy()

    def _loss(self, parameters: dict[str, torch.Tensor], x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return self._loss_fn(torch.func.functional_call(self._model, parameters, (x,)), y)

    def _shaped(self, flat: torch.Tensor) -> dict[str, torch.Tensor]:
        parts = flat.split([shape.numel() for shape in self._shapes.values()], dim=1)
        return {name: part.reshape(-1, *shape) for (name, shape), part in zip(self._shapes.items(), parts)}

    def _step(self, gradients: np.ndarray, weights: np.ndarray, forget_every: int) -> np.ndarray:
        """(U, P) what one step of the optimizer makes of each update's weights; it works number by number."""
        kind, options = self._optimizer
        flat = torch.zeros(self.start.size, dtype=torch.float64, requires_grad=True)
        optimizer, steps = getattr(torch.optim, kind)([flat], **options), torch.from_numpy(gradients)
        now, after = flat.detach().numpy(), np.empty_like(gradients)
        step = torch.no_grad()(unwrap(type(optimizer).step))  # what is around it imports torch's compiler, for seconds
        for update, gradient in enumerate(steps):
            if forget_every and update % forget_every == 0:
                optimizer.state.clear()
            now[:], flat.grad = weights[update], gradient.clone()
            step(optimizer)
            after[update] = now
        return after


def _alike(sizes: list[int]) -> list[list[int]]:
    """The places of equal sizes, in groups of at most `TOGETHER` rows or of one."""
    places: dict[int, list[int]] = {}
    for place, size in enumerate(sizes):
        places.setdefault(size, []).append(place)
    long = {size: TOGETHER // max(size, 1) or 1 for size in places}
    return [found[at : at + long[size]] for size, found in places.items() for at in range(0, len(found), long[size])]


def _flat(model: torch.nn.Module) -> np.ndarray:
    return torch.cat([parameter.detach().double().reshape(-1) for parameter in model.parameters()]).numpy()
