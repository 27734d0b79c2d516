"""Which of an exercise's properties a recognised loop keeps."""

from autograder.judge.numpy_loops.loop import Loop
from autograder.judge.numpy_loops.simulate import BEST

COUNT = {"update": None, "rows": {"one-batch", "dropped", "dropped-but-one", "always-dropped", "first-ten", "first-thousand", "parts", "extra-empty", "extra-zero", "ten", "to-thousand", "always-extra", "always-extra-zero"}, "size": None, "epochs": None}
ROWS = {"rows": {"first-batch-only", "one-batch", "whole", "dropped", "dropped-but-one", "always-dropped", "first-ten", "first-thousand", "even-split", "swapped", "y-first", "x-first", "y-reversed"}}
FRESH = {"rows": {"whole-gradient"}, "reset": None, "form": None, "scale": None, "sign": None, "update": {"previous", "late", "epoch-sum", "epoch-mean", "epoch-weighted", "epoch-last", "best-loss", "best-worst", *BEST}}


def kept(loop: Loop) -> dict[str, bool]:
    """updates_per_epoch, every_row_once, fresh_gradients and notes of a loop, by its choices alone."""
    return {
        "updates_per_epoch": not _broken(loop, COUNT) or loop.update in ("previous", "late") and not _broken(loop.but(update="batch"), COUNT),
        "every_row_once": not _broken(loop, ROWS),
        "fresh_gradients": not _broken(loop, FRESH),
        "notes": loop.notes == "before" and not _once_per_epoch(loop),
    }


def _once_per_epoch(loop: Loop) -> bool:
    return loop.update.startswith(("epoch", "best", "improved", "never"))


def _broken(loop: Loop, what: dict[str, set | None]) -> bool:
    return any(name in loop.deviations and (values is None or getattr(loop, name) in values) for name, values in what.items())
