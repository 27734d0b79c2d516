"""What comes out of a sandbox is not believed: whatever was changed in it, there is a verdict or a ValueError."""

import copy

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.exercises import observe_all
from autograder.judge import verify

SEED = 11
NUMBERS = {"01.gradients": "pair", "01.update": "pair", "04.value": "grads"}
"""Exercises, and the key of their observations that holds nothing but the learner's numbers."""


def gradients(x, y, y_hat):
    return 2 * np.mean(x * (y_hat - y)), 2 * np.mean(y_hat - y)


def update(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


class Value:
    """The shortest right one: a value knows its parents, and how much each of them moves it."""

    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = data, 0.0, parents

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self):
        order, seen, to_do = [], set(), [(self, False)]
        while to_do:
            node, done = to_do.pop()
            if done:
                order.append(node)
            elif node not in seen:
                seen.add(node)
                to_do += [(node, True), *((parent, False) for parent, _ in node.parents)]
        own = dict.fromkeys(order, 0.0) | {self: 1.0}
        for node in reversed(order):
            node.grad += own[node]
            for parent, factor in node.parents:
                own[parent] += factor * own[node]


RIGHT = {
    exercise: observe_all(exercise, (one,), SEED)
    for exercise, one in {"01.gradients": gradients, "01.update": update, "04.value": Value}.items()
}

JUNK = st.sampled_from(
    [None, True, "x", "", 1e308, float("nan"), float("inf"), -1, 10**400, {}, [], [None], [["a"]], {"a": 1}, np.zeros(0), np.array(["a"]), np.full(3, np.nan)]
)


def test_the_right_ones_pass():
    assert all(verify(exercise, SEED, observed).passed for exercise, observed in RIGHT.items())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(RIGHT)), st.data())
def test_whatever_is_changed_comes_to_a_verdict_or_a_value_error(exercise, data):
    observed = copy.deepcopy(RIGHT[exercise])
    one = data.draw(st.sampled_from(observed["observations"]))
    one[data.draw(st.sampled_from(sorted(one)))] = data.draw(JUNK)
    try:
        verify(exercise, SEED, observed)
    except ValueError:
        pass


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(NUMBERS)), st.data())
def test_other_things_in_the_place_of_numbers_never_pass(exercise, data):
    observed = copy.deepcopy(RIGHT[exercise])
    one = data.draw(st.sampled_from(observed["observations"]))
    numbers = one[NUMBERS[exercise]]
    if data.draw(st.booleans()):
        numbers[data.draw(st.integers(0, len(numbers) - 1))] = data.draw(JUNK)
    else:
        numbers.pop()
    try:
        assert not verify(exercise, SEED, observed).passed
    except ValueError:
        pass


def test_a_verdict_passes_only_where_every_property_holds(monkeypatch: pytest.MonkeyPatch):
    from autograder.judge import e01
    from autograder.judge.verdict import Verdict

    monkeypatch.setitem(e01.VERIFIERS, "01.update", lambda *_: Verdict("01.update", True, {"w": True, "b": False}, ()))
    verdict = verify("01.update", SEED, RIGHT["01.update"])
    assert (verdict.passed, [finding.code for finding in verdict.findings]) == (False, ["wrong-result"])
