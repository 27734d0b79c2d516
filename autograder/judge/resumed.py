"""Whether a resumed run is the uninterrupted one, to the last bit."""

import numpy as np

from autograder.exercises.case import Case
from autograder.exercises.resumed import flat_buffers, flat_weights, step_on
from autograder.exercises.torch_setup import build
from autograder.judge import messages
from autograder.judge.verdict import Finding

ORDER = ("weights", "resumed", "epoch", "one_file")
"""The properties, those first whose failure explains the others'."""


def examine(case: Case, plain: dict) -> tuple[dict[str, bool], dict[str, Finding]]:
    """One case's properties, and a finding for those that do not hold. Raises ValueError where the
    observation is not of the right form."""
    try:
        files, safe = list(map(str, plain["files"])), plain["safe"] is True
        loaded, weights, buffers = (np.asarray(plain[name], dtype=float) for name in ("loaded", "weights", "buffers"))
        epoch, held, training = plain["epoch"], plain["held"] is True, plain["training"]
    except (KeyError, TypeError) as error:
        raise ValueError(f"not the observation of a checkpoint: {error!r:.200}") from None
    saved, end, remembered = _uninterrupted(case)
    same = np.array_equal(loaded, saved)
    properties = {
        "one_file": files == ["checkpoint.pt"] and safe,
        "weights": same,
        "epoch": epoch == case["epochs"],
        "resumed": np.array_equal(weights, end) and np.array_equal(buffers, remembered),
    }
    lost = () if not np.array_equal(weights, end) else ("what its batch norm layer remembers of the batches",)
    findings = {
        "weights": None if same else _weights_off(loaded, saved),
        "resumed": None if properties["resumed"] else _why_elsewhere(same, held, training, lost),
        "epoch": None if properties["epoch"] else Finding("wrong-result", messages.checkpoint_epoch(_told(plain), case["epochs"])),
        "one_file": None if properties["one_file"] else Finding("wrong-result", messages.checkpoint_files(files, safe)),
    }
    return properties, {name: finding for name, finding in findings.items() if finding is not None}


def _why_elsewhere(same: bool, held: bool, training: bool | None, lost: tuple[str, ...]) -> Finding | None:
    """Why a run that was resumed went another way; None where its weights were other ones from the beginning."""
    if not held:
        return Finding("wrong-optimizer", messages.loaded_apart())
    if training is not True:
        return Finding("mode-left-wrong", messages.mode_left_wrong("train", "eval" if training is False else "a mixed"))
    return Finding("state-not-restored", messages.state_not_restored(*lost)) if same else None


def _uninterrupted(case: Case) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The weights (P,) where the run is saved, and at its end; the buffers (B,) at its end."""
    setup = build(case)
    step_on(setup, case["epochs"])
    saved, end = flat_weights(setup), step_on(setup, case["steps"])
    return saved, end, flat_buffers(setup)


def _weights_off(loaded: np.ndarray, saved: np.ndarray) -> Finding:
    if loaded.shape != saved.shape:
        return Finding("wrong-result", messages.wrong_result("The number of parameters after loading", loaded.size, saved.size))
    at = int(np.flatnonzero(loaded != saved)[0])
    return Finding("wrong-result", messages.checkpoint_weights(at, float(loaded[at]), float(saved[at])))


def _told(plain: dict) -> str:
    number = plain.get("epoch")
    return f"{number:g}" if isinstance(number, int | float) else str(plain.get("kind"))[:60]
