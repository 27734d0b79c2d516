"""The fast computations against the plain loops that they stand for."""

import numpy as np
import pytest

from autograder.labs.groups import LEFTOVERS, REDUCTIONS, plan_groups, run_groups
from autograder.labs.line import Line, descend, gradient_of, loss_of, losses_before
from autograder.labs.orders import shuffled_orders
from autograder.labs.resets import PLACES, final_states, resets_before, run_resets

EQUAL = {"rtol": 1e-12, "atol": 1e-12}


@pytest.fixture(scope="module")
def line() -> Line:
    rng = np.random.default_rng(4)
    x = rng.normal(size=230)
    return Line(x, 3 * x + 2 + 0.5 * rng.normal(size=230))


def gradient(line, rows, w, b):
    error = w * line.x[rows] + b - line.y[rows]
    return np.array([2 * np.mean(error * line.x[rows]), 2 * np.mean(error)]), np.mean(error**2)


def batches_of(line, size, order=None):
    order = np.arange(len(line)) if order is None else order
    return [order[start : start + size] for start in range(0, len(line), size)]


def plain_descent(line, size, lr, epochs, orders=None):
    weights, losses = [np.zeros(2)], []
    for epoch in range(epochs):
        for rows in batches_of(line, size, None if orders is None else orders[epoch]):
            slope, loss = gradient(line, rows, *weights[-1])
            losses.append(loss)
            weights.append(weights[-1] - lr * slope)
    return np.array(weights), np.array(losses)


@pytest.mark.parametrize("size", [1, 7, 64, 230])
@pytest.mark.parametrize("shuffled", [False, True])
def test_descent_equals_the_plain_loop(line, size, shuffled):
    orders = shuffled_orders(len(line), 12) if shuffled else None
    means = line.batch_means(size, orders)
    weights = descend(means, (0.0, 0.0), 0.05, 12)
    plain_weights, plain_losses = plain_descent(line, size, 0.05, 12, orders)
    np.testing.assert_allclose(weights, plain_weights, **EQUAL)
    np.testing.assert_allclose(losses_before(means, weights), plain_losses, **EQUAL)


def test_ten_thousand_updates_equal_the_plain_loop(line):
    weights = descend(line.batch_means(23), (0.0, 0.0), 0.05, 1000)
    np.testing.assert_allclose(weights, plain_descent(line, 23, 0.05, 1000)[0], **EQUAL)


def test_no_epochs_make_no_update(line):
    assert descend(line.batch_means(64), (1.0, 2.0), 0.1, 0).tolist() == [[1.0, 2.0]]


def test_a_rate_that_diverges_raises_nothing(line):
    with np.errstate(all="raise"):
        weights = descend(line.batch_means(64), (0.0, 0.0), 50.0, 1000)
        losses_before(line.batch_means(64), weights)
    assert not np.isfinite(weights[-1]).any()


def test_loss_and_gradient_by_means_equal_those_by_rows(line):
    slope, loss = gradient(line, np.arange(len(line)), 0.7, -1.2)
    np.testing.assert_allclose(gradient_of(line.means, np.array([0.7, -1.2])), slope, **EQUAL)
    assert loss_of(line.means, np.array([0.7, -1.2])) == pytest.approx(loss, rel=1e-12)


def test_every_epoch_reads_every_row_in_another_order():
    orders = shuffled_orders(50, 30)
    assert (np.sort(orders, axis=1) == np.arange(50)).all()
    assert len({tuple(order) for order in orders.tolist()}) == 30


def plain_resets(line, size, lr, epochs, place, k):
    batches, w, g = batches_of(line, size), np.zeros(2), np.zeros(2)
    weights, fresh, stood, count = [w], [], [], 0
    for _ in range(epochs):
        if place == "once-per-epoch":
            g = np.zeros(2)
        for rows in batches:
            if place in ("before-forward", "before-backward") or (place == "every-k" and count % k == 0):
                g = np.zeros(2)
            slope, _ = gradient(line, rows, *w)
            g = g + slope
            if place == "before-step":
                g = np.zeros(2)
            w = w - lr * g
            weights, fresh, stood, count = [*weights, w], [*fresh, slope], [*stood, g], count + 1
            if place == "after-step":
                g = np.zeros(2)
    return np.array(weights), np.array(fresh), np.array(stood)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("k", [1, 3, 4])
def test_resets_equal_the_plain_loop(line, place, k):
    means = line.batch_means(50)
    run = run_resets(means, (0.0, 0.0), 0.01, 7, place, k)
    weights, fresh, stood = plain_resets(line, 50, 0.01, 7, place, k)
    np.testing.assert_allclose(run.weights, weights, **EQUAL)
    np.testing.assert_allclose(run.fresh, fresh, **EQUAL)
    np.testing.assert_allclose(run.stood, stood, **EQUAL)


@pytest.mark.parametrize("place", PLACES)
def test_ends_of_many_rates_equal_the_runs_one_by_one(line, place):
    means, rates = line.batch_means(50), np.array([0.001, 0.02, 0.3])
    ends = final_states(means, (0.0, 0.0), rates, 7, place, 4)
    single = [run_resets(means, (0.0, 0.0), rate, 7, place, 4).weights[-1] for rate in rates]
    np.testing.assert_allclose(ends, single, rtol=1e-9, atol=1e-9)


def test_a_place_that_is_none_is_named():
    with pytest.raises(KeyError, match="before-forward"):
        resets_before("nowhere", 1, 10, 10)


def plain_groups(line, micro, steps, reduction, leftover, lr, epochs):
    w, g, weights = np.zeros(2), np.zeros(2), [np.zeros(2)]
    batches = batches_of(line, micro)
    for _ in range(epochs):
        for first in range(0, len(batches), steps):
            group = batches[first : first + steps]
            rows = sum(len(part) for part in group)
            for part in group:
                slope, _ = gradient(line, part, *w)
                g = g + slope * {"mean": len(part) / rows, "mean-of-means": 1 / len(group), "sum": 1.0}[reduction]
            if len(group) == steps or leftover == "kept":
                w = w - lr * g
                weights.append(w)
                g = np.zeros(2)
            elif leftover == "dropped":
                g = np.zeros(2)
    return np.array(weights)


@pytest.mark.parametrize("reduction", REDUCTIONS)
@pytest.mark.parametrize("leftover", LEFTOVERS)
@pytest.mark.parametrize("micro, steps", [(20, 4), (23, 5), (1, 7), (230, 3)])
def test_groups_equal_the_plain_loop(line, reduction, leftover, micro, steps):
    weights = run_groups(plan_groups(line, micro, steps, reduction), (0.0, 0.0), 0.02, 4, leftover)
    np.testing.assert_allclose(weights, plain_groups(line, micro, steps, reduction, leftover, 0.02, 4), **EQUAL)


def test_kept_means_over_rows_equal_the_big_batch(line):
    kept = run_groups(plan_groups(line, 20, 4, "mean"), (0.0, 0.0), 0.1, 5, "kept")
    np.testing.assert_allclose(kept, descend(line.batch_means(80), (0.0, 0.0), 0.1, 5), **EQUAL)
