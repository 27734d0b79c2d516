"""Whatever the sizes and the optimizer: a right loop passes, and a wrong one fails where its numbers differ."""

from importlib import import_module

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, assume, given, settings, strategies as st

from autograder.exercises import get
from autograder.exercises.case import Case
from autograder.exercises.clean import clean_state
from autograder.exercises.torch_setup import build
from autograder.exercises.torch_setup import settings as torch_settings
from bank.load import submissions

BY_PATH = {s.path: s for s in submissions()}
RIGHT_05 = (
    "slices_zero_first",
    "zero_after_step",
    "dataloader_shuffled",
    "grad_and_value",
    "closure",
    "row_by_row",
    "reversed_rows",
    "loss_scaled_1024",
)
WRONG_05 = (
    "never-zeroed/05_train__forgotten",
    "zeroed-once-per-epoch/05_train__epoch_start",
    "zeroed-irregularly/05_train__every_second",
    "zeroed-before-step/05_train__between",
    "stepped-once-per-epoch/05_train__dedented",
    "step-before-backward/05_train__wrong_order",
    "backward-twice/05_train__retain_graph",
    "first-batch-only/05_train__fixed_slice",
    "one-batch-per-epoch/05_train__break",
    "whole-dataset-every-batch/05_train__unused_slices",
    "last-batch-dropped/05_train__floor_division",
    "extra-empty-batch/05_train__n_plus_one",
    "wrong-number-of-epochs/05_train__from_one",
    "batch-size-ignored/05_train__sixteen",
    "weights-reset/05_train__start_state_each_epoch",
    "gradient-scaled/05_train__times_rows",
    "gradient-sign/05_train__negative_loss",
    "losses-miscounted/05_train__after_the_update",
    "wrong-result/05_train__decay_by_hand",
    "wrong-result/05_train__clipping_bites",
)
RIGHT_02 = ("plain", "pure_python", "design_matrix", "class", "recursive", "torch_inside")
WRONG_02 = (
    "never-zeroed/02_train__accumulators_outside",
    "zeroed-once-per-epoch/02_train__accumulators_per_epoch",
    "stepped-once-per-epoch/02_train__summed",
    "step-before-backward/02_train__old_gradient",
    "never-stepped/02_train__new_names",
    "first-batch-only/02_train__fixed_slice",
    "whole-dataset-every-batch/02_train__no_slices",
    "last-batch-dropped/02_train__floor",
    "extra-empty-batch/02_train__n_plus_one",
    "loops-swapped/02_train__batch_outside",
    "wrong-number-of-epochs/02_train__one_pass",
    "weights-reset/02_train__start_each_epoch",
    "gradient-scaled/02_train__sum",
    "gradient-sign/02_train__error_turned_round",
    "losses-miscounted/02_train__mean_per_epoch",
    "wrong-result/02_train__new_w_in_db",
)
FEW = settings(max_examples=10, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))

optimizers = st.one_of(
    st.floats(0.005, 0.1).map(lambda lr: ["SGD", {"lr": lr}]),
    st.floats(0.005, 0.05).map(lambda lr: ["SGD", {"lr": lr, "momentum": 0.9}]),
    st.floats(0.005, 0.05).map(lambda lr: ["SGD", {"lr": lr, "weight_decay": 0.1}]),
    st.floats(0.001, 0.05).map(lambda lr: ["Adam", {"lr": lr}]),
)
sizes = {"n": st.integers(1, 25), "batch_size": st.integers(1, 9), "epochs": st.integers(0, 4), "seed": st.integers(0, 10**6)}


def function_of(path):
    return BY_PATH[path + ".py"].objects(("train",))[0]


def verdict_of(exercise_id, function, case):
    """What the judge says of one function on this one case."""
    with clean_state(case.seed):
        seen = get(exercise_id).observe((function,), case)
    verify = import_module(f"autograder.judge.e{exercise_id[:2]}").VERIFIERS[exercise_id]
    return verify([case], [{"case": 0, "status": "returned", "error": None, **seen}])


def torch_case(n, batch_size, epochs, optimizer, seed):
    return Case("05.train", 0, seed, torch_settings(n, batch_size, epochs, features=2, optimizer=optimizer))


def numpy_case(n, batch_size, epochs, lr, seed):
    return Case("02.train", 0, seed, {"n": n, "batch_size": batch_size, "epochs": epochs, "lr": lr, "w": 0.3, "b": -0.2})


def torch_numbers(function, case):
    """The weights and the losses at the end of a run without any recording, as one array."""
    setup = build(case)
    with clean_state(case.seed):
        words = {"epochs": case["epochs"], "batch_size": case["batch_size"]}
        losses = function(setup.model, setup.optimizer, setup.loss_fn, setup.x, setup.y, **words)
    return np.array([*torch.nn.utils.parameters_to_vector(setup.model.parameters()).tolist(), *losses])


def numpy_numbers(function, case):
    from autograder.exercises.line import line

    words = {name: case[name] for name in ("epochs", "batch_size", "lr")}
    with clean_state(case.seed):
        w, b, losses = function(*line(case), case["w"], case["b"], **words)
    return np.array([w, b, *losses], dtype=float)


def differ(one, other):
    """Whether numbers differ by more than rounding could explain."""
    return one.shape != other.shape or not np.allclose(one, other, rtol=1e-6, atol=1e-9, equal_nan=True)


@pytest.mark.parametrize("style", RIGHT_05)
@FEW
@given(optimizer=optimizers, **sizes)
def test_a_right_torch_loop_passes(style, n, batch_size, epochs, optimizer, seed):
    verdict = verdict_of("05.train", function_of(f"right/05_train/{style}"), torch_case(n, batch_size, epochs, optimizer, seed))
    assert verdict.passed is True and verdict.findings == ()


@pytest.mark.parametrize("bug", WRONG_05)
@FEW
@given(optimizer=optimizers, **sizes)
def test_a_wrong_torch_loop_fails_where_its_numbers_differ(bug, n, batch_size, epochs, optimizer, seed):
    case, wrong = torch_case(n, batch_size, epochs, optimizer, seed), function_of(f"wrong/{bug}")
    assume(differ(torch_numbers(wrong, case), torch_numbers(function_of("right/05_train/slices_zero_first"), case)))
    verdict = verdict_of("05.train", wrong, case)
    assert verdict.passed is False and verdict.findings


@pytest.mark.parametrize("style", RIGHT_02)
@FEW
@given(lr=st.floats(0.001, 0.1), **sizes)
def test_a_right_numpy_loop_passes(style, n, batch_size, epochs, lr, seed):
    verdict = verdict_of("02.train", function_of(f"right/02_train/{style}"), numpy_case(n, batch_size, epochs, lr, seed))
    assert verdict.passed is True and verdict.findings == ()


@pytest.mark.parametrize("bug", WRONG_02)
@FEW
@given(lr=st.floats(0.001, 0.1), **sizes)
def test_a_wrong_numpy_loop_fails_where_its_numbers_differ(bug, n, batch_size, epochs, lr, seed):
    case, wrong = numpy_case(n, batch_size, epochs, lr, seed), function_of(f"wrong/{bug}")
    assume(differ(numpy_numbers(wrong, case), numpy_numbers(function_of("right/02_train/plain"), case)))
    verdict = verdict_of("02.train", wrong, case)
    assert verdict.passed is False and verdict.findings
