"""Judge a loop over rows in an order that nobody announced: 03.train_shuffled."""

from collections.abc import Iterator, Sequence

import numpy as np

from autograder.judge import messages
from autograder.judge.numpy_loops.data import Data
from autograder.judge.numpy_loops.explain import explain_on, findings_of
from autograder.judge.numpy_loops.family import BROADCASTS, gradient_loops
from autograder.judge.numpy_loops.inference import run_in_any_order, run_over_any_pairs, run_over_any_rows
from autograder.judge.numpy_loops.loop import RIGHT, Loop
from autograder.judge.numpy_loops.match import find
from autograder.judge.numpy_loops.notes import LOSS_NOTES
from autograder.judge.numpy_loops.observed import Observed, notes_of
from autograder.judge.numpy_loops.orders import never_again, order_finding
from autograder.judge.numpy_loops.plan import Plan
from autograder.judge.numpy_loops.properties import kept
from autograder.judge.numpy_loops.rows import find_in_rows
from autograder.judge.numpy_loops.simulate import Run, simulate
from autograder.judge.numpy_loops.unmatched import first_difference
from autograder.judge.numpy_loops.verify import GOOD, Judged, changed_finding, counted_by_notes, torn_pair
from autograder.judge.verdict import Finding

SHUFFLED = {**GOOD, "new_order": True}


def judge_shuffled(datas: list[Data], observed: list[Observed]) -> Judged:
    """The properties and findings.

    The cases are those of `draw_shuffled`: the last three share their data, the last but one has another generator.
    """
    with np.errstate(all="ignore"):
        changed = changed_finding(observed)
        runs = [run_in_any_order(RIGHT, data, one) for data, one in zip(datas, observed)]
        if all(run is not None for run in runs):
            order = order_finding(datas, runs)
            held = {**SHUFFLED, "new_order": order is None, "result": not changed}
            return held, ((order,) if order else ()) + changed
        held, findings = _known(datas, observed) or _unknown(datas, observed, runs, changed)
        return held, findings if changed == findings[:1] else (*findings, *changed)


def _known(datas: list[Data], observed: list[Observed]) -> Judged | None:
    if any(one.notes is None for one in observed):
        return None
    return _emptied(datas, observed) or _in_order(datas, observed) or _any_order(datas, observed) or _any_rows(datas, observed) or _pairs(datas, observed) or _broadcast(datas, observed) or _claimed(datas, observed)


def _in_order(datas: list[Data], observed: list[Observed]) -> Judged | None:
    """A wrong loop that does not shuffle at all: the one of 02.train."""
    known = find(datas, observed, pairs=False)
    if known is None:
        return None
    loop, runs = known
    never = Finding("never-reshuffled", messages.never_reshuffled(0, shuffled=False), 0, 0)
    return {**kept(loop), "new_order": False, "result": False}, (*findings_of(loop, datas, runs, observed), never)


def _emptied(datas: list[Data], observed: list[Observed]) -> Judged | None:
    """A batch too many in the epochs that divide evenly, whose loss is no number, and neither is any after it."""
    for data, one in zip(datas, observed):
        even, first = data.n % data.batch_size == 0 < data.epochs, one.notes[: data.batches]
        if even and len(one.notes) == (data.batches + 1) * data.epochs and np.isfinite(first).all() and np.isnan(one.notes[data.batches :]).all():
            finding = Finding("extra-empty-batch", messages.extra_empty_batch(data.batches + 1, data.batches), 0, data.batches)
            return {**SHUFFLED, "updates_per_epoch": False, "result": False}, (finding,)
    return None


def _any_order(datas: list[Data], observed: list[Observed]) -> Judged | None:
    """Every row once per epoch, and a wrong gradient or update."""
    for loop in gradient_loops():
        runs = _all_runs(loop, datas, observed)
        if runs is not None:
            order = order_finding(datas, runs)
            held = {**SHUFFLED, **kept(loop), "new_order": order is None, "result": False}
            return held, (*_told(loop, datas, runs, observed), *((order,) if order else ()))
    return None


def _all_runs(loop: Loop, datas: list[Data], observed: list[Observed]) -> list[Run] | None:
    runs = []
    for data, one in zip(datas, observed):
        run = run_in_any_order(loop, data, one)
        if run is None:
            return None
        runs.append(run)
    return runs


def _told(loop: Loop, datas: list[Data], runs: list[Run], observed: list[Observed]) -> tuple[Finding, ...]:
    """The findings of a loop, on the rows that it took."""
    return explain_on(loop, datas, runs, observed, [_plan(run) for run in runs])


def _plan(run: Run) -> Plan:
    epochs = sorted(set(run.epoch))
    return tuple(tuple(pair for pair, at in zip(run.pairs, run.epoch) if at == epoch) for epoch in epochs)


def _any_rows(datas: list[Data], observed: list[Observed]) -> Judged | None:
    """Rows that are not each once per epoch, found on the first case, which is small enough for every set of rows."""
    data, one = datas[0], observed[0]
    for loop in (RIGHT, *gradient_loops()):
        run = run_over_any_rows(loop, data, one)
        finding = None if run is None else find_in_rows(data, run.rows)
        if finding is not None:
            more = _told(loop, [data], [run], [one]) if loop.deviations else ()
            held = _held_with_rows(loop, datas, observed, finding)
            again = never_again(data, run, finding)
            return held | ({"new_order": False} if again else {}), (*more, finding, *again)
    return None


def _pairs(datas: list[Data], observed: list[Observed]) -> Judged | None:
    """x and y torn apart, found on the second case, whose batches hold one row."""
    run = run_over_any_pairs(RIGHT, datas[1], observed[1]) if len(datas) > 1 else None
    finding = None if run is None else torn_pair(run) or find_in_rows(datas[1], run.rows)
    return None if finding is None else (_held_with_rows(RIGHT, datas, observed, finding), (finding,))


def _broadcast(datas: list[Data], observed: list[Observed]) -> Judged | None:
    """Every row against every row, found on the first case, which is small enough for every set of rows."""
    for loop in gradient_loops():
        run = run_over_any_rows(loop, datas[0], observed[0]) if loop.form in BROADCASTS else None
        if run is not None and find_in_rows(datas[0], run.rows) is None:
            held = {**SHUFFLED, **kept(loop), "result": False}
            return held, _told(loop, datas[:1], [run], observed[:1])
    return None


def _held_with_rows(loop: Loop, datas: list[Data], observed: list[Observed], finding: Finding) -> dict[str, bool]:
    counted = all(len(one.notes) == data.updates for data, one in zip(datas, observed))
    held = {**SHUFFLED, **kept(loop), "updates_per_epoch": counted, "result": False}
    if finding.code not in ("wrong-number-of-epochs", "batch-size-ignored"):
        held |= {"every_row_once": False, "new_order": finding.code in ("pairs-broken", "last-batch-dropped")}
    return held


def _claimed(datas: list[Data], observed: list[Observed]) -> Judged | None:
    """Losses of another kind than asked, on the rows that a recorded run saw."""
    seen = [(data, one) for data, one in zip(datas, observed) if one.rows]
    if not seen:
        return None
    ends = []
    for loop, runs in _noted(seen):
        ends.append(loop)
        if all(one.notes_close(notes_of(loop, data, run, "losses")) for (data, one), run in zip(seen, runs)):
            findings = explain_on(loop, [data for data, _ in seen], runs, [one for _, one in seen], [_plan(run) for run in runs])
            rows = next(filter(None, (find_in_rows(data, one.rows) for data, one in seen)), None)
            held = {**SHUFFLED, **kept(loop), "result": loop.deviations == ("notes",) and rows is None}
            held |= {} if rows is None else {"every_row_once": False, "new_order": False}
            if not findings and rows is None:
                return None  # what is wrong is not in the cases that were seen
            return held, ((rows,) if rows else ()) + findings
    if ends and ends[0].but(notes="before") == RIGHT:
        data, one = seen[0]
        return {**SHUFFLED, "notes": False}, (Finding("losses-miscounted", messages.losses_miscounted(len(one.notes), data.updates)),)
    return None


def _noted(seen: list[tuple[Data, Observed]]) -> Iterator[tuple[Loop, list[Run]]]:
    """Loops whose runs over the rows seen end as observed, with every way to write losses down."""
    plans = [_cut(one.rows) for _, one in seen]
    for loop in (RIGHT, *gradient_loops()):
        runs = []
        for (data, one), plan in zip(seen, plans):
            runs.append(simulate(loop.but(notes="after"), data, plan=lambda _, plan=plan: plan))
            if not one.ends_close(runs[-1]):
                break
        else:
            yield from ((loop.but(notes=notes), runs) for notes in LOSS_NOTES)


def _cut(rows: Sequence[np.ndarray]) -> list:
    """Batches seen, epoch by epoch: a new epoch where a row comes round again."""
    epochs: list[list] = [[]]
    seen: set[int] = set()
    for batch in rows:
        if seen & set(batch.tolist()):
            epochs.append([])
            seen = set()
        seen |= set(batch.tolist())
        epochs[-1].append((batch, batch))
    return epochs


def _unknown(datas: list[Data], observed: list[Observed], runs: list[Run | None], changed: tuple[Finding, ...]) -> Judged:
    counted = counted_by_notes(datas, observed)
    claimed = [None if one.rows is None else find_in_rows(data, one.rows) for data, one in zip(datas, observed)]
    seen, cause = any(one.rows for one in observed), next(filter(None, claimed), None)
    held = {
        "updates_per_epoch": counted,
        "every_row_once": counted and seen and cause is None,
        "new_order": False,
        "fresh_gradients": False,
        "notes": False,
        "result": False,
    }
    wrong = [index for index, run in enumerate(runs) if run is None]
    return held, changed or (cause or first_difference([datas[at] for at in wrong], [observed[at] for at in wrong], anywhere=True),)
