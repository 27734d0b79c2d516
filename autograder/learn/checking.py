"""`check`: run an exercise's cases, show what holds and the first thing that does not."""

from typing import Any

from autograder.learn import kept
from autograder.learn.course import known
from autograder.learn.show import card, listing, paragraph, publish, shell
from autograder.learn.stops import CheckFailed, NotAttempted

SEED = 20_260
"""The cases that a learner sees are the same at every check; marks are drawn from other seeds."""

WORDS = {"good": "holds", "bad": "not yet"}
_GO_ON = "You can go on below and come back."
_shown_in_cell: dict[int, int] = {}


def check(exercise_id: str, *objects: Any, practice: bool = False):
    """Judge the learner's objects, show the result, and return the verdict where all of it holds.

    objects: what the exercise asks for, in its order: `check("05.train", train)`.
    practice: only show; nothing is kept, and nothing stops the notebook.
    Raises CheckFailed with the first finding, NotAttempted for a stub, and ValueError or TypeError where
    the call itself is wrong. Where the judge is not installed, says so and returns None.
    """
    __tracebackhide__ = True
    try:
        from autograder.judge import judge
    except ImportError:
        publish("", f"{exercise_id}: checked by the grader, not here.")
        return None
    _as_asked(exercise_id, objects)
    verdict = judge(exercise_id, objects, SEED)
    show_verdict(verdict)
    if practice:
        return verdict
    _keep(verdict)
    if verdict.passed is False:
        raise _stop(verdict)
    return verdict


def _as_asked(exercise_id: str, objects: tuple) -> None:
    from autograder.exercises import get

    names = get(known(exercise_id)).names
    if len(objects) != len(names):
        call = f'check("{exercise_id}", {", ".join(names)})'
        raise TypeError(f"{exercise_id} is about {' and '.join(names)}: write {call}.")


def _keep(verdict) -> None:
    before = kept.each("exercises")(verdict.exercise)
    kept.change(
        "exercises",
        verdict.exercise,
        checks=before.get("checks", 0) + 1,
        passed=bool(before.get("passed") or verdict.passed),
        best=max(before.get("best", 0.0), round(verdict.score, 6)),
        attempted=bool(before.get("attempted") or not _is_stub(verdict)),
    )


def _is_stub(verdict) -> bool:
    return bool(verdict.findings) and verdict.findings[0].code == "not-attempted"


def _stop(verdict) -> CheckFailed:
    message = verdict.findings[0].message if verdict.findings else "Something does not hold."
    if _is_stub(verdict):
        return NotAttempted(message, f"{verdict.exercise} is not attempted yet. {_GO_ON}")
    return CheckFailed(message, f"{verdict.exercise} does not hold yet; what was found stands above. {_GO_ON}")


def show_verdict(verdict) -> None:
    """Show what holds, what does not, and the first finding."""
    from autograder.exercises import get

    kind, title = _title(verdict)
    asked = get(verdict.exercise).properties
    held = {} if kind == "open" else verdict.properties
    rows = [("good" if holds else "bad", asked.get(name, name)) for name, holds in held.items()]
    messages = _messages(verdict)
    html = card(kind, title, listing(rows, WORDS) if rows else "", *map(paragraph, messages))
    text = [title, *(f"  {WORDS[mark]:<7}  {sentence}" for mark, sentence in rows), *messages]
    if shell() is not None:
        _shown_in_cell[id(verdict)] = shell().execution_count
    publish(html, "\n".join(text))


def show_again(verdict) -> None:
    """How a verdict on the last line of a cell is shown: not twice in the cell which made it."""
    if shell() is None or _shown_in_cell.get(id(verdict)) != shell().execution_count:
        show_verdict(verdict)


def _title(verdict) -> tuple[str, str]:
    total, holding = len(verdict.properties), sum(verdict.properties.values())
    if verdict.passed is None:
        return "note", f"{verdict.exercise}: could not be judged; this is not your fault"
    if verdict.passed:
        return "good", f"{verdict.exercise}: all {total} hold" if total > 1 else f"{verdict.exercise}: it holds"
    if _is_stub(verdict):
        return "open", f"{verdict.exercise}: not attempted yet"
    return "bad", f"{verdict.exercise}: {holding} of {total} hold" if total > 1 else f"{verdict.exercise}: not yet"


def _messages(verdict) -> list[str]:
    if not verdict.findings:
        return []
    more = len(verdict.findings) - 1
    rest = [] if not more else [f"{_one_or_more(more)}: mend this first, then check again."]
    nudge = [] if _is_stub(verdict) else [f'Stuck? `hint("{verdict.exercise}")` gives a nudge.']
    return [verdict.findings[0].message, *rest, *(nudge if not verdict.passed else [])]


def _one_or_more(more: int) -> str:
    return "One more thing was found, which may follow from it" if more == 1 else (
        f"{more} more things were found, which may follow from it"
    )
