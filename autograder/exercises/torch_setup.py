"""Models, optimizers, losses and data of a torch case, rebuilt alike wherever its description is known."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import nn

from autograder.exercises.case import Case

LOSSES = {
    "mse": nn.MSELoss,
    "smooth_l1": nn.SmoothL1Loss,
    "cross_entropy": nn.CrossEntropyLoss,
    "mse_function": lambda: torch.nn.functional.mse_loss,
}


@dataclass
class Setup:
    """What a loop is given: model, optimizer, loss_fn, x (n, features) and y of the output's shape, or class numbers."""

    model: nn.Module
    optimizer: torch.optim.Optimizer
    loss_fn: Any
    x: torch.Tensor
    y: torch.Tensor


def build(case: Case) -> Setup:
    """The arguments that this case describes: settings n, features, outputs, hidden, norm, dropout, loss, optimizer, dtype."""
    random = np.random.default_rng(case.seed)
    dtype = getattr(torch, case["dtype"])
    model = _model(case, random).to(dtype)
    kind, options = case["optimizer"]
    optimizer = getattr(torch.optim, kind)(model.parameters(), **options)
    x, y = _data(case, random, dtype)
    return Setup(model, optimizer, LOSSES[case["loss"]](), x, y)


def _model(case: Case, random: np.random.Generator) -> nn.Module:
    features, outputs, hidden = case["features"], case["outputs"], case["hidden"]
    layers = [nn.Linear(features, outputs)] if not hidden else [nn.Linear(features, hidden), nn.Tanh(), nn.Linear(hidden, outputs)]
    layers[1:1] = [nn.BatchNorm1d(hidden)] if case.settings.get("norm") else []
    layers += [nn.Dropout(0.5)] if case.settings.get("dropout") else []
    model = layers[0] if len(layers) == 1 else nn.Sequential(*layers)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_(torch.from_numpy(random.uniform(-0.7, 0.7, size=parameter.shape)))
    return model


def _data(case: Case, random: np.random.Generator, dtype: torch.dtype) -> tuple[torch.Tensor, torch.Tensor]:
    n, features, outputs = case["n"], case["features"], case["outputs"]
    x = random.normal(size=(n, features))
    y = x @ random.normal(1.5, 1.0, size=(features, outputs)) + random.normal(1.0, case["noise"], size=(n, outputs))
    target = torch.from_numpy(y.argmax(axis=1)) if case["loss"] == "cross_entropy" else torch.from_numpy(y).to(dtype)
    return torch.from_numpy(x).to(dtype), target


def settings(n: int, batch_size: int, epochs: int, **changes: Any) -> dict[str, Any]:
    """The settings of a case: a line, mean squared error and plain SGD in float64, but for `changes`."""
    usual = {
        "features": 1,
        "outputs": 1,
        "hidden": 0,
        "loss": "mse",
        "optimizer": ["SGD", {"lr": 0.05}],
        "dtype": "float64",
        "noise": 0.5,
    }
    return {"n": n, "batch_size": batch_size, "epochs": epochs, **usual, **changes}


def loader(setup: Setup, case: Case) -> torch.utils.data.DataLoader:
    """The case's rows in batches: settings batch_size and shuffle, drawn from the case's own generator."""
    rows = torch.utils.data.TensorDataset(setup.x, setup.y)
    order = torch.Generator().manual_seed(case.seed)
    return torch.utils.data.DataLoader(rows, batch_size=case["batch_size"], shuffle=case["shuffle"], generator=order)
