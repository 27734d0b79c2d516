"""`predict` before an experiment, `outcome` after it: what you thought beside what came out."""

import math
from collections.abc import Sequence
from html import escape
from typing import Any

from autograder.learn import kept
from autograder.learn.show import card, code_marked, paragraph, publish, shell


def predict(
    key: str, question: str, *, choices: Sequence | None = None, number: bool = False, text: bool = False
) -> None:
    """Ask for a prediction and keep the answer under `key`, over restarts; it can be changed until you like it.

    Exactly one of choices (a few words each), number, text says which kind of answer is asked; else
    ValueError. Without a living notebook the question alone is shown, and nothing waits.
    """
    if (choices is not None) + number + text != 1:
        raise ValueError(f'predict("{key}", …) needs exactly one of choices=[…], number=True, text=True')
    answer = kept.each("predictions")(key).get("answer")
    options = [str(choice) for choice in choices] if choices is not None else None
    if getattr(shell(), "kernel", None) is None:
        publish(*_still(question, options, answer))
        return
    from autograder.learn.asking import ask

    keep = lambda given: kept.change("predictions", key, answer=given)  # noqa: E731 - one thing to do with an answer
    ask(question, options, number, answer, keep, lambda given: _still(question, options, given))


def _still(question: str, options: list[str] | None, answer: Any) -> tuple[str, str]:
    """The question and what is kept, as HTML and as text."""
    state = "No answer is kept yet." if answer is None else f"Your answer: {answer}"
    items = "".join(f"<li>{code_marked(option)}</li>" for option in options or [])
    listed = f'<ul style="margin: 0.2em 0;">{items}</ul>' if items else ""
    html = card("note", "Predict", paragraph(question), listed, paragraph(state))
    lines = [f"Predict: {question}", *(f"  - {option}" for option in options or []), state]
    return html, "\n".join(lines)


def outcome(key: str, value: Any, sentence: str = "{value}") -> None:
    """Show the prediction of `key` beside what came out. `sentence` holds {value}, with a format if you like."""
    result = sentence.format(value=value)
    answer = kept.each("predictions")(key).get("answer")
    if answer is None:
        kind, said = "note", "No prediction was made."
    elif _agree(answer, value):
        kind, said = "good", f"You predicted {answer}, and so it is."
    else:
        kind, said = "open", f"You predicted {answer}. Where does the difference come from?"
    parts = f'<p style="margin: 0.4em 0 0 0;">{escape(said)}</p>'
    publish(card(kind, result, parts), f"{result}\n{said}")


def _agree(answer: Any, value: Any) -> bool:
    try:
        return math.isclose(float(answer), float(value), rel_tol=0.005)
    except (TypeError, ValueError):
        return str(answer).strip().casefold() == str(value).strip().casefold()
