"""What happens to honest learners; the same that `tests/grade/test_marks.py` tries one by one."""

from tests.attacks.attempt import Attempt
from tests.grade.conftest import RIGHT
from tests.grade.test_marks import ACCIDENTS

ATTEMPTS = tuple(Attempt(name, "accident", train=RIGHT, change=change) for name, change in ACCIDENTS.items() if name != "nothing")
