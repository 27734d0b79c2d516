"""The picture of the README: ten updates done right beside ten with zero_grad once per epoch.

python -m autograder.labs.readme_figure
"""

from pathlib import Path
from types import SimpleNamespace

from autograder.figures.figure import Figure
from autograder.figures.pair_figure import pair_of_runs
from autograder.labs.line import course_line
from autograder.labs.resets import run_resets
from autograder.labs.where_zero_grad import START, WhereZeroGrad

PATH = Path(__file__).resolve().parents[1] / "figures" / "ten_updates.svg"
NAMES = ("zero_grad for every batch", "zero_grad once per epoch")
FINDING = SimpleNamespace(code="zeroed-once-per-epoch", epoch=0, batch=1)


def readme_figure() -> Figure:
    """One epoch of the course's line at learning rate 0.05, with zero_grad in its place and out of it."""
    study = WhereZeroGrad(course_line())
    places = ("before-forward", "once-per-epoch")
    runs = [study.run(run_resets(study.means, START, 0.05, 1, place), place, 1) for place in places]
    return pair_of_runs(*runs, NAMES, FINDING)


if __name__ == "__main__":
    PATH.write_text(readme_figure().svg, encoding="utf-8")
    print(readme_figure().caption)
