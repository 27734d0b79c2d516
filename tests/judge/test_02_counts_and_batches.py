"""Notebook 02: how many batches and updates there are, and the batches themselves."""

import math

import numpy as np
import pytest

from autograder.judge import judge


def said(exercise_id, function, seed=3):
    verdict = judge(exercise_id, (function,), seed)
    return verdict.passed, [finding.code for finding in verdict.findings], {name for name, holds in verdict.properties.items() if not holds}


KINDS = {"even", "smaller_last", "single_batch"}
COUNTS = [
    ("02.updates_per_epoch", lambda n, size: math.ceil(n / size), [], set()),
    ("02.updates_per_epoch", lambda n, size: np.ceil(n / size), [], set()),
    ("02.updates_per_epoch", lambda n, size: n // size, ["last-batch-dropped"], {"smaller_last", "single_batch"}),
    ("02.updates_per_epoch", lambda n, size: n // size + 1, ["extra-empty-batch"], {"even", "single_batch"}),
    ("02.updates_per_epoch", lambda n, size: 10, ["batch-size-ignored"], KINDS),
    ("02.updates_per_epoch", lambda n, size: None, ["not-attempted"], KINDS),
    ("02.total_updates", lambda n, size, epochs: -(-n // size) * epochs, [], set()),
    ("02.total_updates", lambda n, size, epochs: n // size * epochs, ["last-batch-dropped"], {"smaller_last", "single_batch"}),
    ("02.total_updates", lambda n, size, epochs: math.ceil(n * epochs / size), ["wrong-result"], {"smaller_last", "single_batch"}),
    ("02.total_updates", lambda n, size, epochs: epochs, ["wrong-number-of-epochs"], {"even", "smaller_last"}),
    ("02.total_updates", lambda n, size, epochs: 10_000, ["batch-size-ignored"], KINDS),
]


@pytest.mark.parametrize("exercise_id, function, codes, fails", COUNTS)
def test_a_count_is_judged_by_its_kind_of_rest(exercise_id, function, codes, fails):
    assert said(exercise_id, function) == (not codes, codes, fails)


def cut(size_of=lambda size: size, first=lambda at: at, stop=lambda n, size: n, order=lambda x, y: (x, y)):
    def batches(x, y, batch_size):
        x, y = order(x, y)
        size = size_of(batch_size)
        return [(x[first(at) : first(at) + size], y[first(at) : first(at) + size]) for at in range(0, stop(len(x), size), size)]

    return batches


def apart(x, y):
    return np.random.permutation(x), np.random.permutation(y)


def together(x, y):
    order = np.random.permutation(len(x))
    return x[order], y[order]


def first_one(x, y, batch_size):
    return x[:batch_size], y[:batch_size]


def sort_in_place(x, y, batch_size):
    x.sort()
    y.sort()
    return cut()(x, y, batch_size)


BATCHES = [
    ("lists of pairs", cut(), [], set()),
    ("a generator", lambda x, y, size: (pair for pair in cut()(x, y, size)), [], set()),
    ("a zip of splits", lambda x, y, size: zip(*(np.split(a, range(size, len(a), size)) for a in (x, y))), [], set()),
    ("the last one dropped", cut(stop=lambda n, size: n - size + 1), ["last-batch-dropped"], {"sizes", "every_row_once"}),
    ("an empty one at the end", cut(stop=lambda n, size: n + 1), ["extra-empty-batch"], {"sizes"}),
    ("ten rows each", cut(size_of=lambda size: 10), ["batch-size-ignored"], {"sizes"}),
    ("the first again and again", cut(first=lambda at: 0), ["first-batch-only"], {"sizes", "every_row_once"}),
    ("only the first", first_one, ["one-batch-per-epoch"], {"sizes", "every_row_once"}),
    ("torn apart", cut(order=apart), ["pairs-broken"], {"every_row_once", "pairs_kept"}),
    ("shuffled together", cut(order=together), ["wrong-result"], {"every_row_once"}),
    ("y first", lambda x, y, size: [pair[::-1] for pair in cut()(x, y, size)], ["wrong-result"], {"pairs_kept"}),
    ("sorted in place", sort_in_place, ["input-changed"], {"inputs_unchanged"}),
]


@pytest.mark.parametrize("name, function, codes, fails", BATCHES, ids=[name for name, *_ in BATCHES])
def test_batches_are_judged_row_by_row(name, function, codes, fails):
    passed, found, broken = said("02.batches", function)
    assert (passed, found[:1]) == (not codes, codes)
    assert broken == fails or name in ("the first again and again", "only the first", "sorted in place") and fails <= broken
