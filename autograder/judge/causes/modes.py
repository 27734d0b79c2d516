"""The mode in which the model was trained."""

from copy import deepcopy

import numpy as np
import torch
from torch.nn.utils import parameters_to_vector, vector_to_parameters

from autograder.exercises.torch_setup import Setup, build
from autograder.judge import messages
from autograder.judge.loop import Loop
from autograder.judge.verdict import Finding


def mode_left_wrong(loop: Loop) -> Finding | None:
    """Gradients that only a model in eval mode makes, of a model that came in train mode."""
    if not loop.case.settings.get("norm") or loop.replay is None:
        return None
    setup, in_eval = build(loop.case), []
    for update in range(loop.updates):
        mode = _mode(loop, setup, update)
        if mode is None:
            return None
        in_eval += [update] if mode == "eval" else []
    if not in_eval:
        return None
    return Finding("mode-left-wrong", messages.trained_in_eval(in_eval[0]), **loop.place(in_eval[0]))


def _mode(loop: Loop, setup: Setup, update: int) -> str | None:
    """Train or eval: the mode whose gradient stood at this update; None where neither did.

    The model of `setup` remembers the batches that it was trained on so far.
    """
    before = deepcopy(setup.model.state_dict())
    for mode in ("train", "eval"):
        setup.model.load_state_dict(before)
        setup.model.train(mode == "train")
        if loop.close(loop.stood[update], _gradient(setup, loop.rows[update], loop.weights[update])):
            return mode
    return None


def _gradient(setup: Setup, rows: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """(P,) of the mean loss over `rows` at these weights, in the model's own mode; zeros where it has no answer."""
    if len(rows) < 2:
        return np.zeros(len(weights))
    vector_to_parameters(torch.tensor(weights), setup.model.parameters())
    parameters, chosen = list(setup.model.parameters()), torch.from_numpy(rows)
    loss = setup.loss_fn(setup.model(setup.x[chosen]), setup.y[chosen])
    return parameters_to_vector(torch.autograd.grad(loss, parameters)).double().numpy()
