"""Sort the notes that `TorchRecorder` took (see `torch_watch`) into updates and passes."""

from dataclasses import dataclass, field

import numpy as np
import torch

from autograder.trace import torch_watch as notes


@dataclass
class Pass:
    """One forward pass, as far as it is known."""

    note: notes.Forward | None
    update: int
    loss: notes.Loss | None = None
    gradient: np.ndarray | None = None
    backwards: set[int] = field(default_factory=set)


@dataclass
class Update:
    """One change of the parameters: by "optimizer", by "other" (another optimizer) or by "hand"."""

    by: str
    weights: np.ndarray
    stood: np.ndarray | None
    missing: bool = False
    crossed: bool = False
    passes: list[Pass] = field(default_factory=list)


class Reader:
    """Walks through the notes once and sorts them into updates and passes.

    After `read`, `updates` and `passes` hold what happened, `order` the verbs before each update.
    """

    def __init__(self, recorder: notes.TorchRecorder, optimizer: torch.optim.Optimizer | None):
        self.recorder = recorder
        self.optimizer = optimizer
        self.offsets = np.cumsum([0, *(parameter.numel() for parameter in recorder.parameters)]).tolist()
        self.weights = recorder.start
        self.updates: list[Update] = []
        self.passes: list[Pass] = []
        self.order: list[list[str]] = [[]]
        self.others: list[torch.optim.Optimizer] = []
        self.strangers = 0
        self._by_index: dict[int, Pass] = {}
        self.waiting: list[Pass] = []
        self._backward: int | None = None
        self._grown = False
        self._within_step = False
        self._growing: int | None = None

    def read(self) -> "Reader":
        actions = {
            notes.Forward: self._forward,
            notes.Loss: self._loss,
            notes.Reached: self._reached,
            notes.Grew: self._grew,
            notes.Stepping: self._begin_step,
            notes.Stepped: self._stepped,
            notes.Stranger: self._stranger,
        }
        for note in self.recorder.notes:
            actions[type(note)](note)
        self._moved(self.recorder.end)
        self._share_out_unreached()
        return self

    def _begin_step(self, note: notes.Stepping) -> None:
        self._moved(note.weights)
        self._within_step = True

    def _forward(self, note: notes.Forward) -> None:
        self._moved(note.weights)
        if note.cleared:
            self._cleared()
        one = Pass(note, len(self.updates))
        self._by_index[note.index] = one
        self.passes.append(one)
        if note.grad_enabled and note.backward < 0:
            self.order[-1].append("forward")

    def _loss(self, note: notes.Loss) -> None:
        latest = next((one for one in reversed(self.passes) if one.loss is None), None)
        if latest is None or latest is not self.passes[-1]:
            latest = Pass(None, len(self.updates))
            self.passes.append(latest)
        latest.loss = note
        if latest.note is None or latest.note.grad_enabled:
            self.order[-1].append("loss")

    def _reached(self, note: notes.Reached) -> None:
        one = self._by_index[note.index]
        one.backwards.add(note.backward)
        self._begin_backward(note.backward)
        if one not in self.waiting:
            self.waiting.append(one)

    def _grew(self, note: notes.Grew) -> None:
        if note.weights is not None:
            self._moved(note.weights)
        if note.backward != self._growing:
            self._growing = note.backward
            if not note.stood:
                self._cleared(before_backward=note.backward == self._backward)
        self._begin_backward(note.backward)
        self._grown = True
        reached = [one for one in self.waiting if note.backward in one.backwards]
        if not reached:
            reached = [self._unreached_pass(note.backward)]
        self._add_gradient(reached[-1], note)

    def _unreached_pass(self, backward: int) -> Pass:
        """The pass of a backward that went through no model: the latest one that has only a loss, or a new one."""
        latest = self.passes[-1] if self.passes else None
        if latest is None or latest.note is not None or latest.backwards:
            latest = Pass(None, len(self.updates))
            self.passes.append(latest)
        latest.backwards.add(backward)
        self.waiting.append(latest)
        return latest

    def _add_gradient(self, one: Pass, note: notes.Grew) -> None:
        if one.gradient is None:
            one.gradient = np.zeros(self.offsets[-1])
        start, end = self.offsets[note.parameter], self.offsets[note.parameter + 1]
        one.gradient[start:end] += note.gradient.reshape(-1)

    def _begin_backward(self, number: int) -> None:
        if number != self._backward:
            self._backward = number
            self.order[-1].append("backward")

    def _cleared(self, before_backward: bool = False) -> None:
        if not self._grown:
            return
        self._grown = False
        at = len(self.order[-1]) - (1 if before_backward and self.order[-1][-1:] == ["backward"] else 0)
        self.order[-1].insert(at, "zero_grad")

    def _moved(self, weights: np.ndarray) -> None:
        """A change of the weights that no optimizer made; within a step a search may try other weights."""
        if self._within_step or same(weights, self.weights):
            return
        if self._went_back(weights):
            self.updates.pop()
            self.order.pop(-2)
            self.weights = weights
            return
        self._close(Update("hand", weights, None))

    def _went_back(self, weights: np.ndarray) -> bool:
        """Whether this undoes a change by hand with no backward in between: other weights lent for a look."""
        if not self.updates or self.updates[-1].by != "hand" or self.updates[-1].passes or self.waiting:
            return False
        before = self.updates[-2].weights if len(self.updates) > 1 else self.recorder.start
        return same(before, weights)

    def _stepped(self, note: notes.Stepped) -> None:
        self._within_step = False
        mine = note.optimizer is self.optimizer or self.optimizer is None
        if not mine and not any(note.optimizer is other for other in self.others):
            self.others.append(note.optimizer)
        if not mine and same(note.weights, self.weights):
            return
        if not note.gradients.any():
            self._cleared()
        self._close(Update("optimizer" if mine else "other", note.weights, note.gradients, note.missing))

    def _close(self, update: Update) -> None:
        update.passes, self.waiting = self.waiting, []
        update.crossed = any(
            one.note is not None and one.note.grad_enabled and one.update == len(self.updates) and not one.backwards and one.loss
            for one in self.passes[-1:]
        )
        self.order[-1].append("step")
        self.order.append([])
        self.updates.append(update)
        self.weights = update.weights
        self._backward = None

    def _stranger(self, note: notes.Stranger) -> None:
        self.strangers = note.model

    def _share_out_unreached(self) -> None:
        """Give the passes that no hook saw a backward of to the updates that have none, as torch.func makes them."""
        for number, update in enumerate(self.updates):
            if not update.passes:
                here = [one for one in self.passes if one.update == number and not one.backwards and one.note]
                update.passes = [one for one in here if one.note.grad_enabled and one.note.backward < 0]


def same(a: np.ndarray, b: np.ndarray) -> bool:
    """Whether two weight vectors are the same bits; two that hold nan count as the same."""
    return a.tobytes() == b.tobytes() or bool(np.isnan(a).any() and np.isnan(b).any())
