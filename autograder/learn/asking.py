"""The widget behind `predict`. Only a running kernel imports it."""

import math
from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets
from IPython.display import display

from autograder.learn.show import BARS, code_marked

_VIEW = "application/vnd.jupyter.widget-view+json"
_CHILD = ".jp-OutputArea-child"
# The still makes way for the living question; where there is none, it stands, and the error about that does not.
_RULES = (
    f"<style>{_CHILD}:has(.tu-asked):has(+ {_CHILD} .tu-asking){{display:none}}"
    f"{_CHILD}:has(.tu-asked) + {_CHILD}:has([data-mime-type='{_VIEW}']):not(:has(.tu-asking)){{display:none}}</style>"
)
_LAYOUT = {"border_left": BARS["note"], "padding": "0 0 0 0.9em", "margin": "0.4em 0"}
Still = Callable[[Any], tuple[str, str]]


def ask(
    question: str, options: list[str] | None, number: bool, answer: Any, keep: Callable[[Any], object], still: Still
) -> None:
    """Show a question that can be answered with the keyboard alone, after a still of it for readers without a kernel.

    answer: what is kept already, or None. keep: called with every new answer. still: answer -> (HTML, text).
    """
    shown = display(_bundle(*still(answer)), raw=True, display_id=True)
    told = ipywidgets.Output()  # what keeping has to say; without a place of its own it ends up in a log nobody opens

    def keep_and_show(given: Any) -> None:
        with told:
            keep(given)
        shown.update(_bundle(*still(given)), raw=True)

    box = question_box(question, options, number, answer, keep_and_show)
    box.children = (*box.children, told)
    display({_VIEW: {"version_major": 2, "version_minor": 0, "model_id": box.model_id}}, raw=True)


def _bundle(html: str, text: str) -> dict[str, str]:
    return {"text/html": f'<div class="tu-asked">{_RULES}{html}</div>', "text/plain": text}


def question_box(
    question: str, options: list[str] | None, number: bool, answer: Any, keep: Callable[[Any], object]
) -> ipywidgets.VBox:
    """The question, a field for the answer, and a line that says what is kept."""
    said = ipywidgets.HTML(_state(answer))
    field = _choice(options, answer) if options is not None else _line(number, answer)

    def on_answer(change: dict) -> None:
        given, wrong = _read(change["new"], number)
        if wrong:
            said.value = escape(wrong)
        elif given is not None:
            keep(given)
            said.value = _state(given)

    field.observe(on_answer, names="value")
    asked = ipywidgets.HTML(f"<strong>Predict:</strong> {code_marked(question)}")
    box = ipywidgets.VBox([asked, field, said], layout=_LAYOUT)
    box.add_class("tu-asking")
    return box


def _choice(options: list[str], answer: Any) -> ipywidgets.RadioButtons:
    chosen = answer if answer in options else None
    wide = {"width": "max-content"}
    return ipywidgets.RadioButtons(options=options, value=chosen, layout=wide, tooltip="Choose one answer")


def _line(number: bool, answer: Any) -> ipywidgets.Text:
    inside = "a number, then Enter" if number else "a few words, then Enter"
    shown = "" if answer is None else str(answer)
    return ipywidgets.Text(shown, placeholder=inside, continuous_update=False, tooltip="Your answer")


def _read(given: Any, number: bool) -> tuple[Any, str | None]:
    """The answer to keep (None for an empty field), and what is wrong with it, if anything."""
    if given is None or not str(given).strip():
        return None, None
    if not number:
        return str(given).strip(), None
    try:
        value = float(str(given).replace(",", "").replace(" ", ""))
        if not math.isfinite(value):
            raise ValueError
        return (int(value) if value.is_integer() else value), None
    except (ValueError, OverflowError):
        return None, "That is no number yet. Digits such as 250 or 0.5 will do."


def _state(answer: Any) -> str:
    if answer is None:
        return "No answer is kept yet."
    return f"✓ Kept: <strong>{escape(str(answer))}</strong>. You can still change it."
