"""Judge a loop over rows in order: 02.train, 03.train_with_ledger, 04.train_autograd."""

import numpy as np

from autograder.judge import messages
from autograder.judge.numpy_loops.data import Data
from autograder.judge.numpy_loops.explain import findings_of
from autograder.judge.numpy_loops.inference import run_over_any_pairs
from autograder.judge.numpy_loops.loop import RIGHT
from autograder.judge.numpy_loops.match import find, is_right
from autograder.judge.numpy_loops.observed import Observed, notes_of
from autograder.judge.numpy_loops.properties import kept
from autograder.judge.numpy_loops.rare import find_rare
from autograder.judge.numpy_loops.rows import find_in_rows
from autograder.judge.numpy_loops.simulate import simulate
from autograder.judge.numpy_loops.unmatched import first_difference, noted_otherwise
from autograder.judge.verdict import Finding

Judged = tuple[dict[str, bool], tuple[Finding, ...]]
"""updates_per_epoch, every_row_once, fresh_gradients, notes, result; and the findings, none where all is right."""

GOOD = {"updates_per_epoch": True, "every_row_once": True, "fresh_gradients": True, "notes": True, "result": True}


def judge_in_order(datas: list[Data], observed: list[Observed]) -> Judged:
    """The properties and findings of a loop by hand over rows in order."""
    with np.errstate(all="ignore"):
        wrong = [index for index, (data, one) in enumerate(zip(datas, observed)) if is_right(data, one) is None or one.notes is None]
        changed = changed_finding(observed)
        if not wrong:
            return {**GOOD, "result": not changed}, changed
        known = find(datas, observed) if all(one.notes is not None for one in observed) else None
        if known is None:
            return _rare(datas, observed, changed) or _unknown(datas, observed, changed)
        loop, runs = known
        return {**kept(loop), "result": _ends_right(datas, observed)}, (*findings_of(loop, datas, runs, observed), *changed)


def changed_finding(observed: list[Observed]) -> tuple[Finding, ...]:
    """`input-changed`, where a case's inputs were not as before."""
    names = sorted({name for one in observed for name in one.changed})
    return (Finding("input-changed", messages.input_changed(names)),) if names else ()


def _ends_right(datas: list[Data], observed: list[Observed]) -> bool:
    return all(one.ends_close(simulate(RIGHT, data)) for data, one in zip(datas, observed)) and not changed_finding(observed)


def _rare(datas: list[Data], observed: list[Observed], changed: tuple[Finding, ...]) -> Judged | None:
    """What no fixed list of loops can hold; where inputs were changed, nothing can be concluded from the numbers."""
    found = None if changed else find_rare(datas, observed)
    return None if found is None else ({**found[0], "result": _ends_right(datas, observed)}, found[1])


def _unknown(datas: list[Data], observed: list[Observed], changed: tuple[Finding, ...]) -> Judged:
    """What can be seen of a loop that no known one explains."""
    if all(one.ends_known for one in observed) and _ends_right(datas, observed):  # in every case: the updates were right, whatever was noted of them
        return {**GOOD, "notes": False}, (noted_otherwise(datas, observed),)
    rows = _rows_finding(datas, observed)
    counted = counted_by_notes(datas, observed)
    noted = all(one.notes_close(notes_of(RIGHT, data, simulate(RIGHT, data), one.kind)) for data, one in zip(datas, observed))
    properties = {
        "updates_per_epoch": counted,
        "every_row_once": counted and rows is None and _rows_seen(datas, observed),
        "fresh_gradients": noted,
        "notes": noted,
        "result": _ends_right(datas, observed),
    }
    cause = changed or ((rows,) if rows is not None else ()) or (first_difference(datas, observed),)
    return properties, cause


def counted_by_notes(datas: list[Data], observed: list[Observed]) -> bool:
    """Whether every case has a note for each update, and one of them shows that batches were behind the notes."""
    many = all(one.notes is not None and len(one.notes) == data.updates for data, one in zip(datas, observed))
    return many and any(map(batches_behind, datas, observed))


def batches_behind(data: Data, one: Observed) -> bool:
    """Whether, of several batches, the rows of each were seen or the first one's note is right: any list of numbers has a length."""
    if data.batches < 2 or not data.updates or one.notes is None or not len(one.notes):
        return False
    seen = one.rows is not None and len(one.rows) == data.updates
    return seen or one.close(one.notes[0], notes_of(RIGHT, data, simulate(RIGHT, data), one.kind)[0])


def _rows_seen(datas: list[Data], observed: list[Observed]) -> bool:
    return any(one.rows is not None and data.batches > 1 for data, one in zip(datas, observed))


def _rows_finding(datas: list[Data], observed: list[Observed]) -> Finding | None:
    """What the rows show: as the losses of one-row batches tell them, or as a recorded run saw them."""
    for data, one in zip(datas, observed):
        if data.batch_size == 1 and 1 < data.n <= 20 and one.notes is not None:
            run = run_over_any_pairs(RIGHT, data, one)
            finding = None if run is None else torn_pair(run) or find_in_rows(data, run.rows, ordered=True)
            if finding is not None:
                return finding
    for data, one in zip(datas, observed):
        seen = one.rows is not None and one.notes is not None and len(one.rows) == len(one.notes)
        finding = find_in_rows(data, one.rows, ordered=True) if seen else None
        if finding is not None:
            return finding
    return None


def torn_pair(run) -> Finding | None:
    """`pairs-broken`, where a run over one-row batches put a row's x beside another row's y."""
    for update, (x_rows, y_rows) in enumerate(run.pairs):
        if x_rows[0] != y_rows[0]:
            return Finding("pairs-broken", messages.pairs_broken(update, int(x_rows[0]), int(y_rows[0])), 0, update)
    return None
