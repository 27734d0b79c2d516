"""`record`: the right recorder for each loop, and errors that point at the learner's own line."""

import traceback

import numpy as np
import pytest

from autograder.learn import NotAttempted, line_data, record


def numpy_loop(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), batch_size):
            x_batch, y_batch = x[start : start + batch_size], y[start : start + batch_size]
            error = w * x_batch + b - y_batch
            losses.append(float(np.mean(error**2)))
            w, b = w - lr * 2 * float(np.mean(error * x_batch)), b - lr * 2 * float(np.mean(error))
    return w, b, losses


def test_a_loop_by_hand_is_recorded_with_its_result_unchanged():
    x, y = line_data()
    bare = numpy_loop(x, y, 0.0, 0.0, epochs=3, batch_size=100, lr=0.05)
    trace = record(numpy_loop, x, y, 0.0, 0.0, epochs=3, batch_size=100, lr=0.05)
    assert trace.updates_per_epoch == [10, 10, 10]
    assert trace.result == bare
    assert trace.weights[-1].tolist() == list(bare[:2])


def test_a_loop_with_torch_is_recorded_as_one():
    import torch

    def train(model, optimizer, loss_fn, x, y, *, epochs):
        for _ in range(epochs):
            optimizer.zero_grad()
            loss_fn(model(x), y).backward()
            optimizer.step()

    model = torch.nn.Linear(1, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    trace = record(train, model, optimizer, torch.nn.MSELoss(), torch.ones(4, 1), torch.ones(4, 1), epochs=2)
    verbs = [event.verb for event in trace.events if event.verb != "zero_grad"]
    assert verbs == ["forward", "loss", "backward", "step"] * 2


def test_a_stub_is_not_attempted():
    def train(x, y, w, b):
        raise NotImplementedError

    with pytest.raises(NotAttempted, match="`train` is still to be written"):
        record(train, *line_data(), 0.0, 0.0)


def test_an_error_points_at_the_learners_line_and_leaves_out_the_machinery():
    def train(x, y, w, b):
        return 1 / len([])

    with pytest.raises(ZeroDivisionError) as caught:
        record(train, *line_data(), 0.0, 0.0)
    frames = [frame.name for frame in traceback.extract_tb(caught.value.__traceback__)]
    assert frames[-2:] == ["record", "train"]
