"""An independent witness for the torch loops of 05: did every update come from its own batch alone?

It shares no line with the judge: the model notes the rows that pass through it, the optimizer notes the
gradient that stands at each step, and a plain loop replays what was claimed.
"""

import copy
import random
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn


@dataclass(frozen=True)
class Setting:
    """One ordinary run: rows, batch size, epochs, the optimizer's name and the kind of data: "line", "digits", or "norm" for digits and batch norm."""

    n: int = 10
    batch_size: int = 4
    epochs: int = 3
    optimizer: str = "sgd"
    data: str = "line"
    dtype: torch.dtype = torch.float64


ORDINARY = (
    Setting(),
    Setting(n=12, batch_size=4, optimizer="momentum"),
    Setting(n=9, batch_size=4, epochs=2, optimizer="adam", data="digits", dtype=torch.float32),
    Setting(n=3, batch_size=8, epochs=2),
    Setting(n=1, batch_size=1, epochs=1),
    Setting(epochs=0),
    Setting(n=8, epochs=31),
    Setting(n=1, batch_size=1, epochs=40),
    Setting(n=1110, batch_size=88, epochs=2),
)
OPTIMIZERS = {
    "sgd": (torch.optim.SGD, {"lr": 0.05}),
    "too fast": (torch.optim.SGD, {"lr": 1.3}),
    "momentum": (torch.optim.SGD, {"lr": 0.02, "momentum": 0.9, "weight_decay": 0.01}),
    "adam": (torch.optim.Adam, {"lr": 0.01}),
}


class Watched(nn.Sequential):
    """A small model that notes the rows whose predictions a gradient came back to."""

    def watch(self, x):
        self.rows_of = {tuple(row): i for i, row in enumerate(x.tolist())}
        self.seen = []
        return self

    def forward(self, x):
        out = super().forward(x)
        if isinstance(out, torch.Tensor) and hasattr(self, "seen") and out.requires_grad and not torch.jit.is_tracing():
            try:
                rows = [self.rows_of[tuple(row)] for row in x.tolist()]
            except (KeyError, RuntimeError, TypeError):
                rows = [None]
            out.register_hook(lambda gradient: self.seen.extend(rows))
        return out


def watch_steps(optimizer, model):
    """Note (rows, gradients) at every step of an optimizer of this optimizer's class, but at those that find and change nothing."""
    notes, plain = [], type(optimizer).step

    def step(self, closure=None):
        loss = closure() if closure is not None else None
        note = (model.seen[:], [None if p.grad is None else p.grad.detach().clone() for p in model.parameters()])
        before = [p.detach().clone() for p in model.parameters()]
        plain(self)
        moved = any(not torch.equal(p, q) for p, q in zip(model.parameters(), before))
        if moved or note[0] or any(g is not None and g.any() for g in note[1]):
            notes.append(note)
        model.seen.clear()
        return loss

    optimizer.__class__ = type("Watched" + type(optimizer).__name__, (type(optimizer),), {"step": step})
    return notes


def make(setting):
    """(model, optimizer, loss_fn, x, y) of a setting; the same every time."""
    torch.set_default_dtype(torch.float32)
    torch.manual_seed(7)
    x = torch.randn(setting.n, 3, dtype=setting.dtype)
    layers = [nn.Linear(3, 1)] if setting.data == "line" else [nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 3)]
    layers[1:1] = [nn.BatchNorm1d(4)] if setting.data == "norm" else []
    model = Watched(*layers).to(setting.dtype).watch(x)
    line = x.sum(1, keepdim=True) * 2 + 1 + torch.randn(setting.n, 1, dtype=setting.dtype)
    y = line if setting.data == "line" else torch.randint(0, 3, (setting.n,))
    kind, options = OPTIMIZERS[setting.optimizer]
    loss_fn = nn.MSELoss() if setting.data == "line" else nn.CrossEntropyLoss()
    return model, kind(model.parameters(), **options), loss_fn, x, y


def complaint(train, setting):
    """What is wrong with this loop in this setting, in a few words; None where nothing is."""
    model, optimizer, loss_fn, x, y = make(setting)
    start = [t.clone() for t in (x, y)]
    notes = watch_steps(optimizer, model)
    random.seed(3), np.random.seed(3), torch.manual_seed(3)
    try:
        losses = train(model, optimizer, loss_fn, x, y, epochs=setting.epochs, batch_size=setting.batch_size)
    except Exception as error:
        return f"raised {type(error).__name__}: {error}"
    if not (torch.equal(x, start[0]) and torch.equal(y, start[1])):
        return "changed its inputs"
    batches, trouble = claimed_batches(notes, setting)
    return trouble or compare(setting, batches, notes, model, losses)


def claimed_batches(notes, setting):
    """(the rows of each update, None), or (None, what is wrong with them)."""
    n, size = setting.n, setting.batch_size
    in_order = [list(range(i, min(i + size, n))) for i in range(0, n, size)]
    if len(notes) != len(in_order) * setting.epochs:
        return None, f"{len(notes)} updates, {len(in_order) * setting.epochs} asked"
    batches = [list(dict.fromkeys(rows)) for rows, _ in notes]
    if any(None in rows or not rows for rows in batches):
        batches = in_order * setting.epochs
    for first in range(0, len(batches), len(in_order)):
        epoch = batches[first:first + len(in_order)]
        if sorted(sum(epoch, [])) != list(range(n)):
            return None, "an epoch does not visit every row once"
        if sorted(map(len, epoch)) != sorted(map(len, in_order)):
            return None, "batches of the wrong size"
    return batches, None


def compare(setting, batches, notes, after, losses):
    """Replay the claimed batches with a plain loop; the first number that differs, or None."""
    model, optimizer, loss_fn, x, y = make(setting)
    near = {"rtol": 1e-6, "atol": 1e-9} if setting.dtype is torch.float64 else {"rtol": 1e-3, "atol": 1e-5}
    expected = []
    for k, rows in enumerate(batches):
        optimizer.zero_grad()
        loss = loss_fn(model(x[rows]), y[rows])
        loss.backward()
        for p, stood in zip(model.parameters(), notes[k][1]):
            if stood is None or not torch.allclose(stood, p.grad, **near):
                return f"update {k}: another gradient stood"
        optimizer.step()
        expected.append(loss.item())
    for p, q in zip(model.parameters(), after.parameters()):
        if not torch.allclose(p, q, **near):
            return "other final weights"
    return compare_losses(expected, losses, near)


def compare_losses(expected, losses, near):
    """Losses must be one plain number per update, without a graph."""
    if losses is None:
        return "no losses"
    if any(getattr(v, "requires_grad", False) for v in [losses, *losses]):
        return "the losses hold the graph"
    got = np.array([float(v) for v in losses])
    if got.shape != (len(expected),) or not np.allclose(got, expected, near["rtol"], near["atol"]):
        return "other losses"
    return None


def first_complaint(train, settings=ORDINARY):
    """The first complaint over some settings, or None."""
    for setting in settings:
        said = complaint(copy.copy(train), setting)
        if said:
            return f"{setting}: {said}"
    return None
