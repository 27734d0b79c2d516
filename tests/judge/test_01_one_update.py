"""Notebook 01: four functions, each judged by value, and told which belief a wrong value shows."""

import numpy as np
import pytest

from autograder.judge import judge

SEED = 11


def said(exercise_id, function, seed=SEED):
    verdict = judge(exercise_id, (function,), seed)
    return verdict.passed, [finding.code for finding in verdict.findings], {name for name, holds in verdict.properties.items() if not holds}


RIGHT = {
    "01.forward": [lambda x, w, b: w * x + b, lambda x, w, b: [w * one + b for one in x], lambda x, w, b: np.column_stack([x, np.ones(len(x))]) @ [w, b]],
    "01.mse": [lambda p, y: ((p - y) ** 2).mean(), lambda p, y: sum((a - c) ** 2 for a, c in zip(p, y)) / len(y), lambda p, y: np.linalg.norm(p - y) ** 2 / len(p)],
    "01.gradients": [
        lambda x, y, p: (2 * ((p - y) * x).mean(), 2 * (p - y).mean()),
        lambda x, y, p: [2 / len(x) * np.dot(p - y, x), 2 / len(x) * np.sum(p - y)],
        lambda x, y, p: np.array([((p - y) * x).mean(), (p - y).mean()]) * 2,
    ],
    "01.update": [lambda w, b, dw, db, lr: (w - lr * dw, b - lr * db), lambda w, b, dw, db, lr: [w + -lr * dw, b - lr * db]],
}


@pytest.mark.parametrize("exercise_id, function", [(name, one) for name, all_of in RIGHT.items() for one in all_of])
def test_a_right_function_passes(exercise_id, function):
    assert all(said(exercise_id, function, seed) == (True, [], set()) for seed in range(8))


def forward_in_place(x, w, b):
    x *= w
    x += b
    return x


WRONG = [
    ("01.forward", lambda x, w, b: (w * x + b)[:, None], ["shape-broadcast"], {"shape"}),
    ("01.forward", lambda x, w, b: w * x, ["wrong-result"], {"value"}),
    ("01.forward", forward_in_place, ["input-changed"], {"inputs_unchanged"}),
    ("01.mse", lambda p, y: ((p - y) ** 2).sum(), ["gradient-scaled"], {"value"}),
    ("01.mse", lambda p, y: ((p[:, None] - y) ** 2).mean(), ["shape-broadcast"], {"value"}),
    ("01.mse", lambda p, y: np.abs(p - y).mean(), ["wrong-result"], {"value"}),
    ("01.mse", lambda p, y: (p - y) ** 2, ["wrong-result"], {"value", "single_number"}),
    ("01.gradients", lambda x, y, p: (((p - y) * x).mean(), (p - y).mean()), ["gradient-scaled"], {"dw", "db"}),
    ("01.gradients", lambda x, y, p: (2 * ((p - y) * x).sum() / 1000, 2 * (p - y).sum() / 1000), ["gradient-scaled"], {"dw", "db"}),
    ("01.gradients", lambda x, y, p: (2 * ((p - y) * x).sum(), 2 * (p - y).mean()), ["gradient-scaled"], {"dw"}),
    ("01.gradients", lambda x, y, p: (2 * ((y - p) * x).mean(), 2 * (y - p).mean()), ["gradient-sign"], {"dw", "db"}),
    ("01.gradients", lambda x, y, p: (2 * ((p[:, None] - y) * x).mean(), 2 * (p[:, None] - y).mean()), ["shape-broadcast"], {"dw"}),
    ("01.gradients", lambda x, y, p: None, ["not-attempted"], {"dw", "db", "two_numbers", "inputs_unchanged"}),
    ("01.update", lambda w, b, dw, db, lr: (w + lr * dw, b + lr * db), ["gradient-sign"], {"w", "b", "downhill"}),
    ("01.update", lambda w, b, dw, db, lr: (w - dw, b - db), ["gradient-scaled"], {"w", "b"}),
    ("01.update", lambda w, b, dw, db, lr: (w, b), ["never-stepped"], {"w", "b", "downhill"}),
    ("01.update", lambda w, b, dw, db, lr: w - lr * dw, ["wrong-result"], {"w", "b", "downhill"}),
]


@pytest.mark.parametrize("exercise_id, function, codes, fails", WRONG)
def test_a_wrong_function_is_named(exercise_id, function, codes, fails):
    assert said(exercise_id, function) == (False, codes, fails)
