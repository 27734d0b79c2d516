"""Passes and steps that the recorder does not see from where it stands: told all the same."""

import numpy as np
import pytest
import torch
import torch.fx
from torch.utils.checkpoint import checkpoint

from autograder.trace.torch_recorder import record_run, record_torch
from tests.trace.test_torch_recorder import BATCH, N, arguments, batches


def traced(model, optimizer, loss_fn, x, y):
    fast = torch.jit.trace(model, x[:1])
    for xb, yb in batches(x, y):
        optimizer.zero_grad()
        loss_fn(fast(xb), yb).backward()
        optimizer.step()


def symbolic(model, optimizer, loss_fn, x, y):
    fast = torch.fx.symbolic_trace(model)  # it reads the arguments of `forward` off its signature
    for xb, yb in batches(x, y):
        optimizer.zero_grad()
        loss_fn(fast(xb), yb).backward()
        optimizer.step()


def checkpointed(model, optimizer, loss_fn, x, y):
    for xb, yb in batches(x, y):
        optimizer.zero_grad()
        loss_fn(checkpoint(model, xb.clone().requires_grad_(), use_reentrant=True), yb).backward()
        optimizer.step()


@pytest.mark.filterwarnings("ignore::torch.jit.TracerWarning", "ignore::DeprecationWarning")
@pytest.mark.parametrize("loop", [traced, symbolic, checkpointed])
def test_rows_of_a_model_that_runs_elsewhere_are_told(loop):
    trace = record_torch(loop, arguments(), {})
    assert trace.updates_per_epoch == [N // BATCH]
    assert [rows.tolist() for rows in trace.rows] == np.arange(N).reshape(-1, BATCH).tolist()


@pytest.mark.parametrize(("holds", "updates"), [(True, 3), (False, 0)])
def test_a_step_of_another_optimizer_that_moves_nothing_counts_where_it_holds_the_parameters(holds, updates):
    def loop(model, optimizer, loss_fn, x, y):
        other = torch.optim.SGD(model.parameters() if holds else [torch.zeros(1, requires_grad=True)], lr=0.0)
        for xb, yb in batches(x, y):
            model.zero_grad()
            loss_fn(model(xb), yb).backward()
            other.step()

    recording = record_run(loop, arguments(), {})
    assert (len(recording.trace), set(recording.by)) == (updates, {"other"} if updates else set())
