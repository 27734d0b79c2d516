"""What looks like an answer and did no work has no property to show, and so earns no point."""

import numpy as np
import pytest
import torch

from autograder.judge import judge


def many(x, batch_size, epochs):
    return epochs * -(-len(x) // batch_size)


def weights_made_up(x, y, w, b, *, epochs, batch_size, lr, rng=None):
    return 3.0, 2.0, [0.5] * many(x, batch_size, epochs)


def weights_by_least_squares(x, y, w, b, *, epochs, batch_size, lr, rng=None):
    slope, offset = np.polyfit(x, y, 1) if len(x) > 1 else (w, b)
    return float(slope), float(offset), [float(((slope * x + offset - y) ** 2).mean())] * many(x, batch_size, epochs)


def ledger_that_adds_up(x, y, w, b, *, epochs, batch_size, lr):
    count = many(x, batch_size, epochs)
    return 3.0, 2.0, np.tile([(w - 3.0) / lr / max(count, 1), (b - 2.0) / lr / max(count, 1)], (count, 1))


def tensors_filled(x, y, w, b, *, epochs, batch_size, lr):
    with torch.no_grad():
        w.fill_(3.0)
        b.fill_(2.0)
    return [0.5] * many(x, batch_size, epochs)


def losses_made_up(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    return [0.5] * many(x, batch_size, epochs)


def number_made_up(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps=10**6):
    return epochs * -(-many(x, batch_size, 1) // accumulation_steps)


CLAIMS = [
    ("01.forward", lambda x, w, b: np.zeros(len(x))),
    ("01.mse", lambda y_hat, y: 1.0),
    ("01.gradients", lambda x, y, y_hat: (0.0, 0.0)),
    ("01.update", lambda w, b, dw, db, lr: (w, b)),
    ("02.updates_per_epoch", lambda n, batch_size: 10),
    ("02.total_updates", lambda n, batch_size, epochs: 10_000),
    ("02.train", weights_made_up),
    ("02.train", weights_by_least_squares),
    ("03.train_shuffled", weights_made_up),
    ("03.train_shuffled", weights_by_least_squares),
    ("03.train_with_ledger", ledger_that_adds_up),
    ("04.train_autograd", tensors_filled),
    ("05.train", losses_made_up),
    ("05.train", lambda *given, **asked: []),
    ("06.train_accumulated", number_made_up),
    ("06.train_accumulated", lambda *given, **asked: 0),
    ("06.train_once_per_epoch", number_made_up),
    ("08.fit", lambda model, optimizer, loss_fn, loader, *, epochs: [0.1] * epochs),
    ("08.accuracy", lambda model, loader: 0.9),
]


@pytest.mark.parametrize("exercise_id, function", CLAIMS)
def test_a_claim_without_work_shows_nothing(exercise_id, function):
    for seed in range(3):
        verdict = judge(exercise_id, (function,), seed)
        assert verdict.passed is False and verdict.findings
        assert [name for name, holds in verdict.properties.items() if holds] == []
