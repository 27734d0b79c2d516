"""Verify notebook 07: the verdicts on the claims."""

from autograder.exercises import get
from autograder.exercises.case import Case
from autograder.exercises.e07 import WORDS
from autograder.judge import messages
from autograder.judge.verdict import Finding, Verdict

RULINGS: dict[int, tuple[str, ...]] = {
    **dict.fromkeys((1, 2, 3, 6, 7, 8, 9, 12), ("true",)),
    **dict.fromkeys((13, 17, 18), ("true", "depends")),
    **dict.fromkeys((4, 5, 10, 11, 14, 19, 20, 21, 22), ("false",)),
    **dict.fromkeys((15, 16, 23), ("depends",)),
}
"""What the experiments show of each claim; two words where one is true and the other says under which condition."""

SHOWN_BY: dict[int, str] = {
    1: "the number of updates per epoch, for several n and batch sizes",
    2: "the order of the events in the trace of a right loop",
    3: "which rows each epoch covers, and where the next one starts",
    4: "what stands in the gradient before each step, beside the batch's own gradient",
    5: "how much old gradient the second, third and tenth update of an epoch carry",
    6: "what is left of the last epoch at the first update of the next",
    7: "the weights right before and right after a reset",
    8: "what exists once, what once per epoch, and what once per batch",
    9: "when the weights change in the trace",
    10: "the ledger: the sum of all gradients, and where a loop that picks the best one ends",
    11: "what is in a saved model, and how large it is",
    12: "two epochs in one call, beside one and then another",
    13: "where training ends from zero and from random weights, for the line and for a network",
    14: "the rows that one epoch covers, and those that one batch holds",
    15: "the gradient after each backward, with and without a reset between",
    16: "the two loops by update and by epoch: do both train, and do they do the same?",
    17: "one step by hand beside `optimizer.step()`, for several optimizers",
    18: "a loop in which the reset is left out",
    19: "sum, mean and weighted mean of the batches' gradients beside the full batch's",
    20: "a loop in which nobody resets",
    21: "the gradient after two backwards, beside the two on their own",
    22: "fresh and old share of the gradient at updates 1 to 10 of an epoch",
    23: "the loss update by update, at several learning rates",
}


def verify_claims(cases: list[Case], observations: list[dict]) -> Verdict:
    """07.claims: one property per claim; a finding for every verdict that its experiment does not bear out."""
    ruled, names = observations[0].get("verdicts"), list(get("07.claims").properties)
    if not isinstance(ruled, dict):
        message = messages.wrong_return(str(observations[0].get("got"))[:200], "a dict from the number of a claim to its verdict")
        return Verdict("07.claims", False, dict.fromkeys(names, False), (Finding("wrong-result", message),))
    words = {number: ruled.get(str(number)) for number in RULINGS}
    held = {name: words[number] in RULINGS[number] for number, name in enumerate(names, start=1)}
    open_ones = sorted(number for number, word in words.items() if word is None)
    wrong = [Finding("wrong-result", _said(number, words[number])) for number in sorted(RULINGS) if words[number] is not None and not held[names[number - 1]]]
    if open_ones:
        wrong.append(Finding("wrong-result" if wrong else "not-attempted", messages.claims_open(open_ones)))
    return Verdict("07.claims", not wrong, held, tuple(wrong))


def _said(number: int, word: object) -> str:
    if word not in WORDS:
        return messages.claim_unread(number, str(word))
    return messages.claim_wrong(number, str(word), SHOWN_BY[number])


VERIFIERS = {"07.claims": verify_claims}
