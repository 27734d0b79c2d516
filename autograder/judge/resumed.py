"""Whether a resumed run is the uninterrupted one, to the last bit."""

import numpy as np

from autograder.exercises.case import Case
from autograder.exercises.resumed import flat_buffers, flat_weights, step_on
from autograder.exercises.torch_setup import build
from autograder.judge import messages
from autograder.judge.verdict import Finding


def examine(case: Case, plain: dict) -> tuple[dict[str, bool], list[Finding]]:
    """One case's properties and findings. Raises ValueError where the observation is not of the right form."""
    try:
        files, safe = list(map(str, plain["files"])), plain["safe"] is True
        loaded, weights, buffers = (np.asarray(plain[name], dtype=float) for name in ("loaded", "weights", "buffers"))
        epoch = plain["epoch"]
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
    findings = [
        None if same else _weights_off(loaded, saved),
        Finding("state-not-restored", messages.state_not_restored(*lost)) if same and not properties["resumed"] else None,
        None if properties["epoch"] else Finding("wrong-result", messages.checkpoint_epoch(_told(plain), case["epochs"])),
        None if properties["one_file"] else Finding("wrong-result", messages.checkpoint_files(len(files), safe)),
    ]
    return properties, [finding for finding in findings if finding is not None]


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
