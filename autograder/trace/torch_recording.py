"""Make a trace, and what a judge asks beside it, out of a run's updates and passes."""

import gc
import math
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch

from autograder.trace import torch_watch as notes
from autograder.trace.rows import AT_ONCE, RowIndex
from autograder.trace.torch_memory import Copy, Layout
from autograder.trace.torch_reading import Pass, Reader, Update
from autograder.trace.trace import Trace


@dataclass(frozen=True)
class Recording:
    """A trace, and what only a judge asks about it.

    by: who made each update: "optimizer", "other" or "hand".
    missing: for each update, whether every `.grad` was None.
    crossed: for each update, whether a forward pass waited for its backward when it was made.
    backwards: (F,) how many backward passes went through each pass.
    targets: F arrays of row numbers told from the loss's target; None where unknown.
    broadcast: (F,) whether prediction and target had different shapes.
    losses_seen: (F,) whether the given loss function was called for the pass.
    strangers: how many other models of the model's class were called; others: other optimizers that stepped.
    replaced: whether the model ended with other parameters than it began with.
    """

    trace: Trace
    by: tuple[str, ...]
    missing: tuple[bool, ...]
    crossed: tuple[bool, ...]
    backwards: tuple[int, ...]
    targets: tuple[np.ndarray | None, ...]
    broadcast: tuple[bool, ...]
    losses_seen: tuple[bool, ...]
    idle: tuple[Pass, ...]
    strangers: int
    others: int
    replaced: bool


def make_recording(
    recorder: notes.TorchRecorder,
    optimizer: torch.optim.Optimizer | None,
    x: torch.Tensor | None,
    y: torch.Tensor | None,
    result: object = None,
) -> Recording:
    """Read the notes of a finished run. x, y: the data (n, …), to tell rows by."""
    with _uncollected():
        return _make(recorder, Reader(recorder, optimizer).read(), x, y, result)


def _make(recorder: notes.TorchRecorder, reader: Reader, x: torch.Tensor | None, y: torch.Tensor | None, result: object) -> Recording:
    passes, places = _used_passes(reader)
    used = set(map(id, passes))
    x_index, y_index = _index(x), _index(y)
    layout = recorder.layout
    trace = Trace(
        parameters=tuple((name, tuple(one.shape)) for name, one in zip(recorder.names, recorder.parameters)),
        pass_rows=_find_all(x_index, [one.note.batch if one.note else None for one in passes]),
        pass_losses=np.array([_loss(one) for one in passes], dtype=float),
        pass_fresh=_fresh(passes, layout),
        pass_update=np.array(places, dtype=int),
        stood=_stood(reader.updates, layout),
        weights=layout.table([recorder.start, *(update.weights for update in reader.updates)]),
        order=tuple(tuple(verbs) for verbs in reader.order),
        n=None if x is None else len(x),
        result=result,
    )
    return Recording(
        trace=trace,
        by=tuple(update.by for update in reader.updates),
        missing=tuple(update.missing for update in reader.updates),
        crossed=tuple(update.crossed for update in reader.updates),
        backwards=tuple(one.backwards for one in passes),
        targets=_find_all(y_index if y_index and y_index.distinct else None, [one.loss.target if one.loss else None for one in passes]),
        broadcast=tuple(one.loss is not None and _differ(one.loss) for one in passes),
        losses_seen=tuple(one.loss is not None for one in passes),
        idle=tuple(one for one in reader.passes if id(one) not in used),
        strangers=reader.strangers,
        others=_others(reader),
        replaced=recorder.replaced(),
    )


@contextmanager
def _uncollected():
    """Without the garbage collector, which would look through all that is made here, and find nothing to free."""
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if working:
            gc.enable()


def _used_passes(reader: Reader) -> tuple[list[Pass], list[int]]:
    passes, places = [], []
    for number, update in enumerate(reader.updates):
        passes += update.passes
        places += [number] * len(update.passes)
    passes += reader.waiting
    places += [len(reader.updates)] * len(reader.waiting)
    return passes, places


def _others(reader: Reader) -> int:
    return 0 if reader.optimizer is None else sum(one is not reader.optimizer for one in reader.recorder.optimizers)


def _index(data: torch.Tensor | None) -> RowIndex | None:
    return None if data is None or data.numel() == 0 else RowIndex(data.detach().cpu().numpy())


def _find_all(index: RowIndex | None, batches: list[Copy | None]) -> tuple[np.ndarray | None, ...]:
    """The rows of every batch; None where they cannot be told."""
    if index is None:
        return (None,) * len(batches)
    groups: dict[np.dtype, list[Copy]] = {}
    for batch in dict.fromkeys(filter(None, batches)):
        if batch[2] and math.prod(batch[2]) % index.width == 0:
            groups.setdefault(batch[1], []).append(batch)
    found: dict[Copy | None, np.ndarray | None] = {}
    for dtype, some in groups.items():
        for part in (some[start : start + AT_ONCE] for start in range(0, len(some), AT_ONCE)):
            values = np.frombuffer(b"".join([batch[0] for batch in part]), dtype).reshape(-1, index.width)
            sizes = [math.prod(batch[2]) // index.width for batch in part]
            found.update(zip(part, index.find(values, sizes)))
    return tuple([found.get(batch) for batch in batches])


def _loss(one: Pass) -> float:
    value = one.loss.value if one.loss else None
    return float("nan") if value is None or isinstance(value, complex) else float(value)


def _differ(loss: notes.Loss) -> bool:
    if loss.target is None or not loss.prediction:
        return False
    prediction, target = loss.prediction, loss.target[2]
    return prediction != target and not (len(prediction) == len(target) + 1 and prediction[-1] > 1)


def _fresh(passes: list[Pass], layout: Layout) -> np.ndarray:
    """(F, P) what each pass added to the gradients, nan where it had no backward."""
    fresh = np.full((len(passes), layout.offsets[-1]), np.nan)
    fresh[[bool(one.grown) for one in passes]] = 0
    for parameter, (start, end) in enumerate(pairwise(layout.offsets)):
        parts = [(place, part) for place, one in enumerate(passes) for which, part in one.grown if which == parameter]
        np.add.at(fresh[:, start:end], [place for place, _ in parts], layout.column(parameter, [part for _, part in parts]))
    return fresh


def _stood(updates: list[Update], layout: Layout) -> np.ndarray:
    """(U, P) the gradients that each update met, nan where nobody looked."""
    stood = np.full((len(updates), layout.offsets[-1]), np.nan)
    known = [place for place, update in enumerate(updates) if update.stood is not None]
    for parameter, (start, end) in enumerate(pairwise(layout.offsets)):
        stood[known, start:end] = layout.column(parameter, [updates[place].stood[parameter] for place in known])
    return stood
