"""Notebook 07, the claims on trial: a verdict on each of them."""

from typing import Any

from autograder.exercises.case import Case
from autograder.exercises.plain import describe
from autograder.exercises.registry import Exercise

CLAIMS = 23
WORDS = ("true", "false", "depends")


def draw_claims(seed: int) -> list[Case]:
    """One case: the claims are the same for everybody."""
    return [Case("07.claims", 0, seed, {"claims": CLAIMS})]


def observe_claims(objects: tuple, case: Case) -> dict:
    """{"verdicts": {"1": "true", …}, "got"}: what was ruled, as words; a dict without any verdict is not attempted."""
    (verdicts,) = objects
    if not isinstance(verdicts, dict):
        return {"got": describe(verdicts), "verdicts": None}
    ruled = {key: word for key, word in ((_number(key), _word(value)) for key, value in verdicts.items()) if key and word}
    if not ruled:
        raise NotImplementedError("no verdicts yet")
    return {"got": describe(verdicts), "verdicts": ruled}


def _number(key: Any) -> str:
    """The claim's number as digits, from 4, "4" or "claim 4"; empty where there is none."""
    digits = "".join(letter for letter in str(key) if letter.isdigit())
    return str(int(digits)) if digits and int(digits) <= CLAIMS else ""


def _word(value: Any) -> str:
    """"true", "false", "depends", or what else was written; empty for what stands for no answer."""
    word = str(value).strip().strip(".!").lower()
    word = "depends" if word in ("it depends", "depend") else word
    return "" if value is None or word in ("", "?", "…", "...", "ellipsis", "open", "none") else word[:20]


EXERCISES = (
    Exercise(
        "07.claims",
        ("verdicts",),
        {f"claim_{number}": f"The verdict on claim {number} is what its experiment shows." for number in range(1, CLAIMS + 1)},
        draw_claims,
        observe_claims,
    ),
)
