"""Every way to get the loop wrong that the judge knows by its numbers, and the code of each."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from autograder.judge.numpy_loops.gradient import ROWS
from autograder.judge.numpy_loops.loop import RIGHT, Loop
from autograder.judge.numpy_loops.notes import LEDGER_NOTES, LOSS_NOTES
from autograder.judge.numpy_loops.simulate import BEST

Choice = tuple[tuple[str, object], ...]

CAUSES = ("update", "reset", "rows", "size", "epochs", "form", "scale", "sign", "start", "notes")
"""The order in which findings of one loop are told: what decides the most comes first."""

CODES: dict[str, dict[object, str]] = {
    "update": {
        "epoch-sum": "stepped-once-per-epoch",
        "epoch-mean": "stepped-once-per-epoch",
        "epoch-weighted": "stepped-once-per-epoch",
        "epoch-last": "stepped-once-per-epoch",
        "previous": "step-before-backward",
        "late": "step-before-backward",
        "never": "never-stepped",
        "best-loss": "best-gradient-only",
        "best-worst": "best-gradient-only",
        **dict.fromkeys(BEST, "best-gradient-only"),
        "improved-epoch": "best-gradient-only",
        "improved": "best-gradient-only",
    },
    "reset": {
        "never": "never-zeroed",
        "epoch": "zeroed-once-per-epoch",
        "every-2": "zeroed-irregularly",
        "every-3": "zeroed-irregularly",
        "never-mean": "never-zeroed",
        "epoch-mean": "zeroed-once-per-epoch",
        "only-w": "zeroed-irregularly",
        "only-b": "zeroed-irregularly",
    },
    "rows": {
        "first-batch-only": "first-batch-only",
        "one-batch": "one-batch-per-epoch",
        "whole": "whole-dataset-every-batch",
        "whole-gradient": "whole-dataset-every-batch",
        "dropped": "last-batch-dropped",
        "dropped-but-one": "last-batch-dropped",
        "always-dropped": "last-batch-dropped",
        "first-ten": "last-batch-dropped",
        "first-thousand": "last-batch-dropped",
        "parts": "batch-size-ignored",
        "even-split": "wrong-result",
        "extra-empty": "extra-empty-batch",
        "extra-zero": "extra-empty-batch",
        "ten": "extra-empty-batch",
        "to-thousand": "extra-empty-batch",
        "always-extra": "extra-empty-batch",
        "always-extra-zero": "extra-empty-batch",
        "swapped": "loops-swapped",
        "y-first": "pairs-broken",
        "x-first": "pairs-broken",
        "y-reversed": "pairs-broken",
    },
}
BROADCASTS = ("broadcast", "broadcast-x", "broadcast-sum")
SIZES = ("count", "count-up", 1, 10, 100, 32, 64, 2, 5, 16, 20, 25, 50, 128, 256, 500, 1000)
EPOCHS = ("plus-one", "minus-one", "iterations", "first", 1, "per-batch", 10, 100, 1000)
SCALES = ("sum", "half", "half-sum", "twice", "mean-again", "by-batch-size", "by-n", "half-by-n", "by-batches", "times-batches", "four-times", "by-thousand", "by-hundred")
PARTIAL = ("sum", "half", "half-sum", "twice", "zero")


def code_of(choice: str, loop: Loop) -> str:
    """The finding code of one deviating choice of a loop."""
    value = getattr(loop, choice)
    if choice in CODES:
        return CODES[choice][value]
    if choice == "form":
        return {"new-w": "wrong-result", "outer": "wrong-result", **dict.fromkeys(ROWS, "best-gradient-only")}.get(value, "shape-broadcast" if value in BROADCASTS else "gradient-scaled")
    if value == "zero":
        return "wrong-result"
    return {
        "size": "batch-size-ignored",
        "epochs": "wrong-number-of-epochs",
        "scale": "gradient-scaled",
        "sign": "gradient-sign",
        "start": "weights-reset",
        "notes": "losses-miscounted",
    }[choice]


def ledger_code(notes: str) -> str:
    """The finding code of a ledger that is kept in another way than asked."""
    if notes.startswith("epoch") or notes in ("before", "cumulative"):
        return "losses-miscounted"
    return {"minus": "gradient-sign", "times-lr": "gradient-scaled", "minus-times-lr": "gradient-scaled"}.get(notes, "wrong-result")


@lru_cache(maxsize=4)
def loops(kind: str, pairs: bool = True) -> tuple[Loop, ...]:
    """Wrong loops, single mistakes first, then pairs of them; kind: "losses" or "ledger"."""
    return tuple(_loops(kind, pairs))


@lru_cache(maxsize=1)
def gradient_loops() -> tuple[Loop, ...]:
    """Wrong loops that take the right rows, one loss per batch: single mistakes, then a wrong reset with a wrong scale or sign."""
    return tuple(_gradient_loops())


def _loops(kind: str, pairs: bool) -> Iterator[Loop]:
    singles = list(_singles(kind))
    yield from (RIGHT.but(**dict(choice)) for choice in singles)
    if not pairs:
        return
    common = [choice for choice in singles if _is_common(choice)]
    for first, second in combinations(common, 2):
        if not {name for name, _ in first} & {name for name, _ in second}:
            yield RIGHT.but(**dict(first), **dict(second))


def _gradient_loops() -> Iterator[Loop]:
    names = {"update", "reset", "form", "scale", "sign", "start"}
    singles = [choice for choice in _singles("losses") if choice[0][0] in names]
    yield from (RIGHT.but(**dict(choice)) for choice in singles)
    for reset in ("never", "epoch"):
        yield from (RIGHT.but(reset=reset, **dict(choice)) for choice in singles if choice[0][0] in ("scale", "sign"))


def _singles(kind: str) -> Iterator[Choice]:
    for name in ("update", "reset", "rows"):
        yield from ((((name, value),)) for value in CODES[name])
    yield from ((("size", value),) for value in SIZES)
    yield from ((("epochs", value),) for value in EPOCHS)
    yield from ((("form", value),) for value in (*BROADCASTS, "no-x", "x-twice", "new-w", "outer", *ROWS))
    yield from ((("scale", value),) for value in (*SCALES, "lr-lost", "lr-twice"))
    yield from ((("scale", value), ("part", part)) for part in ("w", "b") for value in PARTIAL)
    yield from ((("sign", value),) for value in ("up", "up-w", "up-b"))
    yield from ((("start", value),) for value in ("reset", "zero-reset", "zero"))
    yield from ((("notes", value),) for value in (LOSS_NOTES if kind == "losses" else LEDGER_NOTES))


RARE = {*ROWS, "count-up", "best-worst", "outer", "new-w", "best-steep-w", "best-flat-w", "best-sum", "best-max", "best-min", "epoch-weighted", "dropped-but-one", "always-dropped", "first-ten", "first-thousand", "parts", "whole-gradient", "last-epoch", "epoch-min", "epoch-weighted", 16, 20, 25, 50, 128, 256, 500, 1000, 2, 5, 64, "per-batch", "lr-twice", "always-extra", "always-extra-zero", "x-first"}


def _is_common(choice: Choice) -> bool:
    (_, value), *rest = choice
    return not rest and value not in RARE
