"""Whether an evaluation measured the right thing, in the right mode."""

import numpy as np
import torch

from autograder.exercises.case import Case
from autograder.exercises.torch_setup import build
from autograder.judge import messages
from autograder.judge.verdict import Finding


def examine(case: Case, plain: dict) -> tuple[dict[str, bool], list[Finding]]:
    """One case's properties and findings. Raises ValueError where the observation is not of the right form."""
    try:
        number = None if plain["number"] is None else float(plain["number"])
        trained, graphs = list(map(bool, plain["trained"])), list(map(bool, plain["graphs"]))
        mode, weights = plain["mode"], np.asarray(plain["weights"], dtype=float)
    except (KeyError, TypeError) as error:
        raise ValueError(f"not the observation of an evaluation: {error!r:.200}") from None
    correct = _correct(case)
    findings = [
        Finding("eval-in-train-mode", messages.eval_in_train_mode()) if any(trained) else None,
        _wrong_value(case, number, plain, correct) if not any(trained) else None,
        Finding("grad-in-eval", messages.grad_in_eval()) if any(graphs) else None,
        Finding("mode-left-wrong", messages.mode_left_wrong(_mode(case["training"]), _mode(mode))) if mode is not case["training"] else None,
        Finding("input-changed", messages.input_changed(["weights"])) if _moved(case, weights) else None,
    ]
    properties = {
        "value": number is not None and bool(np.isclose(number, correct.mean(), atol=1e-6)) and not _moved(case, weights),
        "eval_mode": not any(trained),
        "no_graph": not any(graphs),
        "mode_kept": mode is case["training"],
    }
    return properties, [finding for finding in findings if finding is not None]


def _correct(case: Case) -> np.ndarray:
    """(n,) whether each row's largest output is its class, in eval mode."""
    setup = build(case)
    setup.model.eval()
    with torch.no_grad():
        return (setup.model(setup.x).argmax(dim=1) == setup.y).numpy()


def _wrong_value(case: Case, number: float | None, plain: dict, correct: np.ndarray) -> Finding | None:
    right = float(correct.mean())
    if number is None:
        return Finding("wrong-result", messages.wrong_result(f"You returned {str(plain.get('kind'))[:60]}, which is no number"))
    if np.isclose(number, right, atol=1e-6):
        return None
    batches = [correct[start : start + case["batch_size"]] for start in range(0, len(correct), case["batch_size"])]
    known = {
        "mean-of-means": (np.mean([batch.mean() for batch in batches]), "It is the mean of the batches' accuracies. "),
        "first-batch-only": (batches[0].mean(), "It is the first batch's accuracy. "),
        "last-batch-dropped": (np.mean(np.concatenate(batches[:-1] or batches)), "The last batch is missing from it. "),
    }
    for code, (value, why) in known.items():
        if not np.isclose(number, batches[-1].mean(), atol=1e-6) and np.isclose(number, value, atol=1e-6):
            return Finding(code, messages.accuracy_off(number, right, why))
    why = "It is a count or a percentage, not a share. " if number > 1 else ""
    return Finding("wrong-result", messages.accuracy_off(number, right, why))


def _moved(case: Case, weights: np.ndarray) -> bool:
    start = torch.cat([one.detach().reshape(-1) for one in build(case).model.parameters()]).double().numpy()
    return not np.array_equal(weights, start)


def _mode(training: bool | None) -> str:
    return "a mixed" if training is None else "train" if training else "eval"
