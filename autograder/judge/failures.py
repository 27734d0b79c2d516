"""Submissions that did not come to an end: exceptions and untouched stubs."""

from autograder.exercises import Exercise
from autograder.exercises.case import Case
from autograder.judge.verdict import Finding, Verdict, failed


def judge_failure(exercise: Exercise, cases: list[Case], observations: list[dict]) -> Verdict | None:
    """The verdict of a run that raised or was a stub; None where every case returned."""
    last = observations[-1]
    if last.get("status") == "returned":
        if len(observations) != len(cases):
            raise ValueError(f"{len(observations)} observations for {len(cases)} cases")
        return None
    code = "not-attempted" if last.get("status") == "not-attempted" and len(observations) == 1 else "raised"
    message = _not_attempted(exercise) if code == "not-attempted" else _raised(last.get("error") or {})
    return failed(exercise.id, exercise.properties, Finding(code, message))


def _not_attempted(exercise: Exercise) -> str:
    if exercise.id in ("05.bugs", "07.claims"):
        return f"{exercise.names[0]} is still empty. Put your first answer into it, then check again."
    return f"{' and '.join(exercise.names)} is still as you found it. Replace the `raise NotImplementedError` line with your own code, then check again."


def _raised(error: dict) -> str:
    what = f"{error.get('type') or 'An exception'}: {error.get('message') or 'no message'}"
    if error.get("line") is None:
        return f"Your code stopped with {what}. Run it on its own in a cell to see where."
    where = f"in `{error['where']}`, line {error['line']}" if error.get("where") else f"at line {error['line']}"
    text = f" (`{error['text']}`)" if error.get("text") else ""
    return f"Your code stopped {where}{text} with {what}. Everything before that line ran; look at what it was given."
