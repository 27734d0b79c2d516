"""A case: what a learner's function is run on, as a plain description that both halves rebuild."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Case:
    """One set of arguments, described and not held.

    exercise: its id, such as "05.train".
    index: its place among the cases of one draw, from 0.
    seed: the seed of its data; the same seed and settings give the same arrays, to the last bit.
    settings: plain numbers and words (n, batch_size, epochs, lr, model, optimizer, dtype, …).
    """

    exercise: str
    index: int
    seed: int
    settings: dict[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.settings[name]
