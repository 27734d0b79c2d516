"""A course of one small notebook, and the build command run in it."""

import shutil
from pathlib import Path

from autograder.cli import main

ROOT = Path(__file__).resolve().parents[2]
NAME = "01_count"
EXERCISE = '''# %% nbgrader={"grade_id": "count", "solution": true}
def updates_per_epoch(n, batch_size):
    """How many updates."""
    ### BEGIN SOLUTION
    return -(-n // batch_size)
    ### END SOLUTION
'''
TEST = '''# %% nbgrader={"grade": true, "grade_id": "count_even", "locked": true, "points": 1}
assert updates_per_epoch(10, 5) == 2, "two batches of five"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("02.updates_per_epoch", updates_per_epoch, "even", seed=52001)
### END HIDDEN TESTS
'''
TEXT = f'''# ---
# jupyter:
#   kernelspec:
#     name: python3
# ---

# %% [markdown]
# # Count

# %%
from autograder.learn import check, predict

predict("01-count", "How many?", number=True)
print("counted")

{EXERCISE}

# %%
check("02.updates_per_epoch", updates_per_epoch)

{TEST}
'''


class Course:
    """A folder with solutions/NN_topic.py, and the build command run in it."""

    def __init__(self, root):
        shutil.copy(ROOT / "nbgrader_config.py", root)
        self.root = root
        self.source = root / "solutions" / f"{NAME}.py"
        self.solution = root / "solutions" / NAME / f"{NAME}.ipynb"
        self.release = root / "notebooks" / NAME / f"{NAME}.ipynb"
        self.write(TEXT)

    def write(self, text):
        self.source.parent.mkdir(exist_ok=True)
        self.source.write_text(text, encoding="utf-8")

    def build(self, *words):
        return main(["build", *words])

    def files(self):
        """Path within the course -> bytes."""
        return {str(path.relative_to(self.root)): path.read_bytes() for path in self.root.rglob("*.ipynb")}
