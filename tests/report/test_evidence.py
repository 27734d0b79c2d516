"""The run behind a finding: kept small, and drawn from again."""

import json
from pathlib import Path

import pytest

from autograder.exercises import get, observe_all
from autograder.figures import batch_figure
from autograder.judge import trace_behind, verify
from autograder.report.feedback import draw
from autograder.trace import Trace

BANK = Path(__file__).parents[1] / "bank"
SHOWN = ["never-zeroed/02_train__accumulators_outside", "never-zeroed/03_train_with_ledger__running_sum", "never-zeroed/04_train_autograd__forgotten"] + [
    f"never-zeroed/{name}__forgotten" for name in ("05_train", "06_train_accumulated", "08_fit")
]


def judged(path, solves=None):
    """(verdict, the trace behind it) of a solution of the bank. solves: such as "05_train", where the file's name does not say."""
    number, _, name = (solves or path.stem.partition("__")[0]).partition("_")
    exercise, names = f"{number}.{name}", {}
    exec(path.read_text(), names)
    observed = observe_all(exercise, tuple(names[one] for one in get(exercise).names), 7)
    verdict = verify(exercise, 7, observed)
    return verdict, trace_behind(verdict, 7, observed)


@pytest.mark.parametrize("name", SHOWN)
def test_a_stale_gradient_is_seen_in_the_run_that_was_kept(name):
    verdict, plain = judged(BANK / "wrong" / f"{name}.py")
    assert len(json.dumps(plain)) < 20_000
    trace = Trace.from_json(json.loads(json.dumps(plain)))
    assert len(trace) > 1 and abs(trace.stale[1:]).max() > 1e-3
    assert "stale" in batch_figure(trace, verdict.findings[0]).caption


def test_nothing_is_kept_of_a_right_loop_or_of_an_exercise_without_one():
    assert judged(BANK / "right" / "05_train" / "slices_zero_first.py", "05_train")[1] is None
    assert judged(next((BANK / "wrong").rglob("01_mse__*.py")))[1] is None


def test_a_loop_without_an_update_is_kept_as_what_it_did_instead():
    _, plain = judged(next((BANK / "wrong" / "never-stepped").glob("05_train__*.py")))
    assert "No update was made" in batch_figure(Trace.from_json(plain)).caption


@pytest.mark.parametrize("name", ["wrong-result/02_train__shuffled", "wrong-result/03_train_with_ledger__same_array", "never-reshuffled/03_train_shuffled__seeded_each_epoch"])
def test_of_a_loop_by_hand_that_no_known_one_explains_the_recorded_run_is_kept(name):
    verdict, plain = judged(BANK / "wrong" / f"{name}.py")
    trace = Trace.from_json(json.loads(json.dumps(plain)))
    assert len(trace) > 1 and all(rows is not None for rows in trace.rows)
    assert verdict.findings[0].code in draw(trace, verdict.findings[0]).caption.split("Marked: ")[1]


def test_a_wrong_number_is_drawn_with_gradients_where_rows_are_in_order_and_with_rows_where_they_are_not():
    in_order, shuffled = (judged(BANK / "wrong" / "wrong-result" / f"{name}.py") for name in ("03_train_with_ledger__same_array", "02_train__shuffled"))
    assert draw(Trace.from_json(in_order[1]), in_order[0].findings[0]).caption.startswith("Epoch 1, updates 1 to 3. Every step used")
    assert draw(Trace.from_json(shuffled[1]), shuffled[0].findings[0]).caption.startswith("The rows of updates")


def test_a_finding_about_rows_is_drawn_with_its_rows():
    verdict, plain = judged(BANK / "wrong" / "never-reshuffled" / "03_train_shuffled__before_the_loop.py")
    drawn = draw(Trace.from_json(plain), verdict.findings[0])
    first, second = ([row[3] for row in drawn.table.rows if row[1] == epoch] for epoch in "12")
    assert first == second
    assert drawn.caption == "The rows of updates 1 to 6, one column each. Epoch 1: 7 of 7 rows; epoch 2: 7 of 7 rows. Marked: never-reshuffled, at update 4."


def test_what_the_recorder_cannot_tell_is_not_drawn():
    assert judged(BANK / "wrong" / "pairs-broken" / "03_train_shuffled__only_x.py")[1] is None


def test_the_trace_is_no_part_of_a_verdicts_json():
    verdict, _ = judged(BANK / "wrong" / f"{SHOWN[0]}.py")
    assert "trace" not in verdict.to_json()
