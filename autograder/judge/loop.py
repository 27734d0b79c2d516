"""What a torch loop is claimed to have done, read defensively, beside what it should have done."""

import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from autograder.exercises.case import Case
from autograder.judge.replay import Reference, Replay
from autograder.trace.trace import number_epochs

LONG = 100
"""So many updates beyond twice those asked are told of, and no more."""
TOLERANCES = {"float64": (1e-9, 1e-6), "float32": (4e-6, 2e-3)}


@dataclass(frozen=True, eq=False)
class Loop:
    """The evidence of one run. U updates, F forward passes that backward went through, P parameters.

    reference: the case's model, loss and optimizer, to recompute with.
    made: how many updates there were; more than U where only the beginning of a long run is told.
    group: how many batches share one update (1: one update per batch).
    weights (U + 1, P), stood (U, P), pass_fresh (F, P), pass_losses (F,), pass_update (F,): as in `Trace`.
    pass_rows, pass_targets: F arrays of row numbers told from the model's input and the loss's target, or None.
    order, by, missing, crossed, backwards, broadcast, losses_seen, strangers, others, replaced: as in `Recording`.
    idle: passes that no update used: {"update", "size", "grad", "loss", "transformed"}.
    returned: what the function returned, as a 1-D array, or None; number: as one number, or None.
    """

    case: Case
    reference: Reference
    made: int
    group: int
    weights: np.ndarray
    stood: np.ndarray
    pass_fresh: np.ndarray
    pass_losses: np.ndarray
    pass_update: np.ndarray
    pass_rows: tuple[np.ndarray | None, ...]
    pass_targets: tuple[np.ndarray | None, ...]
    order: tuple[tuple[str, ...], ...]
    by: tuple[str, ...]
    missing: tuple[bool, ...]
    crossed: tuple[bool, ...]
    backwards: tuple[int, ...]
    broadcast: tuple[bool, ...]
    losses_seen: tuple[bool, ...]
    idle: tuple[dict, ...]
    strangers: int
    others: int
    replaced: bool
    input_changed: tuple[str, ...]
    returned: np.ndarray | None
    number: float | None
    kind: str
    graph_kept: bool

    @property
    def n(self) -> int:
        return self.case["n"]

    @property
    def batch_size(self) -> int:
        return self.case["batch_size"]

    @property
    def epochs(self) -> int:
        return self.case["epochs"]

    @property
    def batches(self) -> int:
        """Batches in an epoch."""
        return math.ceil(self.n / self.batch_size)

    @property
    def per_epoch(self) -> int:
        """Updates asked for in an epoch."""
        return math.ceil(self.batches / self.group)

    @property
    def asked(self) -> int:
        """Updates asked for in all."""
        return self.epochs * self.per_epoch

    @property
    def updates(self) -> int:
        """Updates told of; all that were made but for those of `made`."""
        return len(self.stood)

    @property
    def sizes(self) -> list[int]:
        """The rows of each pass; 0 where they are not known."""
        return [0 if rows is None else len(rows) for rows in self.pass_rows]

    @cached_property
    def pass_epochs(self) -> np.ndarray:
        """(F,) the epoch of each pass, from 0: a new one begins where a row comes round again."""
        return number_epochs(self.pass_rows, self.n)

    def place(self, update: int) -> dict[str, int]:
        """Where update `update` stands, as keyword arguments of a finding."""
        return {"epoch": update // max(self.per_epoch, 1), "batch": update % max(self.per_epoch, 1) * self.group}

    def wanted(self, update: int) -> int:
        """How many batches should share this update, where it has its right place in its epoch."""
        return min(self.group, self.batches - self.place(update)["batch"])

    def passes(self, update: int) -> list[int]:
        """The passes behind an update."""
        return self._passes[update] if update < len(self._passes) else []

    @cached_property
    def _passes(self) -> list[list[int]]:
        groups: list[list[int]] = [[] for _ in range(self.updates)]
        for index, update in enumerate(self.pass_update.tolist()):
            if update < self.updates:
                groups[update].append(index)
        return groups

    @cached_property
    def rows(self) -> tuple[np.ndarray | None, ...]:
        """The rows behind each update: told from inputs, else from targets; None where unknown."""
        return tuple(self._rows_of(self.passes(update)) for update in range(self.updates))

    def _rows_of(self, passes: list[int]) -> np.ndarray | None:
        parts = [self.pass_rows[one] if self.pass_rows[one] is not None else self.pass_targets[one] for one in passes]
        if not parts or any(part is None for part in parts):
            return None
        return np.concatenate(parts)

    @cached_property
    def replay(self) -> Replay | None:
        """The reference on the rows that the loop claims; None where some are unknown."""
        if any(rows is None or not len(rows) for rows in self.rows):
            return None
        return self.reference.replay(list(self.rows), self.weights)

    def replay_in_order(self) -> Replay | None:
        """The reference on the rows one after the other; None where the number of updates does not fit."""
        if self.updates != self.asked:
            return None
        step = self.batch_size * self.group
        rows = [np.arange(start, min(start + step, self.n)) for start in range(0, self.n, step)] * self.epochs
        return self.reference.replay(rows, self.weights)

    def chain_holds(self, replay: Replay | None) -> bool:
        """Whether the weights begin at the known start and every update is the reference's."""
        return replay is not None and self.first_difference(replay) is None

    def first_difference(self, replay: Replay) -> tuple[int, int] | None:
        """(update, parameter) of the first weight that is not the reference's; update -1 for the start."""
        if not np.array_equal(self.weights[0], replay.start):
            return -1, int(np.flatnonzero(self.weights[0] != replay.start)[0])
        allowed, relative = TOLERANCES[self.case["dtype"]]
        before, after = self.weights[:-1], self.weights[1:]
        bound = allowed * (1 + np.abs(before)) + relative * np.abs(replay.weights - before)
        wrong = ~(np.abs(after - replay.weights) <= bound)
        if not wrong.any():
            return None
        return tuple(int(place) for place in np.argwhere(wrong)[0])

    def close(self, a: np.ndarray, b: np.ndarray) -> bool:
        """Whether two gradients are the same but for rounding in the case's dtype."""
        if not (np.isfinite(a).all() and np.isfinite(b).all()):
            return False
        relative = 1e-6 if self.case["dtype"] == "float64" else 2e-3
        return bool(np.linalg.norm(a - b) <= relative * (np.linalg.norm(b) + 1e-9))


def read_loop(case: Case, plain: dict, group: int = 1) -> Loop:
    """The evidence of a plain observation. Raises ValueError where it is not of the right form."""
    try:
        reference = Reference(case)
        width = reference.start.size
        stood = _table(plain["stood"], width)
        fresh = _table(plain["pass_fresh"], width)
        updates, count = len(stood), len(fresh)
        loop = Loop(
            case=case,
            reference=reference,
            made=updates,
            group=group,
            weights=_table(plain["weights"], width, updates + 1),
            stood=stood,
            pass_fresh=fresh,
            pass_losses=_table(plain["pass_losses"], 1, count)[:, 0],
            pass_update=_table(plain["pass_update"], 1, count)[:, 0].astype(int),
            pass_rows=tuple(_row_numbers(rows, case["n"]) for rows in _list(plain["pass_rows"], count)),
            pass_targets=tuple(_row_numbers(rows, case["n"]) for rows in _list(plain["pass_targets"], count)),
            order=tuple(tuple(map(str, verbs)) for verbs in _list(plain["order"], updates + 1)),
            by=tuple(map(str, _list(plain["by"], updates))),
            missing=tuple(map(bool, _list(plain["missing"], updates))),
            crossed=tuple(map(bool, _list(plain["crossed"], updates))),
            backwards=tuple(map(int, _list(plain["backwards"], count))),
            broadcast=tuple(map(bool, _list(plain["broadcast"], count))),
            losses_seen=tuple(map(bool, _list(plain["losses_seen"], count))),
            idle=tuple({name: int(one[name]) for name in ("update", "size", "grad", "loss", "transformed")} for one in plain["idle"]),
            strangers=int(plain["strangers"]),
            others=int(plain["others"]),
            replaced=bool(plain["replaced"]),
            input_changed=tuple(map(str, plain["input_changed"])),
            returned=None if plain["returned"] is None else np.asarray(plain["returned"], dtype=float).reshape(-1),
            number=None if plain["number"] is None else float(plain["number"]),
            kind=str(plain["kind"])[:80],
            graph_kept=bool(plain["graph_kept"]),
        )
    except (KeyError, TypeError, AttributeError, IndexError, OverflowError) as error:
        raise ValueError(f"not the observation of a loop: {error!r:.200}") from None
    return _beginning(_without_idle_steps(loop))


def _without_idle_steps(loop: Loop) -> Loop:
    """Without the steps that found no gradient and changed nothing, which are no updates; unless there is no other."""
    stands = loop.stood.any(axis=1)
    met = np.zeros(loop.updates, dtype=bool)
    met[[update for update in loop.pass_update if update < loop.updates]] = True
    idle = ~stands & ~met & (loop.weights[1:] == loop.weights[:-1]).all(axis=1)
    if not idle.any() or not stands.any():
        return loop
    kept = np.flatnonzero(~idle)
    number = np.append(np.cumsum(~idle) - ~idle, len(kept))  # what each update is called now
    order: list[tuple[str, ...]] = [()] * (len(kept) + 1)
    for update, verbs in enumerate(loop.order):
        order[number[update]] += verbs
    return replace(
        loop,
        made=len(kept),
        weights=loop.weights[[0, *(kept + 1)]],
        stood=loop.stood[kept],
        pass_update=number[np.minimum(loop.pass_update, loop.updates)],
        order=tuple(order),
        idle=tuple({**one, "update": int(number[min(max(one["update"], 0), loop.updates)])} for one in loop.idle),
        **{name: tuple(getattr(loop, name)[update] for update in kept) for name in ("by", "missing", "crossed")},
    )


def _beginning(loop: Loop) -> Loop:
    """A run of many more updates than asked is wrong by their number alone, and its beginning tells the rest."""
    most = max(loop.per_epoch, 1) * (2 * loop.epochs + LONG // max(loop.per_epoch, 1) + 1)
    if loop.updates <= most:
        return loop
    used = int(np.searchsorted(loop.pass_update, most))
    whole = loop.returned is not None and len(loop.returned) == loop.updates
    per_pass = ("pass_rows", "pass_targets", "backwards", "broadcast", "losses_seen")
    return replace(
        loop,
        weights=loop.weights[: most + 1],
        stood=loop.stood[:most],
        pass_fresh=loop.pass_fresh[:used],
        pass_losses=loop.pass_losses[:used],
        pass_update=loop.pass_update[:used],
        order=loop.order[: most + 1],
        idle=tuple(one for one in loop.idle if one["update"] < most),
        returned=loop.returned[:most] if whole else loop.returned,
        **{name: getattr(loop, name)[:most] for name in ("by", "missing", "crossed")},
        **{name: getattr(loop, name)[:used] for name in per_pass},
    )


def _table(value, width: int, length: int | None = None) -> np.ndarray:
    table = np.asarray(value, dtype=float)
    table = table.reshape(-1, width) if table.size else np.zeros((0, width))
    if length is not None and len(table) != length:
        raise ValueError(f"{len(table)} rows where {length} belong")
    return table


def _list(value, length: int) -> list:
    if not isinstance(value, list) or len(value) != length:
        raise ValueError(f"a list of {length} belongs here")
    return value


def _row_numbers(value, n: int) -> np.ndarray | None:
    if value is None:
        return None
    rows = np.asarray(value)
    if rows.ndim != 1 or (rows.size and (rows.dtype.kind not in "iu" or rows.min() < 0 or rows.max() >= n)):
        raise ValueError("row numbers outside of the data")
    return rows.astype(int)
