"""`hint`: the next of a few hints, from a nudge to nearly there."""

from importlib import import_module

from autograder.learn import kept
from autograder.learn.course import known
from autograder.learn.show import card, paragraph, publish


def hint(exercise_id: str) -> None:
    """Show the next hint of this exercise; after the last one, the last one again. Raises ValueError."""
    hints = hints_of(exercise_id)
    taken = kept.each("exercises")(exercise_id).get("hints", 0)
    number = min(taken + 1, len(hints))
    kept.change("exercises", exercise_id, hints=number)
    title = f"{exercise_id}, hint {number} of {len(hints)}"
    after = _after(exercise_id, number, len(hints))
    publish(
        card("note", title, paragraph(hints[number - 1]), paragraph(after)),
        f"{title}\n{hints[number - 1]}\n{after}",
    )


def hints_of(exercise_id: str) -> tuple[str, ...]:
    """All hints of this exercise, in the order in which they are given. Raises ValueError where there is none such."""
    return import_module(f"autograder.learn.hints.e{known(exercise_id)[:2]}").HINTS[exercise_id]


def _after(exercise_id: str, number: int, total: int) -> str:
    if number < total:
        return "Run this cell again for the next one."
    return f'That was the last hint. After a check, `solution("{exercise_id}")` shows one way to write it.'
