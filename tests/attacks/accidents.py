"""What happens to honest learners; the same that `tests/grade/test_marks.py` tries one by one."""

from tests.attacks.attempt import Attempt
from tests.grade.conftest import RIGHT
from tests.grade.test_marks import ACCIDENTS

BESIDE = {
    "a timestamp that is none": (("timestamp.txt", "last Tuesday"),),
    "an empty timestamp": (("timestamp.txt", ""),),
    "a link that leads nowhere": (("data.csv", "link:/nowhere/data.csv"),),
    "a link round in a circle": (("data.csv", "link:data.csv"), ("up", "link:..")),
    "what a Mac leaves in an archive": (("._small.ipynb", "\0\5\x16\7"), ("__MACOSX/._small.ipynb", "\0"), (".DS_Store", "\0")),
    "an older copy beside it": (("small-Copy1.ipynb", "{}"),),
}
"""What lies beside the notebook."""

ATTEMPTS = (
    *(Attempt(name, "accident", train=RIGHT, change=change) for name, change in ACCIDENTS.items() if name != "nothing"),
    *(Attempt(name, "accident", train=RIGHT, files=files) for name, files in BESIDE.items()),
)
