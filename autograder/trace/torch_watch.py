"""See what a PyTorch loop does while it does it, and change nothing of it.

The recorder only takes notes, as NumPy copies (for a few numbers NumPy is several times quicker than
PyTorch): hooks and two patched `forward` methods append to a list, and `autograder.trace.torch_reading`
reads the list when the loop is over. Watching the parameters and not the calls is what makes any style visible: a reset is seen by what it does to `.grad`,
an update by what it does to the weights.
"""

from collections.abc import Callable
from contextlib import ExitStack, contextmanager
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.optim.optimizer import register_optimizer_step_post_hook, register_optimizer_step_pre_hook

_wrapped = torch._C._functorch.is_functorch_wrapped_tensor
_transforming = torch._C._functorch.peek_interpreter_stack  # None outside of torch.func
_backward_number = torch._C._current_graph_task_id  # -1 outside of a backward pass


class Forward(NamedTuple):
    """A call of the model: its input, and the weights and state it met."""

    index: int
    batch: np.ndarray | None
    grad_enabled: bool
    backward: int
    training: bool
    weights: np.ndarray
    cleared: bool


class Loss(NamedTuple):
    """A call of the loss function: its value, and the shapes and the target it was given."""

    value: np.ndarray | None
    target: np.ndarray | None
    shapes: tuple[tuple[int, ...], tuple[int, ...]]


class Reached(NamedTuple):
    """A backward pass went through the output of this forward pass."""

    index: int
    backward: int


class Grew(NamedTuple):
    """A backward pass brought a gradient to one parameter; `stood`: something stood before in `.grad`, told by the first one of each backward pass."""

    parameter: int
    backward: int
    gradient: np.ndarray
    stood: bool
    weights: np.ndarray | None


class Stepping(NamedTuple):
    """An optimizer is about to step; the gradients it will use, unless a closure is going to make them."""

    weights: np.ndarray
    gradients: np.ndarray | None
    missing: bool


class Stepped(NamedTuple):
    """An optimizer has stepped: which one, the weights after, the gradients that stand."""

    optimizer: torch.optim.Optimizer
    weights: np.ndarray
    gradients: np.ndarray
    missing: bool


class Stranger(NamedTuple):
    """Another model of the same class was called."""

    model: int


class TorchRecorder:
    """Notes of one run, taken between `__enter__` and `__exit__`.

    parameters: the leaf tensors whose life is told, by name.
    model, loss_fn: whose calls count as forward and loss; None where there is none.
    notes: what happened, in time order; `start` and `end` hold the weights before and after.
    """

    def __init__(self, parameters: dict[str, Tensor], model: nn.Module | None = None, loss_fn: Any = None):
        self.names = tuple(parameters)
        self.parameters = tuple(parameters.values())
        self.model = model
        self.loss_fn = loss_fn
        self.notes: list[NamedTuple] = []
        self.forwards = 0
        self.watched_loss: Any = loss_fn
        self._strangers: list[nn.Module] = []
        self._backward = -1

    def __enter__(self) -> "TorchRecorder":
        self._find_memory()
        self.start = self._weights()
        with ExitStack() as stack:
            for index, parameter in enumerate(self.parameters):
                stack.callback(parameter.register_hook(self._grew(index, parameter)).remove)
            stack.callback(register_optimizer_step_pre_hook(self._stepping).remove)
            stack.callback(register_optimizer_step_post_hook(self._stepped).remove)
            if self.model is not None:
                stack.enter_context(patched_forward(type(self.model), self._watch_model))
            if isinstance(self.loss_fn, nn.Module):
                stack.enter_context(patched_forward(type(self.loss_fn), self._watch_loss_module))
            elif self.loss_fn is not None:
                self.watched_loss = self._watch_loss(self.loss_fn)
            self._undo = stack.pop_all()
        return self

    def __exit__(self, *failure: object) -> None:
        self._undo.close()
        self.end = self._weights()

    def replaced(self) -> bool:
        """Whether the model holds other parameters now than those that are watched."""
        held = [] if self.model is None else [id(one) for one in self.model.parameters()]
        return bool(held) and any(id(one) not in held for one in self.parameters)

    def _find_memory(self) -> None:
        self._addresses = [parameter.data_ptr() for parameter in self.parameters]
        self._memory = [parameter.detach().numpy(force=True).reshape(-1) for parameter in self.parameters]
        self._direct = all(parameter.is_contiguous() for parameter in self.parameters)

    def _weights(self) -> np.ndarray:
        addresses = [parameter.data_ptr() for parameter in self.parameters]
        if not self._direct or addresses != self._addresses:
            self._find_memory()
        return np.concatenate(self._memory)

    def _grew(self, index: int, parameter: Tensor) -> Callable[[Tensor], None]:
        tell_weights = index == 0 and self.model is None

        def note(gradient: Tensor) -> None:
            number = _backward_number()
            first, self._backward = number != self._backward, number
            weights = self._weights() if tell_weights else None
            self.notes.append(Grew(index, number, _snap(gradient), first and _stands(parameter.grad), weights))

        return note

    def _stepping(self, optimizer: torch.optim.Optimizer, args: tuple, kwargs: dict) -> None:
        closure = len(args) > 1 or kwargs.get("closure") is not None
        self.notes.append(Stepping(self._weights(), *((None, False) if closure else self._gradients())))

    def _stepped(self, optimizer: torch.optim.Optimizer, args: tuple, kwargs: dict) -> None:
        told = self.notes and isinstance(self.notes[-1], Stepping)
        gradients, missing = self.notes[-1][1:] if told and self.notes[-1].gradients is not None else self._gradients()
        self.notes.append(Stepped(optimizer, self._weights(), gradients, missing))

    def _gradients(self) -> tuple[np.ndarray, bool]:
        """All of `.grad`, flat, with zeros for None; and whether every one is None."""
        gradients = [parameter.grad for parameter in self.parameters]
        parts = [
            np.zeros(memory.size) if gradient is None else gradient.numpy(force=True).reshape(-1)
            for memory, gradient in zip(self._memory, gradients)
        ]
        return np.concatenate(parts), all(gradient is None for gradient in gradients)

    def _watch_model(self, forward: Callable) -> Callable:
        note = self.notes.append

        def watched(module: nn.Module, *args: Any, **kwargs: Any) -> Any:
            if module is not self.model:
                self._note_stranger(module)
                return forward(module, *args, **kwargs)
            index = self._plainly(self._note_forward, module, _tensors(args, kwargs))
            out = forward(module, *args, **kwargs)
            node = getattr(out, "grad_fn", None)
            if node is not None and not _wrapped(out):
                node.register_prehook(lambda gradients: note(Reached(index, _backward_number())))
            return out

        return watched

    def _plainly(self, take_note: Callable, subject: Any, tensors: list[Tensor]) -> Any:
        """Take a note; within torch.func, where every operation is transformed, taking it is not."""
        if _transforming() is None:
            return take_note(subject, tensors)
        with torch._C._DisableFuncTorch():
            return take_note(subject, tensors)

    def _note_forward(self, module: nn.Module, tensors: list[Tensor]) -> int:
        index, self.forwards = self.forwards, self.forwards + 1
        batch = _plain(tensors[0]) if tensors else None
        cleared = not _stands(self.parameters[0].grad)
        enabled = torch.is_grad_enabled()
        self.notes.append(Forward(index, batch, enabled, _backward_number(), module.training, self._weights(), cleared))
        return index

    def _note_stranger(self, module: nn.Module) -> None:
        if module not in self._strangers:
            self._strangers.append(module)
            self.notes.append(Stranger(len(self._strangers)))

    def _watch_loss_module(self, forward: Callable) -> Callable:
        def watched(module: nn.Module, *args: Any, **kwargs: Any) -> Any:
            value = forward(module, *args, **kwargs)
            if module is self.loss_fn:
                self._plainly(self._note_loss, value, _tensors(args, kwargs))
            return value

        return watched

    def _watch_loss(self, loss_fn: Callable) -> Callable:
        def watched(*args: Any, **kwargs: Any) -> Any:
            value = loss_fn(*args, **kwargs)
            self._plainly(self._note_loss, value, _tensors(args, kwargs))
            return value

        watched.__name__ = getattr(loss_fn, "__name__", "loss_fn")
        return watched

    def _note_loss(self, value: Any, tensors: list[Tensor]) -> None:
        target = _plain(tensors[1]) if len(tensors) > 1 else None
        shapes = (tuple(tensors[0].shape), tuple(tensors[1].shape)) if len(tensors) > 1 else ((), ())
        kept = _snap(value) if isinstance(value, Tensor) and not _wrapped(value) else None
        self.notes.append(Loss(kept, target, shapes))


@contextmanager
def patched_forward(kind: type, watch: Callable[[Callable], Callable]):
    """Replace `kind.forward` by `watch` of it, and put back exactly what was there."""
    own = kind.__dict__.get("forward")
    kind.forward = watch(kind.forward)
    try:
        yield
    finally:
        if own is None:
            del kind.forward
        else:
            kind.forward = own


def _tensors(args: tuple, kwargs: dict) -> list[Tensor]:
    return [one for one in (*args, *kwargs.values()) if isinstance(one, Tensor)]


def _snap(tensor: Tensor) -> np.ndarray:
    return tensor.numpy(force=True).copy()


def _stands(gradient: Tensor | None) -> bool:
    return gradient is not None and bool(gradient.numpy(force=True).any())


def _plain(batch: Tensor) -> np.ndarray:
    while _wrapped(batch):
        batch = torch._C._functorch.get_unwrapped(batch)
    return _snap(batch)
