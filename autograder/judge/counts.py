"""Verify how many batches and updates there are."""

from collections.abc import Callable

from autograder.exercises import get
from autograder.exercises.case import Case
from autograder.judge import messages
from autograder.judge.stub import untouched
from autograder.judge.verdict import Finding, Verdict

FIXED = (10, 16, 32, 64, 100, 128)
KINDS = ("even", "smaller_last", "single_batch")


def verify_updates_per_epoch(cases: list[Case], observations: list[dict]) -> Verdict:
    """02.updates_per_epoch: ⌈n / batch_size⌉."""
    return _verify("02.updates_per_epoch", lambda n, size, _: -(-n // size), cases, observations)


def verify_total_updates(cases: list[Case], observations: list[dict]) -> Verdict:
    """02.total_updates: ⌈n / batch_size⌉ · epochs."""
    return _verify("02.total_updates", lambda n, size, epochs: -(-n // size) * epochs, cases, observations)


def _verify(exercise_id: str, right: Callable[[int, int, int], int], cases: list[Case], observations: list[dict]) -> Verdict:
    early = untouched(exercise_id, observations)
    if early is not None:
        return early
    rows = [(case, one.get("number"), right(*_arguments(case)), str(one.get("got"))[:200]) for case, one in zip(cases, observations)]
    held = dict.fromkeys(get(exercise_id).properties, True)
    wrong = [row for row in rows if row[1] != row[2]]
    for case, *_ in wrong:
        held[_kind(case)] = False
    findings = (_finding(exercise_id, wrong, rows),) if wrong else ()
    return Verdict(exercise_id, not wrong, held, findings)


def _arguments(case: Case) -> tuple[int, int, int]:
    return case["n"], case["batch_size"], case["epochs"]


def _kind(case: Case) -> str:
    n, size, _ = _arguments(case)
    return "single_batch" if n <= size else "even" if n % size == 0 else "smaller_last"


def _finding(exercise_id: str, wrong: list, rows: list) -> Finding:
    case, got, wanted, said = wrong[0]
    n, size, epochs = _arguments(case)
    times_epochs = exercise_id.endswith("total_updates")
    if got is None:
        return Finding("wrong-result", messages.wrong_return(said, "a number"))
    if len({row[1] for row in rows}) == 1:
        return Finding("batch-size-ignored", messages.count_fixed(got))
    for code, guess in _beliefs(times_epochs):
        if all(row[1] == guess(*_arguments(row[0])) for row in rows):
            return Finding(code, messages.count_wrong(code, n, size, epochs if times_epochs else None, got, wanted))
    return Finding("wrong-result", messages.count_wrong("wrong-result", n, size, epochs if times_epochs else None, got, wanted))


def _beliefs(times_epochs: bool) -> list[tuple[str, Callable[[int, int, int], float]]]:
    """Codes and what somebody who holds the belief would count, from n, batch size and epochs."""
    if not times_epochs:
        return [
            ("last-batch-dropped", lambda n, size, _: n // size),
            ("last-batch-dropped", lambda n, size, _: max(1, n // size)),
            ("wrong-result", lambda n, size, _: round(n / size)),
            ("wrong-result", lambda n, size, _: n / size),
            *(("batch-size-ignored", lambda n, size, _, c=c: -(-n // c)) for c in FIXED),
            *(("batch-size-ignored", lambda n, size, _, c=c: n // c) for c in FIXED),
            ("extra-empty-batch", lambda n, size, _: n // size + 1),
            ("batch-size-ignored", lambda n, size, _: size),
            ("batch-size-ignored", lambda n, size, _: n),
        ]
    return [
        ("last-batch-dropped", lambda n, size, epochs: n // size * epochs),
        ("last-batch-dropped", lambda n, size, epochs: max(1, n // size) * epochs),
        ("last-batch-dropped", lambda n, size, epochs: n * epochs // size),
        ("wrong-result", lambda n, size, epochs: -(-n * epochs // size)),
        ("wrong-result", lambda n, size, epochs: n / size * epochs),
        ("wrong-result", lambda n, size, epochs: round(n / size) * epochs),
        *(("batch-size-ignored", lambda n, size, epochs, c=c: -(-n // c) * epochs) for c in FIXED),
        ("extra-empty-batch", lambda n, size, epochs: (n // size + 1) * epochs),
        ("wrong-number-of-epochs", lambda n, size, epochs: -(-n // size)),
        ("wrong-number-of-epochs", lambda n, size, epochs: epochs),
        ("wrong-number-of-epochs", lambda n, size, epochs: -(-n // size) + epochs),
        ("wrong-number-of-epochs", lambda n, size, epochs: -(-n // size) * (epochs - 1)),
        ("batch-size-ignored", lambda n, size, epochs: n * epochs),
        ("batch-size-ignored", lambda n, size, epochs: size * epochs),
    ]
