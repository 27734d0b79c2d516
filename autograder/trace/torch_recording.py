"""Make a trace, and what a judge asks beside it, out of a run's updates and passes."""

from dataclasses import dataclass

import numpy as np
import torch

from autograder.trace import torch_watch as notes
from autograder.trace.rows import RowIndex
from autograder.trace.torch_reading import Pass, Reader
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
    reader = Reader(recorder, optimizer).read()
    passes, places = _used_passes(reader)
    used = set(map(id, passes))
    x_index, y_index = _index(x), _index(y)
    width = int(reader.offsets[-1])
    trace = Trace(
        parameters=tuple((name, tuple(one.shape)) for name, one in zip(recorder.names, recorder.parameters)),
        pass_rows=tuple(_rows(one, x_index) for one in passes),
        pass_losses=np.array([_loss(one) for one in passes], dtype=float),
        pass_fresh=_stack([one.gradient for one in passes], width),
        pass_update=np.array(places, dtype=int),
        stood=_stack([update.stood for update in reader.updates], width),
        weights=_stack([recorder.start, *(update.weights for update in reader.updates)], width),
        order=tuple(tuple(verbs) for verbs in reader.order),
        n=None if x is None else len(x),
        result=result,
    )
    return Recording(
        trace=trace,
        by=tuple(update.by for update in reader.updates),
        missing=tuple(update.missing for update in reader.updates),
        crossed=tuple(update.crossed for update in reader.updates),
        backwards=tuple(len(one.backwards) for one in passes),
        targets=tuple(_targets(one, y_index) for one in passes),
        broadcast=tuple(one.loss is not None and _differ(one.loss) for one in passes),
        losses_seen=tuple(one.loss is not None for one in passes),
        idle=tuple(one for one in reader.passes if id(one) not in used),
        strangers=reader.strangers,
        others=len(reader.others),
        replaced=recorder.replaced(),
    )


def _used_passes(reader: Reader) -> tuple[list[Pass], list[int]]:
    passes, places = [], []
    for number, update in enumerate(reader.updates):
        passes += update.passes
        places += [number] * len(update.passes)
    passes += reader.waiting
    places += [len(reader.updates)] * len(reader.waiting)
    return passes, places


def _index(data: torch.Tensor | None) -> RowIndex | None:
    return None if data is None or data.numel() == 0 else RowIndex(data.detach().cpu().numpy())


def _rows(one: Pass, index: RowIndex | None) -> np.ndarray | None:
    if index is None or one.note is None or one.note.batch is None:
        return None
    return index.find(one.note.batch)


def _targets(one: Pass, index: RowIndex | None) -> np.ndarray | None:
    if index is None or not index.distinct or one.loss is None or one.loss.target is None:
        return None
    return index.find(one.loss.target)


def _loss(one: Pass) -> float:
    value = one.loss.value if one.loss else None
    return float(value) if value is not None and value.size == 1 else float("nan")


def _differ(loss: notes.Loss) -> bool:
    prediction, target = loss.shapes
    return len(prediction) > 0 and prediction != target and not (len(prediction) == len(target) + 1 and prediction[-1] > 1)


def _stack(parts: list[np.ndarray | None], width: int) -> np.ndarray:
    unknown = np.full(width, np.nan)
    rows = [unknown if part is None else part for part in parts]
    return np.array(rows, dtype=float).reshape(len(rows), width)
