"""A loop that alters the model it was given is recorded all the same: what it did is the judge's to say."""

import numpy as np
import pytest
import torch
from torch import nn

from autograder.trace.torch_recorder import record_torch

X = torch.randn(12, 2, dtype=torch.float64, generator=torch.Generator().manual_seed(3))
Y = X.sum(dim=1, keepdim=True)


def model_and_optimizer():
    torch.manual_seed(1)
    model = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1)).double()
    return model, torch.optim.SGD(model.parameters(), lr=0.05)


def never_zeroed(model, optimizer, dtype=torch.float64):
    for x, y in zip(X.split(4), Y.split(4)):
        nn.functional.mse_loss(model(x.to(dtype)), y.to(dtype)).backward()
        optimizer.step()


@pytest.mark.parametrize("dtype", [torch.float32, torch.float16])
def test_a_model_that_is_cast_on_the_way_is_told_in_its_new_numbers(dtype):
    def loop(model, optimizer):
        never_zeroed(model.to(dtype), optimizer, dtype)

    model, optimizer = model_and_optimizer()
    trace = record_torch(loop, (model, optimizer), {})
    weights = torch.cat([one.detach().reshape(-1) for one in model.parameters()]).double().numpy()
    assert np.array_equal(trace.weights[-1], weights)
    assert np.allclose(trace.stood[-1], np.nansum(trace.fresh, axis=0), rtol=1e-2, atol=1e-2)


def test_a_frozen_parameter_is_brought_nothing():
    def loop(model, optimizer):
        model[0].weight.requires_grad_(False)
        never_zeroed(model, optimizer)

    trace = record_torch(loop, model_and_optimizer(), {})
    assert len(trace) == 3 and not trace.stood[:, :6].any() and trace.stood[:, 6:].any(axis=0).all()
    assert np.array_equal(trace.weights[0, :6], trace.weights[-1, :6])
