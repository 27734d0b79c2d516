"""Sort the notes that `TorchRecorder` took (see `torch_watch`) into updates and passes."""

from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

import torch

from autograder.trace import torch_watch as notes
from autograder.trace.torch_memory import Part

Gradients = tuple[Part | None, ...]
"""What stands in every parameter's `.grad`; None as PyTorch has it."""


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
    stood: Gradients | None
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
        self._added = False
        self._within_step = False

    def read(self) -> "Reader":
        actions = {
            "forward": self._forward,
            "loss": self._loss,
            "backward": self._went_backward,
            "elsewhere": self._moved,
            "stepping": self._begin_step,
            "stepped": self._stepped,
            "stranger": self._stranger,
        }
        for verb, *told in self.recorder.notes:
            actions[verb](*told)
        self._moved(self.recorder.end)
        self._share_out_unreached()
        return self

    def _begin_step(self, weights: bytes, gradients: Gradients | None) -> None:
        self._moved(weights)
        self._within_step = True

    def _forward(self, weights: bytes, stood: Part | None, *state: Any) -> None:
        self._moved(weights)
        if stood is None or not self.layout.nonzero([stood]):
            self._cleared()
        note = notes.Forward(*state)
        one = Pass(note, len(self.updates))
        self._by_index[note.index] = one
        self.passes.append(one)
        if note.grad_enabled and note.backward < 0:
            self.order[-1].append("forward")

    def _loss(self, *told: Any) -> None:
        latest = self.passes[-1] if self.passes else None
        if latest is None or latest.loss is not None:
            latest = Pass(None, len(self.updates))
            self.passes.append(latest)
        latest.loss = notes.Loss(*told)
        if latest.note is None or latest.note.grad_enabled:
            self.order[-1].append("loss")

    def _went_backward(self, indices: tuple[int, ...], brought: tuple, stood: Gradients, weights: bytes | None, adds: bool) -> None:
        if weights is not None:
            self._moved(weights)
        if not self.layout.nonzero(stood):
            self._cleared()
        self._grown |= adds
        self._added |= adds
        self.order[-1].append("backward")
        reached = [self._by_index[index] for index in indices] or self._made_again() or [self._unreached_pass()]
        for one in reached:
            one.backwards += 1
            if one not in self.waiting:
                self.waiting.append(one)
        reached[-1].grown += brought

    def _made_again(self) -> list[Pass]:
        """The latest passes that were made within this backward pass, as a reentrant checkpoint makes them."""
        return list(takewhile(lambda one: one.note is not None and one.note.backward >= 0 and not one.backwards, reversed(self.passes)))

    def _unreached_pass(self) -> Pass:
        """The pass of a backward that went through no call of the model: the latest one that has only a loss, or a new
        one. A loss that was put down to a call which this backward did not go through belongs here."""
        latest = self.passes[-1] if self.passes else None
        if latest is None or latest.note is not None or latest.backwards:
            found = Pass(None, len(self.updates))
            if latest is not None and not latest.backwards:
                found.loss, latest.loss = latest.loss, None
            self.passes.append(found)
            return found
        return latest

    def _cleared(self) -> None:
        if self._grown:
            self._grown = False
            self.order[-1].append("zero_grad")

    def _moved(self, weights: bytes) -> None:
        """A change of the weights that no optimizer made; within a step a search may try other weights."""
        if weights == self.weights or self._within_step or self.layout.same(weights, self.weights):
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

    def _stepped(self, number: int, weights: bytes, gradients: Gradients) -> None:
        self._within_step = False
        mine = self.optimizer is None or self.recorder.optimizers[number] is self.optimizer
        if not mine and not self.recorder.holds(number) and self.layout.same(weights, self.weights):
            return
        if self.layout.nonzero(gradients):
            self._grown = True
        elif self._added:
            self._cleared()
        else:
            self._never_arrived()
        self._close(Update("optimizer" if mine else "other", weights, gradients, gradients.count(None) == len(gradients)))

    def _never_arrived(self) -> None:
        """What `torch.autograd.grad` handed out was put into no `.grad` by the time of the step."""
        for one in self.waiting:
            one.backwards, one.grown = 0, []
        self.waiting = []

    def _close(self, update: Update) -> None:
        update.passes, self.waiting, self._added = self.waiting, [], False
        last = self.passes[-1] if self.passes else None
        waits = last is not None and last.update == len(self.updates) and not last.backwards
        update.crossed = waits and last.loss is not None and last.note is not None and last.note.grad_enabled
        self.order[-1].append("step")
        self.order.append([])
        self.updates.append(update)
        self.weights = update.weights

    def _stranger(self, number: int) -> None:
        self.strangers = number

    def _share_out_unreached(self) -> None:
        """Give the passes that no hook saw a backward of to the updates that have none, as torch.func makes them."""
        for number, update in enumerate(self.updates):
            if not update.passes:
                here = [one for one in self.passes if one.update == number and not one.backwards and one.note]
                update.passes = [one for one in here if one.note.grad_enabled and one.note.backward < 0]
