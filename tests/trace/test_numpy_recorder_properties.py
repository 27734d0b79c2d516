"""Whatever the number of rows, the batch size and the rate: a recorded loop by hand tells its own story right."""

import sys
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.trace.numpy_recorder import record_numpy

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "judge"))
from loops_by_hand import IN_ORDER, SHUFFLED, written  # noqa: E402

SHAPES = {"n": st.integers(1, 40), "size": st.integers(1, 45), "epochs": st.integers(0, 4), "lr": st.floats(0.01, 0.3), "seed": st.integers(0, 2**31)}


def line(n, seed):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=n)
    return x, 2 * x + 1 + rng.normal(size=n)


@settings(max_examples=60, deadline=None)
@given(**SHAPES)
def test_the_ledger_of_the_trace_closes(n, size, epochs, lr, seed):
    x, y = line(n, seed)
    trace = record_numpy(written(IN_ORDER), (x, y, 0.5, -0.5), {"epochs": epochs, "batch_size": size, "lr": lr})
    assert trace.updates_per_epoch == [-(-n // size)] * epochs
    assert trace.result == written(IN_ORDER)(x, y, 0.5, -0.5, epochs=epochs, batch_size=size, lr=lr)
    if epochs:
        np.testing.assert_allclose(np.array([0.5, -0.5]) - lr * trace.fresh.sum(axis=0), trace.result[:2], atol=1e-9)


@settings(max_examples=40, deadline=None)
@given(**SHAPES)
def test_every_epoch_of_a_shuffled_loop_sees_every_row_once(n, size, epochs, lr, seed):
    more = {"epochs": epochs, "batch_size": size, "lr": lr, "rng": np.random.default_rng(seed)}
    trace = record_numpy(written(SHUFFLED), (*line(n, seed), 0.5, -0.5), more)
    assert (trace.rows_per_epoch, trace.updates_per_epoch) == ([n] * epochs, [-(-n // size)] * epochs)
