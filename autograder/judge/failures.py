"""Submissions that did not come to an end: exceptions and untouched stubs."""

from dataclasses import replace

from autograder.exercises import Exercise
from autograder.exercises.case import Case
from autograder.judge import messages
from autograder.judge.verdict import Finding, Verdict, failed


def judge_failure(exercise: Exercise, cases: list[Case], observations: list[dict]) -> Verdict | None:
    """The verdict of a run that raised, took too long or was a stub; None where every case returned."""
    last = observations[-1]
    if last.get("status") == "returned":
        if len(observations) != len(cases):
            raise ValueError(f"{len(observations)} observations for {len(cases)} cases")
        return None
    if last.get("status") == "not-attempted" and len(observations) == 1:
        return failed(exercise.id, exercise.properties, Finding("not-attempted", _not_attempted(exercise)))
    if last.get("status") == "late":
        return failed(exercise.id, exercise.properties, Finding("timed-out", messages.too_slow(len(observations) - 1, len(cases))))
    error = last.get("error") or {}
    verdict = failed(exercise.id, exercise.properties, Finding("raised", _raised(error)))
    return replace(verdict, findings=(*verdict.findings, *_behind(str(error.get("message")))))


def _behind(message: str) -> tuple[Finding, ...]:
    """What PyTorch's own words give away of the misconception behind an exception."""
    if "does not require grad" in message:
        return (Finding("gradient-missing", messages.gradient_missing()),)
    if "backward through the graph a second time" in message:
        return (Finding("backward-twice", messages.backward_twice(0)),)
    return ()


def _not_attempted(exercise: Exercise) -> str:
    if exercise.id in ("05.bugs", "07.claims"):
        return f"{exercise.names[0]} is still empty. Put your first answer into it, then check again."
    verb = "is" if len(exercise.names) == 1 else "are"
    return f"{' and '.join(exercise.names)} {verb} still as you found {'it' if verb == 'is' else 'them'}. Replace the `raise NotImplementedError` line with your own code, then check again."


def _raised(error: dict) -> str:
    what = f"{error.get('type') or 'An exception'}: {' '.join((error.get('message') or 'no message').split()).rstrip('. ')}"
    if error.get("line") is None:
        return f"Your code stopped with {what}. Run it on its own in a cell to see where."
    where = f"in `{error['where']}`, line {error['line']}" if error.get("where") else f"at line {error['line']}"
    text = f" (`{error['text']}`)" if error.get("text") else ""
    return f"Your code stopped {where}{text} with {what}. Everything before that line ran; look at what it was given."
