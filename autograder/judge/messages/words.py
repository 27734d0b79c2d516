"""How a place, a number or a count is said in a message. Places come in from 0 and are told from 1."""

import math


def number(value: float) -> str:
    """A number as a person would write it: four digits that matter."""
    if value is None or not math.isfinite(value):
        return "not a number" if value is None or math.isnan(value) else "infinite"
    return f"{value:.4g}"


def exact(value: float, beside: float) -> str:
    """`value` with as many digits as it takes to tell it from `beside`."""
    for digits in (4, 6, 8, 10, 12, 15):
        if f"{value:.{digits}g}" != f"{beside:.{digits}g}":
            return f"{value:.{digits}g}"
    return repr(value)


def count(number_of: int, what: str) -> str:
    """'1 update', '10 updates', '3 batches'."""
    plural = what[:-1] + "ies" if what.endswith("ry") else what + ("es" if what.endswith(("tch", "ss")) else "s")
    return f"{number_of} {what if number_of == 1 else plural}"


def place(epoch: int | None, batch: int | None) -> str:
    """'epoch 1, batch 2', from places that count from 0."""
    parts = [f"{name} {at + 1}" for name, at in (("epoch", epoch), ("batch", batch)) if at is not None]
    return ", ".join(parts) or "the first batch"


def listed(values: list[float]) -> str:
    """'0.5, 0.25 and 0.25'."""
    words = [f"{value:.3g}" for value in values]
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def times(factor: float) -> str:
    """'3.7 times', 'half', 'twice', or 'minus 2 times'."""
    named = {0.5: "half", 1.0: "exactly", 2.0: "twice", 3.0: "three times"}
    for value, word in named.items():
        if math.isclose(factor, value, rel_tol=1e-6):
            return word
    return f"{factor:.3g} times"
