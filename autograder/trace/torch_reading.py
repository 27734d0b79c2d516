"""Sort the notes that `TorchRecorder` took (see `torch_watch`) into updates and passes."""

from dataclasses import dataclass, field

import torch

from autograder.trace import torch_watch as notes
from autograder.trace.torch_memory import Part


@dataclass(eq=False)
class Pass:
    """One forward pass, as far as it is known; `grown`: what it brought, as (parameter, its numbers)."""

    note: notes.Forward | None
    update: int
    loss: notes.Loss | None = None
    grown: list[tuple[int, Part]] = field(default_factory=list)
    backwards: int = 0


@dataclass(eq=False)
class Update:
    """One change of the parameters: by "optimizer", by "other" (another optimizer) or by "hand"."""

    by: str
    weights: bytes
    stood: tuple[Part | None, ...] | None
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
        self.layout = recorder.layout
        self.weights = recorder.start
        self.updates: list[Update] = []
        self.passes: list[Pass] = []
        self.order: list[list[str]] = [[]]
        self.strangers = 0
        self._by_index: dict[int, Pass] = {}
        self.waiting: list[Pass] = []
        self._grown = False
        self._within_step = False

    def read(self) -> "Reader":
        actions = {
            notes.Forward: self._forward,
            notes.Loss: self._loss,
            notes.Backward: self._went_backward,
            notes.Closure: self._begin_step,
            notes.Stepped: self._stepped,
            notes.Stranger: self._stranger,
        }
        for note in self.recorder.notes():
            actions[type(note)](note)
        self._moved(self.recorder.end)
        self._share_out_unreached()
        return self

    def _begin_step(self, note: notes.Closure) -> None:
        self._moved(note.weights)
        self._within_step = True

    def _forward(self, note: notes.Forward) -> None:
        self._moved(note.weights)
        if not self.layout.nonzero([note.stood]):
            self._cleared()
        one = Pass(note, len(self.updates))
        self._by_index[note.index] = one
        self.passes.append(one)
        if note.grad_enabled and note.backward < 0:
            self.order[-1].append("forward")

    def _loss(self, note: notes.Loss) -> None:
        latest = self.passes[-1] if self.passes else None
        if latest is None or latest.loss is not None:
            latest = Pass(None, len(self.updates))
            self.passes.append(latest)
        latest.loss = note
        if latest.note is None or latest.note.grad_enabled:
            self.order[-1].append("loss")

    def _went_backward(self, note: notes.Backward) -> None:
        if note.weights is not None:
            self._moved(note.weights)
        if not self.layout.nonzero(note.stood):
            self._cleared()
        self._grown = True
        self.order[-1].append("backward")
        reached = [self._by_index[index] for index in note.passes] or [self._unreached_pass()]
        for one in reached:
            one.backwards += 1
            if one not in self.waiting:
                self.waiting.append(one)
        reached[-1].grown += note.brought

    def _unreached_pass(self) -> Pass:
        """The pass of a backward that went through no model: the latest one that has only a loss, or a new one."""
        latest = self.passes[-1] if self.passes else None
        if latest is None or latest.note is not None or latest.backwards:
            latest = Pass(None, len(self.updates))
            self.passes.append(latest)
        return latest

    def _cleared(self) -> None:
        if self._grown:
            self._grown = False
            self.order[-1].append("zero_grad")

    def _moved(self, weights: bytes) -> None:
        """A change of the weights that no optimizer made; within a step a search may try other weights."""
        if self._within_step or self.layout.same(weights, self.weights):
            return
        if self._went_back(weights):
            self.updates.pop()
            self.order.pop(-2)
            self.weights = weights
            return
        self._close(Update("hand", weights, None))

    def _went_back(self, weights: bytes) -> bool:
        """Whether this undoes a change by hand with no backward in between: other weights lent for a look."""
        if not self.updates or self.updates[-1].by != "hand" or self.updates[-1].passes or self.waiting:
            return False
        before = self.updates[-2].weights if len(self.updates) > 1 else self.recorder.start
        return self.layout.same(before, weights)

    def _stepped(self, note: notes.Stepped) -> None:
        self._moved(note.before)
        self._within_step = False
        mine = self.optimizer is None or self.recorder.optimizers[note.optimizer] is self.optimizer
        if not mine and self.layout.same(note.weights, self.weights):
            return
        if not self.layout.nonzero(note.gradients):
            self._cleared()
        missing = all(gradient is None for gradient in note.gradients)
        self._close(Update("optimizer" if mine else "other", note.weights, note.gradients, missing))

    def _close(self, update: Update) -> None:
        update.passes, self.waiting = self.waiting, []
        last = self.passes[-1] if self.passes else None
        waits = last is not None and last.update == len(self.updates) and not last.backwards
        update.crossed = waits and last.loss is not None and last.note is not None and last.note.grad_enabled
        self.order[-1].append("step")
        self.order.append([])
        self.updates.append(update)
        self.weights = update.weights

    def _stranger(self, note: notes.Stranger) -> None:
        self.strangers = note.model

    def _share_out_unreached(self) -> None:
        """Give the passes that no hook saw a backward of to the updates that have none, as torch.func makes them."""
        for number, update in enumerate(self.updates):
            if not update.passes:
                here = [one for one in self.passes if one.update == number and not one.backwards and one.note]
                update.passes = [one for one in here if one.note.grad_enabled and one.note.backward < 0]
