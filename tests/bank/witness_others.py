"""Independent witnesses for 06 and 08: the same plain loop as for 05, over groups, loaders and files."""

import copy
import os
import tempfile
from dataclasses import replace

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from .witness import ORDINARY, Setting, claimed_batches, compare, make, watch_steps

GROUPS = ((10, 3, 2), (11, 2, 3), (12, 3, 2), (3, 4, 2), (7, 1, 7))
"""n, batch size and accumulation steps of the ordinary runs; the last group is often smaller."""


def accumulated_complaint(train, whole_epoch=False):
    """What is wrong with a `train_accumulated`, or a `train_once_per_epoch`, of 06; None where nothing is."""
    for (n, size, steps), kind in zip(GROUPS, ("sgd", "momentum", "sgd", "adam", "sgd")):
        setting = Setting(n=n, batch_size=n if whole_epoch else size * steps, epochs=3, optimizer=kind)
        model, optimizer, loss_fn, x, y = make(setting)
        notes, passes = watch_steps(optimizer, model), []
        handle = model.register_forward_hook(lambda module, inputs, output: passes.append(len(inputs[0])))
        words = {"epochs": 3, "batch_size": size, **({} if whole_epoch else {"accumulation_steps": steps})}
        count = train(model, optimizer, loss_fn, x, y, **words)
        handle.remove()
        batches, trouble = claimed_batches(notes, setting)
        trouble = trouble or compare(setting, batches, notes, model, replay_losses(setting, batches))
        if trouble or count != len(notes) or max(passes) > size:
            return trouble or f"{count} updates returned at {len(notes)}, or more than {size} rows in a pass"
    return None


def replay_losses(setting, batches):
    """The losses of a plain loop over these batches; 06 returns none to compare."""
    model, optimizer, loss_fn, x, y = make(setting)
    losses = []
    for rows in batches:
        optimizer.zero_grad()
        loss = loss_fn(model(x[rows]), y[rows])
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


def fit_complaint(fit):
    """What is wrong with a `fit` of 08, or None."""
    for setting in (*ORDINARY[:3], ORDINARY[-1], Setting(data="norm"), Setting(n=8, optimizer="too fast")):
        model, optimizer, loss_fn, x, y = make(setting)
        loader = DataLoader(TensorDataset(x, y), batch_size=setting.batch_size)
        notes = watch_steps(optimizer, model)
        means = fit(model, optimizer, loss_fn, loader, epochs=setting.epochs)
        batches, trouble = claimed_batches(notes, setting)
        if trouble or any(getattr(v, "requires_grad", False) for v in means):
            return trouble or "the means hold the graph"
        losses = replay_losses(setting, batches)
        weighed = [loss * len(rows) for loss, rows in zip(losses, batches)]
        k = len(loader)
        expected = [sum(weighed[i:i + k]) / setting.n for i in range(0, len(weighed), k)]
        trouble = compare(setting, batches, notes, model, losses)
        if trouble or not torch.allclose(torch.tensor(means).double(), torch.tensor(expected).double(), rtol=1e-5):
            return trouble or "other means"
    return None


class Noticing(nn.Module):
    """Answers with its inputs, notes its mode and whether a graph was built."""

    def __init__(self):
        super().__init__()
        self.weight, self.inner, self.noticed = nn.Parameter(torch.ones(())), nn.Dropout(0.5), []

    def forward(self, x):
        out = x * self.weight
        self.noticed.append((self.training, self.inner.training, out.requires_grad))
        return out


def accuracy_complaint(accuracy):
    """What is wrong with an `accuracy` of 08, or None."""
    random = torch.Generator().manual_seed(1)
    x, y = torch.randn(11, 3, generator=random), torch.randint(0, 3, (11,), generator=random)
    loader = list(zip(x.split(4), y.split(4)))
    right = (x.argmax(1) == y).sum().item() / 11
    for mode in (True, False):
        model = Noticing().train(mode)
        got = accuracy(model, loader)
        if not isinstance(got, float) or abs(got - right) > 1e-6:
            return f"{got}, where {right} is right"
        if set(model.noticed) != {(False, False, False)} or (model.training, model.inner.training) != (mode, mode):
            return "evaluated in train mode or with a graph, or the mode is left changed"
        if not model.weight.requires_grad:
            return "the model is left frozen"
    return None


def checkpoint_complaint(save, load):
    """What is wrong with a pair of save and load of 08, or None: a resumed run against one without a break."""
    for setting in (Setting(optimizer="momentum"), Setting(optimizer="adam", data="norm")):
        torn, whole = make(setting), make(setting)
        for epoch in range(3):
            one_epoch(whole, setting), one_epoch(torn, setting)
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "checkpoint.pt")
            save(path, torn[0], torn[1], 2)
            if os.listdir(folder) != ["checkpoint.pt"]:
                return "not one file at path"
            try:
                torch.load(path, weights_only=True)
                anew = make(replace(setting))
                epoch = load(path, anew[0], anew[1])
            except Exception as error:
                return f"raised {error}"
        for _ in range(2):
            one_epoch(whole, setting), one_epoch(anew, setting)
        if epoch != 2 or any(not torch.equal(p, q) for p, q in zip(whole[0].state_dict().values(), anew[0].state_dict().values())):
            return "the resumed run is another one"
    return None


def one_epoch(made, setting):
    model, optimizer, loss_fn, x, y = made
    for xb, yb in zip(copy.copy(x).split(setting.batch_size), y.split(setting.batch_size)):
        optimizer.zero_grad()
        loss_fn(model(xb), yb).backward()
        optimizer.step()
