"""Findings for what only the sandbox sees: code that never came back."""

import re

from autograder.exercises import get
from autograder.grade.session import Outcome
from autograder.judge.verdict import Finding, Verdict

OUT_OF_MEMORY = ("MemoryError", "OutOfMemoryError")
_ALLOCATION = ("can't allocate memory", "not enough memory", "Unable to allocate", "Cannot allocate memory")


def failed(exercise: str, finding: Finding) -> Verdict:
    """The verdict where nothing holds, because of one finding."""
    return Verdict(exercise, False, dict.fromkeys(get(exercise).properties, False), (finding,))


def from_ending(outcome: Outcome, seconds: float) -> Finding | None:
    """The finding of a run that did not end by itself; None where it did."""
    if outcome.ended in ("timed-out", "overrun"):
        return Finding(
            "timed-out",
            f"Your code was still running after {seconds:g} s and was stopped. Look for a loop whose condition "
            "never becomes false, or for work that is done again for every row.",
        )
    if outcome.ended == "out-of-memory":
        return out_of_memory()
    if outcome.ended == "killed":
        return Finding("killed", f"Your code ended the whole Python process ({outcome.detail or 'no reason given'}).")
    if outcome.ended == "malformed":
        return Finding("killed", f"Your code was stopped for what it sent or printed: {outcome.detail}.")
    return None


def out_of_memory() -> Finding:
    """The finding for code that asked for more memory than there is for it."""
    return Finding(
        "out-of-memory",
        "Your code asked for more memory than a submission may have. Look for an array whose shape grew by "
        "broadcasting, or for a list that grows with every update.",
    )


def from_exception(error: dict) -> Finding:
    """The finding of an exception, as `describe_failure` describes it, outside the exercise's own run."""
    kind, message = str(error.get("type") or "an exception")[:80], str(error.get("message") or "")[:300]
    if kind in OUT_OF_MEMORY or any(words in message for words in _ALLOCATION):
        return out_of_memory()
    place = f" at line {error['line']}" if isinstance(error.get("line"), int) else ""
    return Finding("raised", f"Your code stopped{place} with {kind}: {message}. Run it from the top to see where.")


def undefined(names: list[str]) -> Finding:
    """The finding where what the exercise asks for is not there."""
    return Finding(
        "not-attempted",
        f"There is no {' and no '.join(f'`{name}`' for name in names)} in what you handed in. "
        "Define it under exactly this name.",
    )


def unread(names: list[str], reason: str) -> Finding:
    """The finding where a cell is no Python, so that what it was to define is not there."""
    reason = re.sub(r"\(<[^>]*>, line (\d+)\)", r"(line \1)", reason)
    return Finding(
        "raised",
        f"Python could not read one of your cells: {reason}. Nothing in that cell was run, so there is no "
        f"{' and no '.join(f'`{name}`' for name in names)}. Run the cell on its own and look at the line it points to.",
    )


def unreadable(reason: str) -> Finding:
    """The finding where a file is no Python text and no notebook."""
    return Finding("raised", f"The file cannot be read: {reason}. Save it again from Jupyter, and hand that in.")


def no_observation() -> Finding:
    """The finding where the run ended, but nothing that could be judged came of it."""
    return Finding(
        "wrong-result",
        "Your code ran, but no record of what it did came back, so there is nothing to judge. Do not replace "
        "or hide what the notebook itself imports.",
    )
