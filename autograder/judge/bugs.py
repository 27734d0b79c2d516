"""Verify 05.bugs: the diagnoses of the bug hunt. Imported by `judge/e05.py`.

The codes are those that the judge of 05.train gives these loops; a test holds the two together.
"""

from autograder.exercises.bugs import EXERCISE
from autograder.exercises.case import Case
from autograder.judge import messages
from autograder.judge.verdict import Finding, Verdict

CAUSES: dict[str, str] = {
    "a": "zeroed-once-per-epoch",
    "b": "zeroed-before-step",
    "c": "never-zeroed",
    "d": "stepped-once-per-epoch",
    "e": "first-batch-only",
    "f": "last-batch-dropped",
    "g": "step-before-backward",
    "h": "pairs-broken",
}

READ = {*CAUSES.values(), "never-stepped", "gradient-missing", "backward-twice", "one-batch-per-epoch", "whole-dataset-every-batch"} | {
    "zeroed-irregularly", "wrong-optimizer", "loss-fn-ignored", "extra-empty-batch", "loops-swapped", "wrong-number-of-epochs",
    "batch-size-ignored", "sampled-with-replacement", "never-reshuffled", "shape-broadcast", "weights-reset", "optimizer-recreated",
    "optimizer-bypassed", "best-gradient-only", "gradient-scaled", "gradient-sign", "accumulation-ignored", "not-averaged",
    "losses-miscounted", "graph-kept", "wrong-result", "input-changed", "zeroed-each-micro-batch", "mean-of-means",
}  # fmt: skip
"""Codes that are answers, right or wrong; anything else was written in other words."""


def verify_bugs(cases: list[Case], observations: list[dict]) -> Verdict:
    """05.bugs: one property per loop; a finding for every diagnosis that its trace does not bear out."""
    said, names = observations[0].get("diagnoses"), EXERCISE.properties
    if not isinstance(said, dict):
        message = messages.wrong_return(str(observations[0].get("got"))[:200], "a dict from the name of a loop to its diagnosis")
        return Verdict("05.bugs", False, dict.fromkeys(names, False), (Finding("wrong-result", message),))
    held = {f"bug_{label}": said.get(label) == cause for label, cause in CAUSES.items()}
    wrong = [Finding("wrong-result", _message(label, str(said[label]))) for label in CAUSES if label in said and not held[f"bug_{label}"]]
    open_ones = [label for label in CAUSES if label not in said]
    if open_ones:
        others = [str(label) for label in said if label not in CAUSES]
        wrong.append(Finding("wrong-result" if wrong or others else "not-attempted", messages.bugs_open(open_ones, others)))
    return Verdict("05.bugs", not wrong, held, tuple(wrong))


def _message(label: str, word: str) -> str:
    return messages.bug_wrong(label, word) if word in READ else messages.bug_unread(label, word)
