"""`installation`: is everything here that the notebooks need?"""

import sys
from collections.abc import Callable
from importlib import import_module

from autograder.learn import data, kept
from autograder.learn.show import card, listing, paragraph, publish

WORDS = {"good": "here", "bad": "missing"}
_REPAIR = "Run `./course lab` in the course's folder again: it puts the environment right."


def installation() -> None:
    """Look at each thing that the notebooks need, and show whether it is here."""
    results = [_tried(name, question) for name, question in QUESTIONS.items()]
    right = all(kind == "good" for kind, _ in results)
    title = "Everything is here" if right else "Something is missing"
    advice = [] if right else [_REPAIR]
    html = card("good" if right else "bad", title, listing(results, WORDS), *map(paragraph, advice))
    publish(html, "\n".join([title, *(f"  {WORDS[kind]:<7}  {text}" for kind, text in results), *advice]))


def _tried(name: str, question: Callable[[], None]) -> tuple[str, str]:
    try:
        question()
        return "good", name
    except Exception as error:  # whatever is wrong, the others are still looked at
        return "bad", f"{name}: {type(error).__name__}: {error}"


def _python() -> None:
    if sys.version_info < (3, 11):
        raise RuntimeError(f"this is Python {sys.version_info.major}.{sys.version_info.minor}")


def _torch() -> None:
    import torch

    w = torch.ones(1, requires_grad=True)
    (3.0 * w).sum().backward()
    if w.grad.item() != 3.0:
        raise RuntimeError(f"the gradient of 3 w came out as {w.grad.item()}")


def _widgets() -> None:
    import_module("ipywidgets")
    import_module("anywidget")


def _data() -> None:
    x, _ = data.line_data()
    pixels, *_ = data.digits_data()
    if (len(x), len(pixels)) != (1000, 1000):
        raise RuntimeError(f"{len(x)} points and {len(pixels)} digits, where 1000 of each belong")


def _progress() -> None:
    if not any(kept.can_write(path) for path in kept.places()):
        raise RuntimeError("no folder can be written; answers last only as long as the kernel")


QUESTIONS: dict[str, Callable[[], None]] = {
    "Python 3.11 or newer": _python,
    "NumPy": lambda: import_module("numpy") and None,
    "PyTorch, with a gradient worked out on this machine": _torch,
    "sliders (ipywidgets and anywidget)": _widgets,
    "the checks": lambda: import_module("autograder.judge") and None,
    "the data: 1000 points and 1000 digits": _data,
    "a place to keep your progress": _progress,
}
