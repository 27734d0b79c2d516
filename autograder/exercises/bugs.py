"""The bug hunt of notebook 05: broken loops to run by name, and to diagnose by what they do.

What is wrong with each is said nowhere here; the judge has it. `EXERCISE` is registered by `exercises/e05.py`.
"""

import re
from collections.abc import Callable
from typing import Any

from autograder.exercises.case import Case
from autograder.exercises.plain import describe
from autograder.exercises.registry import Exercise


def run_bug(label: str, model, optimizer, loss_fn, x, y, *, epochs: int, batch_size: int) -> list[float]:
    """Run broken loop `label` ("a", "b", …) and return its losses. Raises KeyError with the labels that there are."""
    return bug(label)(model, optimizer, loss_fn, x, y, epochs=epochs, batch_size=batch_size)


def bug(label: str) -> Callable:
    """Broken loop `label` as a function `train(model, optimizer, loss_fn, x, y, *, epochs, batch_size)`, to be recorded."""
    if label not in BUGS:
        raise KeyError(f"no loop {label!r}: there are {', '.join(BUGS)}")
    return BUGS[label]


def loop_a(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for _ in range(epochs):
        optimizer.zero_grad()
        for start in range(0, len(x), batch_size):
            rows = slice(start, start + batch_size)
            loss = loss_fn(model(x[rows]), y[rows])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses


def loop_b(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), batch_size):
            rows = slice(start, start + batch_size)
            loss = loss_fn(model(x[rows]), y[rows])
            loss.backward()
            optimizer.zero_grad()
            optimizer.step()
            losses.append(loss.item())
    return losses


def loop_c(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), batch_size):
            rows = slice(start, start + batch_size)
            loss = loss_fn(model(x[rows]), y[rows])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses


def loop_d(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), batch_size):
            rows = slice(start, start + batch_size)
            optimizer.zero_grad()
            loss = loss_fn(model(x[rows]), y[rows])
            loss.backward()
            losses.append(loss.item())
        optimizer.step()
    return losses


def loop_e(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for _ in range(epochs):
        for _ in range(0, len(x), batch_size):
            x_batch, y_batch = next(zip(x.split(batch_size), y.split(batch_size)))
            optimizer.zero_grad()
            loss = loss_fn(model(x_batch), y_batch)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses


def loop_f(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for _ in range(epochs):
        for batch in range(len(x) // batch_size):
            rows = slice(batch * batch_size, (batch + 1) * batch_size)
            optimizer.zero_grad()
            loss = loss_fn(model(x[rows]), y[rows])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses


def loop_g(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), batch_size):
            rows = slice(start, start + batch_size)
            loss = loss_fn(model(x[rows]), y[rows])
            optimizer.step()
            optimizer.zero_grad()
            loss.backward()
            losses.append(loss.item())
    return losses


def loop_h(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    import torch

    losses = []
    for _ in range(epochs):
        x_order, y_order = torch.randperm(len(x)), torch.randperm(len(x))
        for x_rows, y_rows in zip(x_order.split(batch_size), y_order.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(x[x_rows]), y[y_rows])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses


BUGS: dict[str, Callable] = {"a": loop_a, "b": loop_b, "c": loop_c, "d": loop_d, "e": loop_e, "f": loop_f, "g": loop_g, "h": loop_h}


def draw_bugs(seed: int) -> list[Case]:
    """One case: the loops are the same for everybody."""
    return [Case("05.bugs", 0, seed, {"labels": list(BUGS)})]


def observe_bugs(objects: tuple, case: Case) -> dict:
    """{"diagnoses": {"a": "some-code", …}, "got"}; a dict without any diagnosis is not attempted."""
    (diagnoses,) = objects
    if not isinstance(diagnoses, dict):
        return {"got": describe(diagnoses), "diagnoses": None}
    named = {key: word for key, word in ((_label(key), _code(value)) for key, value in diagnoses.items()) if word}
    if not named:
        raise NotImplementedError("no diagnoses yet")
    return {"got": describe(diagnoses), "diagnoses": named}


def _label(key: Any) -> str:
    """The loop's letter, from "a", "A" or "loop a"; any other key as it is."""
    return re.sub(r"^loop[ _-]*", "", str(key).strip().lower())[:20]


def _code(value: Any) -> str:
    """A finding code as the contract writes it, from any case and any of ' ', '_' and the dashes; empty for no answer."""
    word = re.sub(r"[ _\u2010-\u2015\u2212]", "-", str(value).strip().strip("`'\".").lower())
    return "" if value is None or word in ("", "?", "…", "...", "ellipsis", "none") else word[:40]


EXERCISE = Exercise(
    "05.bugs",
    ("diagnoses",),
    {f"bug_{label}": f"Loop {label} is diagnosed by the cause that its trace shows." for label in BUGS},
    draw_bugs,
    observe_bugs,
)
