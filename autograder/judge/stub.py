"""Functions that do nothing at all: as good as the untouched stub."""

from autograder.exercises import get
from autograder.judge import messages
from autograder.judge.verdict import Finding, Verdict, failed


def untouched(exercise_id: str, observations: list[dict]) -> Verdict | None:
    """The `not-attempted` verdict of a function whose body is empty; None where there is something in it."""
    if not all(one.get("empty") is True for one in observations):
        return None
    exercise = get(exercise_id)
    return failed(exercise_id, exercise.properties, Finding("not-attempted", messages.nothing_done(exercise.names)))
