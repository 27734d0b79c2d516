"""The same attempts on stock nbgrader, one course for each: an escape must not spoil the next."""

import json
import subprocess
import tempfile
from pathlib import Path

from tests.attacks.attempt import Attempt
from tests.attacks.trying import LIMITS, Got, _marks, hand_in, machine, snapshot, traces
from tests.grade.conftest import FULL, RIGHT, STOCK_CONFIG, Course

KEPT = Path(__file__).with_name("stock.json")


def try_stock(attempt: Attempt) -> Got:
    """One attempt and one honest neighbour, autograded by stock nbgrader."""
    with tempfile.TemporaryDirectory() as name, machine(Path(name)) as things:
        course = Course(Path(name) / "course", STOCK_CONFIG + LIMITS)
        before = snapshot(things)
        student = hand_in(course, attempt, things)
        course.submit_code("zz_honest", RIGHT)
        try:
            course.nbgrader("autograde", "small", check=False)
        except subprocess.TimeoutExpired:
            pass
        harmed = _marks(course, "zz_honest") != FULL
        return Got(_marks(course, student), traces(course, student, things, before), not harmed)


def kept() -> dict[str, dict]:
    """What was measured before: attempt -> {"shown", "verdict"}."""
    return json.loads(KEPT.read_text()) if KEPT.is_file() else {}


def measure(attempts: list[Attempt]) -> dict[str, dict]:
    """Try stock nbgrader with all that a machine survives, and keep what came of it."""
    found = kept()
    for attempt in attempts:
        if attempt.stock:
            got = try_stock(attempt)
            found[attempt.name] = {"shown": got.shown, "verdict": got.verdict(attempt)}
            KEPT.write_text(json.dumps(found, indent=1, sort_keys=True, ensure_ascii=False) + "\n")
            print(f"{attempt.name}: {found[attempt.name]}", flush=True)
    return found
