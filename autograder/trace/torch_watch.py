"""See what a PyTorch loop does while it does it, and change nothing of it.

The recorder only takes notes: two patched `forward` methods, the optimizers' own hooks and the function that starts
a backward pass append to a list, and `autograder.trace.torch_reading` reads the list when the loop is over.
Watching the parameters and not the calls is what makes any style visible: a reset is seen by what it does
to `.grad`, an update by what it does to the weights.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial, wraps
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn
from torch.optim.optimizer import register_optimizer_step_post_hook, register_optimizer_step_pre_hook

from autograder.trace.torch_memory import Copy, Layout, Part, copy, copy_part

_wrapped = torch._C._functorch.is_functorch_wrapped_tensor
_grad_enabled = torch.is_grad_enabled
_backward_number = torch._C._current_graph_task_id  # -1 outside of a backward pass


class Forward(NamedTuple):
    """A call of the model: its input, and the state it met.

    index: which call; backward: the number of the backward pass that it was made within, or -1.
    """

    index: int
    batch: Copy | None
    grad_enabled: bool
    backward: int
    training: bool


class Loss(NamedTuple):
    """A call of the loss function: its value, if that is one number, and the target and the prediction's shape it was given."""

    value: float | None
    target: Copy | None
    prediction: tuple[int, ...] | None


class TorchRecorder:
    """Takes notes of one run between `__enter__` and `__exit__`.

    parameters: the leaf tensors whose life is told, by name.
    model, loss_fn: whose calls count as forward and loss; None where there is none.
    start, end: the weights before and after, as `layout` reads them.
    optimizers: those that stepped, in the order of their numbers.
    notes: what happened, in time order, a verb and what goes with it (weights as `layout` reads them, a
        gradient for each parameter):
        "forward", the weights, the first parameter's gradient that stood, and what a `Forward` holds;
        "loss", and what a `Loss` holds;
        "backward", the indices of the forward passes it went through, what it brought as (parameter, gradient),
        the gradients that stood before, and the weights where there is no model to tell them;
        "elsewhere", the weights at a backward pass that brought the parameters nothing, where no model tells them;
        "stepping", the weights and the gradients that an optimizer is about to use, None where a closure will make them;
        "stepped", the optimizer's number, the weights after, the gradients it used, or that the closure left;
        "stranger", the number of another model of the same class that was called.

    Raises TypeError where a parameter holds numbers that NumPy does not know, such as bfloat16.
    """

    def __init__(self, parameters: dict[str, Tensor], model: nn.Module | None = None, loss_fn: Any = None):
        self.names = tuple(parameters)
        self.parameters = tuple(parameters.values())
        self.model = model
        self.loss_fn = loss_fn
        self.layout = Layout(self.parameters)
        self.optimizers: list[torch.optim.Optimizer] = []
        self.watched_loss: Any = loss_fn
        self.notes: list[tuple] = []  # plain values, which Python's garbage collector does not look through again and again
        self._copies: dict[Copy, Copy] = {}
        self._forwards = 0
        self._strangers: list[nn.Module] = []
        self._nothing = (None,) * len(self.parameters), self.layout.zeros
        self._chained = self._within_backward = self._listening = False
        self._heard: list[tuple[int, Part]] = []

    def __enter__(self) -> "TorchRecorder":
        self._find_memory()
        self.start = self._weights()
        with ExitStack() as stack:
            stack.enter_context(patched(torch.autograd, "_engine_run_backward", self._watch_backward))
            stack.callback(register_optimizer_step_pre_hook(self._stepping).remove)
            stack.callback(register_optimizer_step_post_hook(self._stepped).remove)
            if self.model is not None:
                stack.enter_context(patched(type(self.model), "forward", self._watch_model))
            if isinstance(self.loss_fn, nn.Module):
                stack.enter_context(patched(type(self.loss_fn), "forward", self._watch_loss_module))
            elif self.loss_fn is not None:
                self.watched_loss = self._watch_loss(self.loss_fn)
            self._undo = stack.pop_all()
        return self

    def __exit__(self, *failure: object) -> None:
        self._undo.close()
        self.end = self._weights()

    def forwards(self) -> list[Forward]:
        """The calls of the model, in time order."""
        return [Forward(*note[-len(Forward._fields) :]) for note in self.notes if note[0] == "forward"]

    def holds(self, number: int) -> bool:
        """Whether this optimizer's step was about parameters that are watched, moved or not."""
        held = [id(one) for group in self.optimizers[number].param_groups for one in group["params"]]
        return any(id(one) in held for one in self.parameters)

    def replaced(self) -> bool:
        """Whether the model holds other parameters now than those that are watched."""
        held = [] if self.model is None else [id(one) for one in self.model.parameters()]
        return bool(held) and any(id(one) not in held for one in self.parameters)

    def _find_memory(self) -> None:
        self._addresses = list(map(Tensor.data_ptr, self.parameters))
        self._memory, shared = self.layout.memory(self.parameters)
        self._direct = shared and all(parameter.is_cpu and parameter.is_contiguous() for parameter in self.parameters)

    def _weights(self) -> bytes:
        if not self._direct or list(map(Tensor.data_ptr, self.parameters)) != self._addresses:
            self._find_memory()
        return b"".join(self._memory)

    def _watch_backward(self, run: Callable) -> Callable:
        def watched(roots: Sequence[Any], *args: Any, **kwargs: Any) -> Any:
            if self._within_backward:
                return run(roots, *args, **kwargs)
            weights = self._weights() if self.model is None else None
            passes, stood = self._passes_behind(roots), self._gradients()
            adds = bool(kwargs.get("accumulate_grad"))  # `backward` adds to `.grad`; `autograd.grad` hands out
            if not self._listening and not (stood in self._nothing and adds):
                self._listen()
            self._within_backward = True
            try:
                out = run(roots, *args, **kwargs)
            finally:
                self._within_backward = False
            self._note_backward(passes, stood, weights, adds)
            return out

        return watched

    def _passes_behind(self, roots: Sequence[Any]) -> tuple[int, ...]:
        """The forward passes whose output the graph behind these tensors leads to."""
        nodes, found = [getattr(root, "grad_fn", None) for root in roots], []
        for node in nodes:
            if node is None:
                continue
            index = node.metadata.get(self)
            if index is not None:
                found.append(index)
                if not self._chained:
                    continue
            for behind, _ in node.next_functions:
                if behind not in nodes:
                    nodes.append(behind)
        return tuple(sorted(found))

    def _listen(self) -> None:
        """From now on, hear what each backward pass brings: it can no longer be told from `.grad`, to which it is added."""
        self._listening = True
        for index, parameter in enumerate(self.parameters):
            if parameter.requires_grad:  # one that was frozen is brought nothing
                self._undo.callback(parameter.register_hook(partial(self._hear, index)).remove)

    def _hear(self, index: int, gradient: Tensor) -> None:
        if not _wrapped(gradient):
            self._heard.append((index, copy_part(gradient)))

    def _note_backward(self, passes: tuple[int, ...], stood: tuple[Part | None, ...], weights: bytes | None, adds: bool) -> None:
        if self._listening:
            brought, self._heard = self._heard, []
        else:
            brought = [each for each in enumerate(self._gradients()) if each[1] is not None]
        if brought:
            self.notes.append(("backward", passes, tuple(brought), stood, weights, adds))
        elif weights is not None:  # a backward pass of a copy's, say: a moment to look what became of the watched ones
            self.notes.append(("elsewhere", weights))

    def _stepping(self, optimizer: torch.optim.Optimizer, args: tuple, kwargs: dict) -> None:
        closure = len(args) > 1 or kwargs.get("closure") is not None
        self.notes.append(("stepping", self._weights(), None if closure else self._gradients()))

    def _stepped(self, optimizer: torch.optim.Optimizer, args: tuple, kwargs: dict) -> None:
        if optimizer not in self.optimizers:
            self.optimizers.append(optimizer)
        verb, *_, told = self.notes[-1]
        gradients = told if verb == "stepping" and told is not None else self._gradients()
        self.notes.append(("stepped", self.optimizers.index(optimizer), self._weights(), gradients))

    def _kept(self, tensor: Tensor) -> Copy:
        """A copy; the same one for a batch that comes back in every epoch."""
        made = copy(tensor)
        return self._copies.setdefault(made, made)

    def _gradients(self) -> tuple[Part | None, ...]:
        return tuple(map(_standing, self.parameters))

    def _watch_model(self, forward: Callable) -> Callable:
        def watched(module: nn.Module, *args: Any, **kwargs: Any) -> Any:
            if module is not self.model:
                self._note_stranger(module)
                return forward(module, *args, **kwargs)
            index = self._note_forward(module, args, kwargs)
            out = forward(module, *args, **kwargs)
            node = out.grad_fn if isinstance(out, Tensor) else None  # anything else is what a tracer calls it with
            if node is not None and not _wrapped(out):
                node.metadata[self] = index  # it goes with the graph, and keeps nothing of it alive
            return out

        return watched

    def _note_forward(self, module: nn.Module, args: tuple, kwargs: dict) -> int:
        index, self._forwards = self._forwards, self._forwards + 1
        tensors = _tensors(args, kwargs)
        if tensors and tensors[0].requires_grad:
            self._chained = True
        state = self._kept(tensors[0]) if tensors else None, _grad_enabled(), _backward_number(), module.training
        self.notes.append(("forward", self._weights(), _standing(self.parameters[0]), index, *state))
        return index

    def _note_stranger(self, module: nn.Module) -> None:
        if module not in self._strangers:
            self._strangers.append(module)
            self.notes.append(("stranger", len(self._strangers)))

    def _watch_loss_module(self, forward: Callable) -> Callable:
        def watched(module: nn.Module, *args: Any, **kwargs: Any) -> Any:
            value = forward(module, *args, **kwargs)
            if module is self.loss_fn:
                self._note_loss(value, args, kwargs)
            return value

        return watched

    def _watch_loss(self, loss_fn: Callable) -> Callable:
        def watched(*args: Any, **kwargs: Any) -> Any:
            value = loss_fn(*args, **kwargs)
            self._note_loss(value, args, kwargs)
            return value

        watched.__name__ = getattr(loss_fn, "__name__", "loss_fn")
        return watched

    def _note_loss(self, value: Any, args: tuple, kwargs: dict) -> None:
        tensors = _tensors(args, kwargs)
        given = (self._kept(tensors[1]), tuple(tensors[0].shape)) if len(tensors) > 1 else (None, None)
        self.notes.append(("loss", _number(value), *given))


@contextmanager
def patched(owner: Any, name: str, watch: Callable[[Callable], Callable]):
    """Replace `owner.name` by `watch` of it, which looks the same, arguments and all; and put back exactly what was there."""
    own, before = vars(owner).get(name), getattr(owner, name)
    setattr(owner, name, wraps(before)(watch(before)))
    try:
        yield
    finally:
        if own is None:
            delattr(owner, name)
        else:
            setattr(owner, name, own)


def _tensors(args: tuple, kwargs: dict) -> list[Tensor]:
    return [one for one in (*args, *kwargs.values()) if isinstance(one, Tensor)]


def _standing(parameter: Tensor) -> Part | None:
    gradient = parameter.grad
    return None if gradient is None else copy_part(gradient)


def _number(value: Any) -> float | None:
    try:
        return None if _wrapped(value) else value.item()
    except (AttributeError, TypeError, RuntimeError):  # no tensor, or one of several numbers
        return None
