"""Save a run in the middle, load it into a model and optimizer made anew, and go on."""

import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from autograder.exercises import channel
from autograder.exercises.case import Case
from autograder.exercises.failure import Relayed, describe_failure
from autograder.exercises.observation import decode, encode
from autograder.exercises.plain import describe, plain_number
from autograder.exercises.torch_setup import Setup, build


def resume(save: Callable, load: Callable, case: Case) -> dict:
    """Train for `epochs` steps, save, load elsewhere, train for `steps` more.

    Keys: files (names in the folder after saving), safe (whether the file loads with weights_only=True),
    epoch and kind (what load returned), loaded (P,) the weights right after loading, and then: held (whether the
    optimizer holds the model's own parameters) and training (the model's mode, None where its layers disagree),
    weights (P,) at the end, and buffers (B,) what batch norm remembers then.
    In the grader's sandbox the loading half runs in a process that never saw the saving half.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "checkpoint.pt")
        apart = channel.submit is not None and hasattr(os, "fork")
        (_in_own_process if apart else _here)(lambda: _first_half(save, path, case), folder)
        files = sorted(os.listdir(folder))
        second = (_in_own_process if apart else _here)(lambda: _second_half(load, path, case), folder)
        return {"files": files, "safe": _loads_safely(path), **second}


def step_on(setup: Setup, steps: int) -> np.ndarray:
    """So many updates from the gradient over all rows; the weights after them, (P,)."""
    for _ in range(steps):
        setup.optimizer.zero_grad()
        setup.loss_fn(setup.model(setup.x), setup.y).backward()
        setup.optimizer.step()
    return flat_weights(setup)


def flat_weights(setup: Setup) -> np.ndarray:
    return torch.cat([one.detach().reshape(-1) for one in setup.model.parameters()]).double().numpy().copy()


def flat_buffers(setup: Setup) -> np.ndarray:
    """What a model holds beside its parameters, (B,)."""
    return np.concatenate([np.zeros(0), *(one.double().reshape(-1).numpy() for one in setup.model.buffers())])


def _first_half(save: Callable, path: str, case: Case) -> dict:
    setup = build(case)
    step_on(setup, case["epochs"])
    save(path, setup.model, setup.optimizer, case["epochs"])
    return {}


def _second_half(load: Callable, path: str, case: Case) -> dict:
    setup, data = build(replace(case, seed=case["other"])), build(case)
    setup.x, setup.y = data.x, data.y
    epoch = load(path, setup.model, setup.optimizer)
    found = {"epoch": plain_number(epoch), "kind": describe(epoch), "loaded": flat_weights(setup), "held": _held(setup), "training": _mode(setup)}
    return {**found, "weights": step_on(setup, case["steps"]), "buffers": flat_buffers(setup)}


def _held(setup: Setup) -> bool:
    held = {id(one) for group in setup.optimizer.param_groups for one in group["params"]}
    return held == set(map(id, setup.model.parameters()))


def _mode(setup: Setup) -> bool | None:
    modes = {module.training for module in setup.model.modules()}
    return modes.pop() if len(modes) == 1 else None


def _loads_safely(path: str) -> bool:
    try:
        torch.load(path, weights_only=True)
    except Exception:  # whatever the file is, it is not one that loads safely
        return False
    return True


def _here(half: Callable[[], dict], folder: str) -> dict:
    return half()


def _in_own_process(half: Callable[[], dict], folder: str) -> dict:
    """What `half` returns when it runs in a child of its own; an exception comes out as it went in."""
    told = Path(folder).with_suffix(".told")
    child = os.fork()
    if not child:
        _tell(half, told)
    os.waitpid(child, 0)
    try:
        answer = decode(told.read_bytes())
    except OSError:
        raise RuntimeError("the process that saved or loaded the checkpoint ended without a word") from None
    finally:
        told.unlink(missing_ok=True)
    if "failure" in answer:
        raise Relayed(answer["failure"])
    return answer


def _tell(half: Callable[[], dict], told: Path) -> None:
    try:
        answer = half()
    except BaseException as error:  # the child must not return into its parent's code
        answer = {"failure": describe_failure(error)}
    told.write_bytes(encode(answer))
    os._exit(0)

