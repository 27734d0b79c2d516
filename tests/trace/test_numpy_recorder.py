"""Recording a loop by hand: the same result to the last bit, and a trace of what it did, in any style."""

import sys
from pathlib import Path

import numpy as np
import pytest

from autograder.trace import Trace
from autograder.trace.numpy_recorder import record_numpy

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "judge"))
from loops_by_hand import IN_ORDER, SHUFFLED, WITH_LEDGER, written  # noqa: E402

N, SIZE, EPOCHS, LR = 23, 5, 3, 0.1
START = (0.3, -0.2)
SETTINGS = {"epochs": EPOCHS, "batch_size": SIZE, "lr": LR}
BATCHES = [list(range(at, min(at + SIZE, N))) for at in range(0, N, SIZE)]
STEP = "            w, b = w - lr * dw, b - lr * db\n"


@pytest.fixture
def data():
    rng = np.random.default_rng(8)
    x = rng.normal(size=N)
    return x, 2 * x + 1 + rng.normal(0, 0.3, size=N)


def record(function, data, **more):
    return record_numpy(function, (*data, *START), {**SETTINGS, **more})


def expected(data):
    """(losses, gradients, weights) of the right loop in order, worked out here once more."""
    x, y = data
    at, losses, gradients, weights = np.array(START), [], [], [np.array(START)]
    for _ in range(EPOCHS):
        for rows in BATCHES:
            error = at[0] * x[rows] + at[1] - y[rows]
            losses.append((error**2).mean())
            gradients.append(np.array([2 * (error * x[rows]).mean(), 2 * error.mean()]))
            at = at - LR * gradients[-1]
            weights.append(at)
    return np.array(losses), np.array(gradients), np.array(weights)


STYLES = {
    "slices": [],
    "y first": [("error = w * x[rows] + b - y[rows]", "error = -(y[rows] - (w * x[rows] + b))")],
    "b taken off y": [("error = w * x[rows] + b - y[rows]", "error = -(y[rows] - w * x[rows] - b)")],
    "in place": [("error = w * x[rows] + b - y[rows]", "error = w * x[rows]\n            error += b\n            error -= y[rows]")],
    "compared twice": [("losses.append((error**2).mean())", "losses.append(np.mean((w * x[rows] + b - y[rows]) ** 2))")],
    "index arrays": [("slice(start, start + batch_size)", "np.arange(start, min(start + batch_size, len(x)))")],
    "a matrix and theta": [
        ("error = w * x[rows] + b - y[rows]", "error = np.column_stack([x[rows], np.ones(len(x[rows]))]) @ np.array([w, b]) - y[rows]"),
    ],
    "lists": [
        ("    losses = []\n", "    losses, x, y = [], x.tolist(), y.tolist()\n"),
        ("error = w * x[rows] + b - y[rows]", "error = np.array([w * one + b - other for one, other in zip(x[rows], y[rows])])"),
        ("error * x[rows]", "error * np.array(x[rows])"),
    ],
    "plain arrays": [("    losses = []\n", "    losses, x, y = [], np.array(x), np.array(y)\n")],
    "looks at all rows now and then": [("    return", "        ((w * x + b - y) ** 2).mean()\n    return")],
}


@pytest.mark.parametrize("style", STYLES)
def test_the_trace_tells_what_the_loop_did(style, data):
    trace = record(written(IN_ORDER, *STYLES[style]), data)
    losses, gradients, weights = expected(data)
    assert trace.updates_per_epoch == [len(BATCHES)] * EPOCHS
    assert [rows.tolist() for rows in trace.rows] == BATCHES * EPOCHS
    assert trace.order == (("forward", "loss", "backward", "step"),) * len(losses) + ((),)
    for seen, wanted in ((trace.losses, losses), (trace.fresh, gradients), (trace.stood, gradients), (trace.weights, weights)):
        np.testing.assert_allclose(seen, wanted, rtol=1e-9, atol=1e-10)


@pytest.mark.parametrize("source, more", [(IN_ORDER, {}), (WITH_LEDGER, {}), (SHUFFLED, {"rng": 4})], ids=["in order", "ledger", "shuffled"])
def test_the_result_is_the_same_to_the_last_bit(source, more, data):
    function = written(source)
    rng = lambda: {name: np.random.default_rng(seed) for name, seed in more.items()}  # noqa: E731
    bare = function(*data, *START, **SETTINGS, **rng())
    trace = record(function, data, **rng())
    assert trace.result == bare and type(trace.result[0]) is type(bare[0])


def test_a_shuffled_loop_shows_its_orders(data):
    trace = record(written(SHUFFLED), data, rng=np.random.default_rng(9))
    rng = np.random.default_rng(9)
    assert np.concatenate(trace.rows).tolist() == np.concatenate([rng.permutation(N) for _ in range(EPOCHS)]).tolist()
    np.testing.assert_allclose(trace.stale, 0, atol=1e-10)


def test_a_shuffled_list_of_pairs_is_replayed_from_the_generator(data):
    pairs = "        pairs = list(zip(x.tolist(), y.tolist()))\n        order = rng.permutation(len(x)).tolist()\n        a, c = (np.array([pairs[row][side] for row in order]) for side in (0, 1))\n"
    changes = [("        order = rng.permutation(len(x))\n", pairs), ("rows = order[start : start + batch_size]", "rows = slice(start, start + batch_size)"), ("x[rows]", "a[rows]"), ("y[rows]", "c[rows]")]
    trace = record(written(SHUFFLED, *changes), data, rng=np.random.default_rng(9))
    assert trace.updates_per_epoch == [5, 5, 5] and trace.rows_per_epoch == [N] * 3


def test_gradients_that_pile_up_are_stale_in_the_trace(data):
    gathered = "            total_w, total_b = total_w + dw, total_b + db\n" + STEP.replace("dw", "total_w").replace("db", "total_b")
    trace = record(written(IN_ORDER, (STEP, gathered)), data)
    np.testing.assert_allclose(trace.stood, np.cumsum(trace.fresh, axis=0), atol=1e-9)
    assert trace.updates_per_epoch == [5, 5, 5]


def test_one_update_after_each_epoch_is_one_update_of_five_passes(data):
    changes = [
        (STEP, "            total_w, total_b = total_w + dw, total_b + db\n"),
        ("    return", "        w, b, total_w, total_b = w - lr * total_w, b - lr * total_b, 0.0, 0.0\n    return"),
    ]
    trace = record(written(IN_ORDER, *changes), data)
    assert trace.order[0] == ("forward", "loss", "backward") * 5 + ("step",)
    assert (len(trace), [len(rows) for rows in trace.rows]) == (3, [N, N, N])
    np.testing.assert_allclose(trace.stale, 0, atol=1e-9)


def test_a_loop_that_never_steps_has_no_update(data):
    trace = record(written(IN_ORDER, (STEP, "")), data)
    assert (len(trace), trace.weights.tolist(), len(trace.pass_losses)) == (0, [list(START)], 15)


@pytest.mark.parametrize("n, size", [(12, 1), (11, 5), (4, 9), (1, 1), (7, 2)])
def test_batches_of_one_row_and_of_all_rows_are_seen(n, size, data):
    x, y = (column[:n] for column in data)
    trace = record_numpy(written(IN_ORDER), (x, y, *START), {"epochs": 2, "batch_size": size, "lr": LR})
    assert trace.updates_per_epoch == [-(-n // size)] * 2 and trace.rows_per_epoch == [n] * 2
    np.testing.assert_allclose(trace.stale, 0, atol=1e-9)


def test_narrower_floats_keep_their_rows_and_losses(data):
    narrow = tuple(each.astype(np.float32) for each in data)
    trace = record(written(IN_ORDER), narrow)
    assert [rows.tolist() for rows in trace.rows] == BATCHES * EPOCHS
    assert trace.losses == pytest.approx(expected(data)[0], rel=1e-3)


def test_no_epoch_leaves_an_empty_trace(data):
    trace = record_numpy(written(IN_ORDER), (*data, *START), {**SETTINGS, "epochs": 0})
    assert (len(trace), trace.updates_per_epoch, trace.result) == (0, [], (*START, []))


def test_an_exception_comes_out_and_leaves_nothing_behind(data):
    x, y = data
    before = x.copy(), y.copy()
    with pytest.raises(ZeroDivisionError):
        record(written(IN_ORDER, ("    return", "    1 / 0\n    return")), data)
    assert type(x) is np.ndarray and np.array_equal(x, before[0]) and np.array_equal(y, before[1])


def test_a_trace_goes_through_json_and_back(data):
    trace = record(written(IN_ORDER), data)
    assert Trace.from_json(trace.to_json()) == trace


def test_rows_that_cannot_be_known_are_unknown(data):
    def odd(x, y, w, b, *, epochs, batch_size, lr):
        return w + 1, b + 1, [3.0, 2.0, 1.0]

    trace = record(odd, data)
    assert (len(trace), trace.rows, trace.losses.tolist()) == (3, (None,) * 3, [3.0, 2.0, 1.0])


def test_a_ledger_loop_that_takes_b_off_y_is_followed_with_its_b(data):
    def ledger_loop(x, y, w, b, *, epochs, batch_size, lr):
        dws, dbs = [], []
        for _ in range(epochs):
            for at in range(0, len(x), batch_size):
                error = y[at : at + batch_size] - w * x[at : at + batch_size] - b
                dws.append(-2 * (error * x[at : at + batch_size]).mean())
                dbs.append(-2 * error.mean())
                w, b = w - lr * dws[-1], b - lr * dbs[-1]
        return w, b, np.column_stack([dws, dbs])

    trace = record_numpy(ledger_loop, (*data, 0.5, 0.0), SETTINGS)
    assert np.allclose(trace.fresh, trace.result[2]) and np.allclose(trace.stood, trace.result[2])
    assert np.allclose(trace.weights[-1], trace.result[:2])
