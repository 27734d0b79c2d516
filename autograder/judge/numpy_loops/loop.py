"""A training loop as a handful of choices: the right one, and every wrong one that the judge knows."""

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True)
class Loop:
    """One way to write the loop. The defaults are right; every other value is a belief.

    rows: which rows make up the batches, see `plan`.
    size: "asked", "count" and "count-up" (batch_size taken for the number of batches, rounded down or up), or a number of rows.
    epochs: "asked", "minus-one", "plus-one", "first" (one epoch at most), "iterations" (so many updates), "per-batch", or a number.
    reset: "each", "never", "epoch", "every-2", "every-3", "never-mean", "epoch-mean", "before-step",
        "only-w", "only-b" (the other one never).
    update: "batch", "previous" and "late" (a batch later, after or before the forward pass), "never", or once per epoch: "epoch-sum", "epoch-mean", "epoch-weighted", "epoch-last",
        "best-loss", "best-worst" (the smallest and the largest loss), a name in `simulate.BEST`, "improved-epoch", "improved".
    scale: a name in `gradient.SCALES`, or a number; part: which gradient it touches, "both", "w" or "b".
    sign: "down", "up", "up-w", "up-b".
    form: "plain", "no-x", "x-twice", "new-w" (db with the w already moved), "outer" (each error by each x),
        a name in `gradient.ROWS`, or a broadcast, see `gradient`.
    start: "kept"; "reset" or "zero-reset" where the weights start again every epoch, as given or at zero; "zero".
    notes: what is written down for each update, see `notes`.
    """

    rows: str = "in-order"
    size: str | int = "asked"
    epochs: str | int = "asked"
    reset: str = "each"
    update: str = "batch"
    scale: str | float = "mean"
    part: str = "both"
    sign: str = "down"
    form: str = "plain"
    start: str = "kept"
    notes: str = "before"

    def but(self, **choices) -> "Loop":
        return replace(self, **choices)

    @property
    def deviations(self) -> tuple[str, ...]:
        """The names of the choices that are not right; `part` belongs to `scale`."""
        return tuple(field.name for field in fields(self) if field.name != "part" and getattr(self, field.name) != field.default)


RIGHT = Loop()
