"""Verify 02.batches: sizes, order, coverage, pairs."""

import numpy as np

from autograder.exercises import get
from autograder.exercises.case import Case
from autograder.exercises.line import line
from autograder.judge import messages
from autograder.judge.stub import untouched
from autograder.judge.verdict import Finding, Verdict


def verify_batches(cases: list[Case], observations: list[dict]) -> Verdict:
    """02.batches: the batches as they came out, value by value."""
    early = untouched("02.batches", observations)
    if early is not None:
        return early
    held, findings = dict.fromkeys(get("02.batches").properties, True), []
    for case, one in zip(cases, observations):
        for name, finding in _look(case, one):
            held[name] = False
            findings.append(finding)
    return Verdict("02.batches", not findings, held, _one_per_code(findings))


def _one_per_code(findings: list[Finding]) -> tuple[Finding, ...]:
    """The first finding of each code; a general one only where there is no other."""
    first = {finding.code: finding for finding in reversed(findings)}
    order = sorted(first, key=[finding.code for finding in findings].index)
    named = [code for code in order if code != "wrong-result"]
    return tuple(first[code] for code in named or order)


def _look(case: Case, observation: dict) -> list[tuple[str, Finding]]:
    """(property that fails, finding) of one case."""
    found, batches = [], observation.get("batches")
    if observation.get("changed"):
        found.append(("inputs_unchanged", Finding("input-changed", messages.input_changed([str(name)[:9] for name in observation["changed"]]))))
    if batches is None:
        finding = Finding("wrong-result", messages.wrong_return(str(observation.get("got"))[:200], "pairs of an x_batch and a y_batch"))
        return [*found, *((name, finding) for name in ("sizes", "every_row_once", "pairs_kept"))]
    pairs = [[np.asarray(side, dtype=float) for side in pair] for pair in batches]
    if pairs and all(side.ndim == 0 for pair in pairs for side in pair):
        finding = Finding("wrong-result", messages.wrong_return("single arrays, one after the other", "pairs of an x_batch and a y_batch"))
        return [*found, *((name, finding) for name in ("sizes", "every_row_once", "pairs_kept"))]
    x, y = line(case)
    if pairs and all(_rows(one, y) == _rows(other, x) != [] and -1 not in _rows(one, y) for one, other in pairs):
        return [*found, ("pairs_kept", Finding("wrong-result", messages.wrong_return("pairs of a y_batch and an x_batch", "pairs of an x_batch and a y_batch")))]
    rows = [(_rows(one, x), _rows(other, y)) for one, other in pairs]
    shaped = [(name, Finding("shape-broadcast", messages.batch_shape(side.shape))) for pair in pairs for name, side in zip(("sizes",), pair) if side.ndim != 1]
    return found + shaped[:1] + _sizes(case, rows) + _coverage(case, rows) + _pairs(rows)


def _rows(batch: np.ndarray, values: np.ndarray) -> list[int]:
    """The row numbers of a batch's values; -1 for a value that is none of them."""
    place = {value: row for row, value in enumerate(values.tolist())}
    return [place.get(value, -1) for value in batch.reshape(-1).tolist()]


def _sizes(case: Case, rows: list) -> list[tuple[str, Finding]]:
    n, size = case["n"], case["batch_size"]
    got, right = [len(one) for one, _ in rows], [min(size, n - at) for at in range(0, n, size)]
    if got == right:
        return []
    if got == [*right, 0]:
        finding = Finding("extra-empty-batch", messages.extra_empty_batch(len(got), len(right)), 0, len(right))
    elif n % size and got == right[:-1]:
        finding = Finding("last-batch-dropped", messages.last_batch_dropped(n, size), 0, len(got))
    elif len(got) == 1 < len(right) and got[0] == right[0]:
        finding = Finding("one-batch-per-epoch", messages.one_batch_per_epoch(got[0], n, len(right)), 0, 0)
    elif len(got) == len(right) > 1 and set(got) == {n}:
        finding = Finding("whole-dataset-every-batch", messages.whole_dataset_every_batch(n, size), 0, 0)
    elif got and got[0] not in (right[0], 0) and [row for one, _ in rows for row in one] == list(range(n)):
        finding = Finding("batch-size-ignored", messages.batch_size_ignored(got[0], size), 0, 0)
    else:
        finding = Finding("wrong-result", messages.batch_sizes(got, right))
    return [("sizes", finding)]


def _coverage(case: Case, rows: list) -> list[tuple[str, Finding]]:
    n, size = case["n"], case["batch_size"]
    seen = [row for one, _ in rows for row in one]
    if seen == list(range(n)):
        return []
    sets = {tuple(one) for one, _ in rows}
    if set(seen) == set(range(n)) and len(seen) == n:
        finding = Finding("wrong-result", messages.not_in_order())
    elif len(rows) > 1 and len(sets) == 1 and len(seen) and -1 not in seen and len(rows[0][0]) < n:
        finding = Finding("first-batch-only", messages.first_batch_only(len(rows[0][0]), n), 0, 1)
    elif len(rows) > 1 and len(sets) == 1 and len(rows[0][0]) == n:
        finding = Finding("whole-dataset-every-batch", messages.whole_dataset_every_batch(n, size), 0, 0)
    elif -1 not in seen and len(seen) == n and len(set(seen)) < n:
        finding = Finding("sampled-with-replacement", messages.sampled_with_replacement(0, len(set(seen)), n), 0, 0)
    else:
        finding = Finding("wrong-result", messages.rows_covered(len(set(seen) - {-1}), n))
    return [("every_row_once", finding)]


def _pairs(rows: list) -> list[tuple[str, Finding]]:
    for batch, (one, other) in enumerate(rows):
        if one != other:
            x_row, y_row = next(((a, b) for a, b in zip(one, other) if a != b), (None, None))
            known = x_row is not None and x_row >= 0 and y_row >= 0
            return [("pairs_kept", Finding("pairs-broken", messages.pairs_broken(batch, *((x_row, y_row) if known else (None, None)), unit="batch"), 0, batch))]
    return []
