"""The five things that happen in a training loop, as plain frozen data."""

from typing import NamedTuple

VERBS = ("zero_grad", "forward", "loss", "backward", "step")


class Event(NamedTuple):
    """One thing that a loop did.

    verb: one of `VERBS`.
    update, epoch, batch: the update that the event led to, and its place; all count from 0.
    rows: for `forward`, the rows that went through the model, or None where they are not known.
    loss: for `loss`, the batch's loss.
    gradient: for `backward`, the gradient that this batch alone made; for `step`, the gradient
        that stood when the parameters moved. One flat tuple over all parameters.
    weights: for `step`, the parameters after it, one flat tuple.
    """

    verb: str
    update: int
    epoch: int
    batch: int
    rows: tuple[int, ...] | None = None
    loss: float | None = None
    gradient: tuple[float, ...] | None = None
    weights: tuple[float, ...] | None = None

    def to_json(self) -> dict:
        return {name: value for name, value in self._asdict().items() if value is not None}

    @classmethod
    def from_json(cls, plain: dict) -> "Event":
        tuples = {name: tuple(plain[name]) for name in ("rows", "gradient", "weights") if name in plain}
        return cls(**{**plain, **tuples})
