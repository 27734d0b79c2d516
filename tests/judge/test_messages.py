"""The texts that learners read: short, addressed to them, and free of code."""

import inspect

import pytest

from autograder.judge import messages

SAMPLES = {
    int: 3, float: 2.5, str: "w", bool: True, "int | None": None, "float | None": None, "str | None": None, "bool": True,
    "tuple[int, ...]": (4, 4), "tuple[int, ...] | None": (4, 4), "tuple[str, ...]": ("x",), "tuple[str, ...] | list[str]": ("x", "y"),
    "tuple[int, ...] | list[int]": (4, 4, 2), "list[int]": [4, 2], "list[str]": ["a", "b"], "list[float]": [0.5, 0.25],
}  # fmt: skip


def told(name):
    """The message with every required argument given."""
    function = getattr(messages, name)
    needed = [one for one in inspect.signature(function).parameters.values() if one.default is one.empty]
    return function(*(SAMPLES[one.annotation] if one.annotation in SAMPLES else SAMPLES[str(one.annotation)] for one in needed))


@pytest.mark.parametrize("name", messages.__all__)
def test_a_message_is_a_few_sentences(name):
    text = told(name)
    assert 1 <= text.count(". ") + text.count("? ") + 1 <= 5 and len(text) < 520
    assert text.endswith((".", "?")) and "  " not in text and "None" not in text.replace("None of the usual", "")


@pytest.mark.parametrize("name", messages.__all__)
def test_a_message_never_gives_the_code_away(name):
    assert not any(code in told(name) for code in ("zero_grad()", ".backward()", ".step()", "+=", "-=", "[rows]", "for epoch"))


def test_places_are_told_from_one():
    assert messages.never_zeroed(3, 3.7).startswith("At update 4 the gradient was 3.7 times that of its own batch: the batches before it were still in it.")
    assert messages.zeroed_once_per_epoch(0, 1, 2.0).startswith("At epoch 1, batch 2, the gradient was twice that of its own batch")
