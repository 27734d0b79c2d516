"""Whether an evaluation measured the right thing, in the right mode."""

import numpy as np
import torch

from autograder.exercises.case import Case
from autograder.exercises.torch_setup import build
from autograder.judge import messages
from autograder.judge.verdict import Finding


WHY = {
    "mean-of-means": "It is the mean of the batches' accuracies. ",
    "first-batch-only": "It is the first batch's accuracy. ",
    "last-batch-dropped": "The last batch is missing from it. ",
    "shape-broadcast": "Every prediction was compared with every label of its batch. ",
    "wrong-result": "It is the last batch's accuracy alone. ",
}


def codes_that_fit(case: Case, plain: dict) -> set[str]:
    """The mistakes of `WHY` that would give the number that came back; all of them where the number is right or none came."""
    number = plain.get("number")
    predicted, labels = _predicted(case)
    correct = predicted == labels
    if not isinstance(number, int | float) or np.isclose(number, correct.mean(), atol=1e-6):
        return set(WHY)
    cuts = range(case["batch_size"], len(correct), case["batch_size"])
    batches = np.split(correct, cuts)
    pairs = [(one[:, None] == other).mean() for one, other in zip(np.split(predicted, cuts), np.split(labels, cuts))]
    sizes = [len(batch) for batch in batches]
    values = {
        "mean-of-means": [np.mean([batch.mean() for batch in batches])],
        "first-batch-only": [batches[0].mean()],
        "last-batch-dropped": [np.mean(np.concatenate(batches[:-1])) if len(batches) > 1 else 0.0],
        "shape-broadcast": [np.average(pairs, weights=sizes), np.dot(pairs, np.square(sizes)) / len(correct)],
        "wrong-result": [batches[-1].mean()],
    }
    return {code for code, known in values.items() if np.isclose(number, known, atol=1e-6).any()}


def examine(case: Case, plain: dict, fitting: set[str]) -> tuple[dict[str, bool], list[Finding]]:
    """One case's properties and findings; fitting: the mistakes that explain all cases.

    Raises ValueError where the observation is not of the right form.
    """
    try:
        number = None if plain["number"] is None else float(plain["number"])
        trained, graphs = list(map(bool, plain["trained"])), list(map(bool, plain["graphs"]))
        mode, frozen, weights = plain["mode"], int(plain["frozen"]), np.asarray(plain["weights"], dtype=float)
    except (KeyError, TypeError) as error:
        raise ValueError(f"not the observation of an evaluation: {error!r:.200}") from None
    predicted, labels = _predicted(case)
    correct = predicted == labels
    findings = [
        Finding("eval-in-train-mode", messages.eval_in_train_mode()) if any(trained) else None,
        _wrong_value(number, plain, correct, fitting) if not any(trained) else None,
        Finding("grad-in-eval", messages.grad_in_eval()) if any(graphs) else None,
        Finding("mode-left-wrong", messages.mode_left_wrong(_mode(case["training"]), _mode(mode))) if mode is not case["training"] else None,
        Finding("mode-left-wrong", messages.left_frozen(frozen)) if frozen else None,
        Finding("input-changed", messages.input_changed(["weights"])) if _moved(case, weights) else None,
    ]
    right = number is not None and bool(np.isclose(number, correct.mean(), atol=1e-6)) and not _moved(case, weights)
    looked = right or bool(trained)  # a copy of the model may have done it unseen
    properties = {
        "value": right,
        "eval_mode": looked and not any(trained),
        "no_graph": looked and not any(graphs),
        "mode_kept": looked and mode is case["training"] and not frozen,
    }
    return properties, [finding for finding in findings if finding is not None]


def _predicted(case: Case) -> tuple[np.ndarray, np.ndarray]:
    """(n,) the class of each row's largest output, in eval mode; (n,) its label."""
    setup = build(case)
    setup.model.eval()
    with torch.no_grad():
        return setup.model(setup.x).argmax(dim=1).numpy(), setup.y.numpy()


def _wrong_value(number: float | None, plain: dict, correct: np.ndarray, fitting: set[str]) -> Finding | None:
    right = float(correct.mean())
    if number is None:
        return Finding("wrong-result", messages.wrong_result(f"You returned {str(plain.get('kind'))[:60]}, which is no number"))
    if np.isclose(number, right, atol=1e-6):
        return None
    for code in WHY:
        if code in fitting:
            return Finding(code, messages.accuracy_off(number, right, WHY[code]))
    why = "A share lies between 0 and 1; a count or a percentage does not. " if number > 1 else ""
    return Finding("wrong-result", messages.accuracy_off(number, right, why))


def _moved(case: Case, weights: np.ndarray) -> bool:
    start = torch.cat([one.detach().reshape(-1) for one in build(case).model.parameters()]).double().numpy()
    return not np.array_equal(weights, start)


def _mode(training: bool | None) -> str:
    return "a mixed" if training is None else "train" if training else "eval"
