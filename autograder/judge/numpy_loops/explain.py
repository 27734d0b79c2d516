"""From a loop that was recognised to what a learner reads: one finding for every choice that is not right."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from autograder.judge import messages
from autograder.judge.numpy_loops.data import Data
from autograder.judge.numpy_loops.family import CAUSES, code_of, ledger_code
from autograder.judge.numpy_loops.gradient import factor_of
from autograder.judge.numpy_loops.loop import RIGHT, Loop
from autograder.judge.numpy_loops.notes import losses_of
from autograder.judge.numpy_loops.observed import Observed, notes_of
from autograder.judge.numpy_loops.plan import Plan
from autograder.judge.numpy_loops.simulate import Run, simulate
from autograder.judge.verdict import Finding


@dataclass(frozen=True)
class Seen:
    """One case that shows a choice: its data, the learner's run and the batches it went over (None: its own), what was returned."""

    loop: Loop
    data: Data
    run: Run
    plan: Plan | None
    observed: Observed

    def finding(self, code: str, message: str, update: int | None = None) -> Finding:
        """A finding at an update, counted over the batches that the learner's loop took."""
        if update is None or update >= len(self.run.epoch):
            return Finding(code, message)
        epoch = self.run.epoch[update]
        return Finding(code, message, epoch, update - self.run.epoch.index(epoch))


def findings_of(loop: Loop, datas: list[Data], runs: list[Run], observed: list[Observed]) -> tuple[Finding, ...]:
    """The findings of a recognised loop, the cause first, each told on a case that shows it."""
    return explain_on(loop, datas, runs, observed, [None] * len(datas))


def explain_on(loop: Loop, datas: list[Data], runs: list[Run], observed: list[Observed], plans: list[Plan | None]) -> tuple[Finding, ...]:
    """As `findings_of`, for loops that went over the batches of `plans`; None stands for the loop's own."""
    cases = [Seen(loop, *parts) for parts in zip(datas, runs, plans, observed)]
    choices = [choice for choice in CAUSES if choice in loop.deviations and not _follows(choice, loop)]
    return tuple(_explain(choice, cases) for choice in choices)


def _follows(choice: str, loop: Loop) -> bool:
    """Notes once per epoch are what an update once per epoch naturally writes down; so are others a part of the mistake."""
    if choice == "rows" and loop.rows in ("ten", "to-thousand"):
        return loop.size != "asked"  # a fixed number of rows and a fixed batch size are one mistake
    once = loop.update.startswith(("epoch", "best")) and loop.notes.startswith(("epoch", "updates-only"))
    same = (loop.scale, loop.notes) in (("sum", "sum"), ("half", "half"), ("half-sum", "sum"))
    own = loop.notes == "fresh" and bool({"reset", "update"} & set(loop.deviations))
    return choice == "notes" and (once or own or same or loop.notes == "updates-only")


def _explain(choice: str, cases: list[Seen]) -> Finding:
    telling = next((seen for seen in cases if _shows(choice, seen)), cases[0])
    return EXPLAIN[choice](telling)


def _shows(choice: str, seen: Seen) -> bool:
    """Whether this choice alone changes what the case returns."""
    if not seen.data.updates:
        return False
    with_it, data = seen.loop, seen.data
    without = with_it.but(**{choice: getattr(RIGHT, choice)})
    plan = None if seen.plan is None else lambda _: seen.plan
    run, other = simulate(with_it, data, plan=plan), simulate(without, data, plan=plan)
    if choice == "notes":
        kind = seen.observed.kind
        return not np.array_equal(notes_of(with_it, data, run, kind), notes_of(without, data, other, kind), equal_nan=True)
    return (run.w, run.b) != (other.w, other.b) or len(run.rows) != len(other.rows)


def _first_stale(seen: Seen) -> tuple[int, float]:
    """The first update whose gradient is not its batch's, and by how many times it is larger."""
    for update, (fresh, stood) in enumerate(zip(seen.run.fresh, seen.run.stood)):
        if stood is not None and not np.allclose(fresh, stood, rtol=1e-9, atol=0):
            return update, float(np.hypot(*stood) / np.hypot(*fresh))
    return 0, 1.0


def _reset(seen: Seen) -> Finding:
    code = code_of("reset", seen.loop)
    update, factor = _first_stale(seen)
    if code == "never-zeroed":
        message = messages.never_zeroed(update, factor)
    elif code == "zeroed-once-per-epoch":
        epoch = seen.run.epoch[update]
        message = messages.zeroed_once_per_epoch(epoch, update - seen.run.epoch.index(epoch), factor)
    elif seen.loop.reset.startswith("only"):
        message = messages.zeroed_partly(seen.loop.reset[-1], update)
    else:
        stale = sum(stood is not None and stood != fresh for fresh, stood in zip(seen.run.fresh, seen.run.stood))
        message = messages.zeroed_irregularly(update, stale, seen.run.updates)
    return seen.finding(code, message, update)


def _update(seen: Seen) -> Finding:
    code, run, asked = code_of("update", seen.loop), seen.run, seen.data.updates
    if code == "never-stepped":
        return Finding(code, messages.never_stepped(asked))
    if code == "step-before-backward":
        at = 1 if seen.loop.update == "previous" else _last_batch(seen)
        return seen.finding(code, messages.step_before_backward(1) if at == 1 else messages.last_update_missing(seen.data.updates), at)
    if code == "best-gradient-only":
        return seen.finding(code, messages.best_gradient_only(0, run.updates, asked), 0)
    return seen.finding(code, messages.stepped_once_per_epoch(run.updates, asked), 0)


def _last_batch(seen: Seen) -> int:
    """The last batch of the run."""
    return max(len(seen.run.rows) - 1, 0)


def _rows(seen: Seen) -> Finding:
    code, run, data = code_of("rows", seen.loop), seen.run, seen.data
    if code == "pairs-broken":
        for update, (x_rows, y_rows) in enumerate(run.pairs):
            for x_row, y_row in zip(x_rows.tolist(), y_rows.tolist()):
                if x_row != y_row:
                    return seen.finding(code, messages.pairs_broken(update, x_row, y_row), update)
    if seen.loop.rows in ("first-ten", "first-thousand"):
        seen_rows = len(np.unique(np.concatenate(run.rows))) if run.rows else 0
        return Finding(code, messages.rows_left_out(data.n - seen_rows, data.n, seen_rows), 0, seen_rows // data.batch_size)
    first = len(run.rows[0]) if run.rows else 0
    per_epoch = run.epoch.count(0)
    told: dict[str, Callable[[], str]] = {
        "first-batch-only": lambda: messages.first_batch_only(first, data.n),
        "one-batch-per-epoch": lambda: messages.one_batch_per_epoch(first, data.n, data.batches),
        "whole-dataset-every-batch": lambda: messages.whole_dataset_every_batch(first, data.batch_size),
        "last-batch-dropped": lambda: messages.last_batch_dropped(data.n, data.batch_size),
        "extra-empty-batch": lambda: messages.extra_empty_batch(per_epoch, data.batches),
        "loops-swapped": lambda: messages.loops_swapped(data.epochs),
        "pairs-broken": lambda: messages.pairs_broken(),
        "batch-size-ignored": lambda: messages.batch_size_ignored(first, data.batch_size),
        "wrong-result": lambda: messages.split_evenly(sorted({len(one) for one in run.rows}), data.batch_size),
    }
    at = {"last-batch-dropped": data.batches - 1, "extra-empty-batch": data.batches}.get(code, 1)
    if code == "last-batch-dropped":
        return Finding(code, told[code](), 0, at)
    return seen.finding(code, told[code](), min(at, max(len(run.rows) - 1, 0)))


def _size(seen: Seen) -> Finding:
    rows = len(seen.run.rows[0]) if seen.run.rows else 0
    return seen.finding("batch-size-ignored", messages.batch_size_ignored(rows, seen.data.batch_size), 0)


def _epochs(seen: Seen) -> Finding:
    data, run = seen.data, seen.run
    even = seen.loop.epochs != "iterations" and len(run.rows) % data.batches == 0 and seen.loop.deviations == ("epochs",)
    passes = (len(run.rows) // data.batches, data.epochs) if even else (None, None)
    return Finding("wrong-number-of-epochs", messages.wrong_number_of_epochs(len(run.rows), data.updates, *passes))


def _form(seen: Seen) -> Finding:
    code, rows = code_of("form", seen.loop), len(seen.run.rows[0]) if seen.run.rows else None
    if code == "wrong-result":
        return seen.finding(code, messages.new_w_in_db() if seen.loop.form == "new-w" else messages.means_multiplied(), 0)
    if code == "best-gradient-only":
        return seen.finding(code, messages.best_row_only(rows or 0), 0)
    if code == "shape-broadcast":
        return seen.finding(code, messages.shape_broadcast(rows=rows), 0)
    which, what = ("dw", "lost its factor x") if seen.loop.form == "no-x" else ("db", "has a factor x too many")
    return seen.finding(code, messages.factor_in_gradient(which, what), 0)


def _scale(seen: Seen) -> Finding:
    code, data, rows = code_of("scale", seen.loop), seen.data, len(seen.run.rows[0])
    if code == "wrong-result":
        return Finding(code, messages.never_moved(seen.loop.part))
    update = _first_scaled(seen)
    rows = len(seen.run.rows[update])
    factor = factor_of(seen.loop, rows, data.n, data.batch_size, data.lr)
    which = None if seen.loop.part == "both" else f"d{seen.loop.part}"
    return seen.finding(code, messages.gradient_scaled(factor, update, rows, which), update)


def _first_scaled(seen: Seen) -> int:
    data = seen.data
    factors = [factor_of(seen.loop, max(len(rows), 1), data.n, data.batch_size, data.lr) for rows in seen.run.rows]
    return next((update for update, factor in enumerate(factors) if not np.isclose(factor, 1.0)), 0)


def _sign(seen: Seen) -> Finding:
    if seen.loop.sign != "up":
        return seen.finding("gradient-sign", messages.gradient_sign(0, which=seen.loop.sign[-1]), 0)
    rows, (w, b) = seen.run.rows[0], (seen.run.before[1] if len(seen.run.before) > 1 else (seen.run.w, seen.run.b))
    error = w * seen.data.x[rows] + b - seen.data.y[rows]
    after = float((error**2).mean()) if len(rows) else None
    plain = seen.loop.deviations == ("sign",)
    return seen.finding("gradient-sign", messages.gradient_sign(0, seen.run.losses[0], after) if plain else messages.gradient_sign(0), 0)


def _start(seen: Seen) -> Finding:
    if seen.loop.start == "zero":
        return Finding("wrong-result", messages.start_ignored(seen.data.w, seen.data.b), 0, 0)
    return Finding("weights-reset", messages.weights_reset(1), 1, 0)


def _notes(seen: Seen) -> Finding:
    asked = seen.run.updates
    if seen.observed.kind == "ledger":
        return Finding(ledger_code(seen.loop.notes), messages.ledger_wrong(seen.loop.notes, len(seen.observed.notes), asked))
    got, wanted = seen.observed.notes, losses_of(seen.loop.but(notes="before"), seen.data, seen.run)
    if len(got) != len(wanted):
        return Finding("losses-miscounted", messages.losses_miscounted(len(got), len(wanted)))
    at = next((k for k, pair in enumerate(zip(got, wanted)) if not seen.observed.near(*pair)), 0)
    say = messages.losses_after if seen.loop.notes == "after" else messages.other_losses
    return seen.finding("losses-miscounted", say(at, float(got[at]), float(wanted[at])), at)


EXPLAIN: dict[str, Callable[[Seen], Finding]] = {
    "update": _update,
    "reset": _reset,
    "rows": _rows,
    "size": _size,
    "epochs": _epochs,
    "form": _form,
    "scale": _scale,
    "sign": _sign,
    "start": _start,
    "notes": _notes,
}
