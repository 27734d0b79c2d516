"""The trace of a training loop: every update it made, in columns."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Iterator

import numpy as np

from autograder.trace.events import Event


@dataclass(frozen=True, eq=False, repr=False)
class Trace:
    """What a loop did. U updates, F forward passes with a loss, P scalar parameters, n rows.

    An *update* is one change of the parameters. A *pass* is one forward pass that reached a loss;
    a mini-batch loop makes one pass per update, gradient accumulation several.

    parameters: (name, shape) of every parameter; P is the sum of their sizes, in this order.
    pass_rows: F arrays of row numbers, or None where they are not known.
    pass_losses: (F,) the loss of each pass, nan where none was seen.
    pass_fresh: (F, P) the gradient that this pass alone made, nan where there was no backward.
    pass_update: (F,) the update that each pass led to; U for passes after the last update.
    stood: (U, P) the gradient that stood when the parameters moved, nan where it is not known.
    weights: (U + 1, P) the parameters before the first update and after each.
    order: U + 1 tuples of verbs: what happened for each update, in time order; last, what came after.
    n: the number of rows of the data, or None.
    result: what the function returned; not part of the JSON.
    """

    parameters: tuple[tuple[str, tuple[int, ...]], ...]
    pass_rows: tuple[np.ndarray | None, ...]
    pass_losses: np.ndarray
    pass_fresh: np.ndarray
    pass_update: np.ndarray
    stood: np.ndarray
    weights: np.ndarray
    order: tuple[tuple[str, ...], ...]
    n: int | None = None
    result: Any = field(default=None)

    def __len__(self) -> int:
        """The number of updates."""
        return len(self.stood)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Trace) and self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash((self.parameters, len(self), self.weights.tobytes()))

    def __repr__(self) -> str:
        counts = self.updates_per_epoch
        shown = str(counts) if len(counts) <= 6 else f"[{counts[0]}, {counts[1]}, … {counts[-1]}]"
        last = f", last loss {self.losses[-1]:.6g}" if len(self) and np.isfinite(self.losses[-1]) else ""
        return f"Trace({len(self)} updates in {self.epochs} epochs {shown}{last})"

    @cached_property
    def rows(self) -> tuple[np.ndarray | None, ...]:
        """U arrays: the rows behind each update, all its passes joined; None where unknown."""
        return tuple(self._join(passes) for passes in self._passes_of_updates)

    @cached_property
    def losses(self) -> np.ndarray:
        """(U,) the loss of each update's rows before it: the mean over its passes, weighted by rows."""
        return np.array([self._mean_loss(passes) for passes in self._passes_of_updates])

    @cached_property
    def fresh(self) -> np.ndarray:
        """(U, P) the gradient made for each update by its own passes: their sum, as backward adds."""
        out = np.full_like(self.stood, np.nan)
        for update, passes in enumerate(self._passes_of_updates):
            if len(passes) == 1:
                out[update] = self.pass_fresh[passes[0]]
            elif passes:
                out[update] = self.pass_fresh[list(passes)].sum(axis=0)
        return out

    @cached_property
    def stale(self) -> np.ndarray:
        """(U, P) what stood at the step beyond the update's own gradient."""
        return self.stood - self.fresh

    @cached_property
    def epoch(self) -> np.ndarray:
        """(U,) the epoch of each update, from 0: a new one starts where a row comes round again."""
        return number_epochs(self.rows, self.n)

    @cached_property
    def batch(self) -> np.ndarray:
        """(U,) the place of each update within its epoch, from 0."""
        starts = np.searchsorted(self.epoch, self.epoch)
        return np.arange(len(self)) - starts

    @property
    def epochs(self) -> int:
        """The number of epochs that were begun."""
        return int(self.epoch[-1]) + 1 if len(self) else 0

    @property
    def updates_per_epoch(self) -> list[int]:
        """How many updates each epoch made, such as [10, 10, 10].

        A step that found no gradient and changed nothing counts only in a loop that has no other steps.
        """
        return np.bincount(self.epoch, self._counts, minlength=self.epochs).astype(int).tolist() if len(self) else []

    @property
    def rows_per_epoch(self) -> list[int]:
        """How many different rows each epoch saw, such as [1000, 1000, 1000]."""
        seen: list[set] = [set() for _ in range(self.epochs)]
        for epoch, rows in zip(self.epoch, self.rows):
            seen[epoch].update(() if rows is None else rows.tolist())
        return [len(rows) for rows in seen]

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that happened, in time order."""
        return tuple(self.iterate_events())

    def iterate_events(self) -> Iterator[Event]:
        """The events one by one, in time order; `events` holds them all at once."""
        next_pass = {"forward": 0, "loss": 0, "backward": 0}
        for update, verbs in enumerate(self.order):
            epoch, batch = self._place(update)
            for verb in verbs:
                at = next_pass.get(verb, update)
                if verb in next_pass:
                    next_pass[verb] += 1
                yield Event(verb, update, epoch, batch, **self._details(verb, at))

    def table(self, first: int = 0, last: int | None = None) -> str:
        """Updates `first` up to `last` (from 0, last excluded) as aligned text, one a line."""
        head = f"{'update':>7} {'epoch':>6} {'batch':>6} {'rows':>6} {'loss':>12} {'fresh':>12} {'stale':>12}  order"
        lines = [head]
        for k in range(len(self))[first : 20 + first if last is None else last]:
            rows = "?" if self.rows[k] is None else str(len(self.rows[k]))
            fresh, stale = np.linalg.norm(self.fresh[k]), np.linalg.norm(self.stale[k])
            lines.append(
                f"{k + 1:>7} {self.epoch[k] + 1:>6} {self.batch[k] + 1:>6} {rows:>6} {self.losses[k]:>12.6g}"
                f" {fresh:>12.6g} {stale:>12.6g}  {' '.join(self.order[k])}"
            )
        return "\n".join(lines)

    def to_json(self) -> dict:
        """Plain lists and numbers; nan becomes None. `from_json` gives the trace back, without `result`."""
        return {
            "parameters": [[name, list(shape)] for name, shape in self.parameters],
            "pass_rows": [None if rows is None else rows.tolist() for rows in self.pass_rows],
            "pass_losses": _plain(self.pass_losses),
            "pass_fresh": _plain(self.pass_fresh),
            "pass_update": self.pass_update.tolist(),
            "stood": _plain(self.stood),
            "weights": _plain(self.weights),
            "order": [list(verbs) for verbs in self.order],
            "n": self.n,
        }

    @classmethod
    def from_json(cls, plain: dict) -> "Trace":
        parameters = tuple((name, tuple(shape)) for name, shape in plain["parameters"])
        size = sum(int(np.prod(shape)) for _, shape in parameters)
        return cls(
            parameters=parameters,
            pass_rows=tuple(None if rows is None else np.asarray(rows, dtype=int) for rows in plain["pass_rows"]),
            pass_losses=_column(plain["pass_losses"]),
            pass_fresh=_column(plain["pass_fresh"], size),
            pass_update=np.asarray(plain["pass_update"], dtype=int),
            stood=_column(plain["stood"], size),
            weights=_column(plain["weights"], size),
            order=tuple(tuple(verbs) for verbs in plain["order"]),
            n=plain["n"],
        )

    @cached_property
    def _counts(self) -> np.ndarray:
        """(U,) whether each update is one; a flush with nothing to flush is none."""
        stands = self.stood.any(axis=1)
        moved = (self.weights[1:] != self.weights[:-1]).any(axis=1)
        led_to = np.isin(np.arange(len(self)), self.pass_update)
        return stands | moved | led_to | (not stands.any())

    @cached_property
    def _passes_of_updates(self) -> list[tuple[int, ...]]:
        groups: list[tuple[int, ...]] = [()] * len(self)
        for index, update in enumerate(self.pass_update.tolist()):
            if update < len(groups):
                groups[update] += (index,)
        return groups

    def _join(self, passes: tuple[int, ...]) -> np.ndarray | None:
        parts = [self.pass_rows[index] for index in passes]
        if not parts or any(part is None for part in parts):
            return None
        return parts[0] if len(parts) == 1 else np.concatenate(parts)

    def _mean_loss(self, passes: tuple[int, ...]) -> float:
        if len(passes) == 1:
            return float(self.pass_losses[passes[0]])
        if not passes:
            return float("nan")
        sizes = [1 if self.pass_rows[index] is None else len(self.pass_rows[index]) for index in passes]
        return float(np.average(self.pass_losses[list(passes)], weights=sizes))

    def _place(self, update: int) -> tuple[int, int]:
        if update < len(self):
            return int(self.epoch[update]), int(self.batch[update])
        return self.epochs, 0

    def _details(self, verb: str, at: int) -> dict:
        if verb == "forward":
            rows = self.pass_rows[at]
            return {"rows": None if rows is None else tuple(rows.tolist())}
        if verb == "loss":
            return {"loss": float(self.pass_losses[at])}
        if verb == "backward":
            return {"gradient": tuple(self.pass_fresh[at].tolist())}
        if verb == "step":
            return {"gradient": tuple(self.stood[at].tolist()), "weights": tuple(self.weights[at + 1].tolist())}
        return {}


def number_epochs(rows: tuple[np.ndarray | None, ...], n: int | None) -> np.ndarray:
    """Number the epochs of updates by their rows: (U,) integers from 0.

    A new epoch starts at the first update that holds a row which the current epoch has seen.
    Updates of unknown rows stay in the epoch they are found in.
    """
    size = n or 1 + max((int(part.max()) for part in rows if part is not None and len(part)), default=0)
    seen = np.zeros(size, dtype=bool)
    epochs, epoch = np.zeros(len(rows), dtype=int), 0
    for update, part in enumerate(rows):
        if part is not None:
            if seen[part].any():
                epoch += 1
                seen[:] = False
            seen[part] = True
        epochs[update] = epoch
    return epochs


def _plain(array: np.ndarray) -> list:
    return np.where(np.isfinite(array), array.astype(object), [None]).tolist() if array.size else array.tolist()


def _column(plain: list, width: int | None = None) -> np.ndarray:
    column = np.array(plain, dtype=float)
    return column.reshape(-1, width) if width is not None and not column.size else column
