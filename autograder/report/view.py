"""From a class to what its page shows: rows and words, nothing counted in the template."""

from dataclasses import dataclass
from datetime import datetime

from autograder.report.alike import Pair
from autograder.report.beliefs import Belief, beliefs, by_exercise, hardest
from autograder.report.codes import WORDS
from autograder.report.class_data import ClassData, Outcome, Work
from autograder.report.spark import spark

HARDEST = 12


@dataclass(frozen=True)
class Cell:
    """One place of the grid. value: to sort by. kind: "right", "wrong", "stub", "none", "points", "look". code: its finding."""

    text: str
    value: float
    kind: str
    code: str = ""


def view(data: ClassData, pairs: list[Pair], when: datetime) -> dict:
    """The variables of `page/report.html.j2`."""
    times, held = beliefs(data)
    numbers = {belief.code: number for number, belief in enumerate(held, 1)}
    names = {learner.id: learner.name for learner in data.learners}
    hard = hardest(data)
    return {
        "course": data.course,
        "when": when.strftime("%d %B %Y, %H:%M"),
        "learners": len(data.learners),
        "notebooks": len(data.works),
        "times": times,
        "beliefs": [{"number": numbers[one.code], "belief": one, "words": WORDS.get(one.code, ""), "spark": _spark(one, times)} for one in held],
        "exercises": by_exercise(data),
        "groups": list(data.exercises.items()),
        "rows": _rows(data, numbers),
        "hardest": hard[:HARDEST],
        "less_hard": hard[HARDEST:],
        "pairs": [(names[one.learners[0]], names[one.learners[1]], one) for one in pairs],
        "ungradable": [(names[work.learner], work.notebook, work.ungradable) for work in data.works if work.ungradable],
        "resubmitted": sum(len({line["submission"] for line in work.history}) > 1 for work in data.works),
    }


def _spark(belief: Belief, times: tuple[str, ...]) -> str:
    words = f"{belief.code}: " + ", ".join(f"{time} {count}" for time, count in zip(times, belief.course))
    return spark(belief.course, words) if len(times) > 1 else ""


def _rows(data: ClassData, numbers: dict[str, int]) -> list[tuple[str, list[Cell]]]:
    works: dict[tuple[str, str], list[Work]] = {}
    for work in data.works:
        works.setdefault((work.learner, work.assignment), []).append(work)
    columns, learners = data.exercises, sorted(data.learners, key=lambda one: one.name.casefold())
    return [(learner.name, _cells(data, columns, learner.id, works, numbers)) for learner in learners]


def _cells(data: ClassData, exercises_of: dict[str, list[str]], learner: str, works: dict, numbers: dict[str, int]) -> list[Cell]:
    cells = []
    for assignment, exercises in exercises_of.items():
        mine = works.get((learner, assignment), [])
        outcomes = {name: outcome for work in mine for name, outcome in work.outcomes.items()}
        cells.append(_points(data, learner, assignment, mine))
        cells += [_cell(outcomes.get(exercise), numbers) for exercise in exercises]
    return cells


def _points(data: ClassData, learner: str, assignment: str, works: list[Work]) -> Cell:
    mark = data.marks.get((learner, assignment))
    if any(work.ungradable for work in works):
        return Cell("!", -0.5, "look", "ungradable")
    if mark is None:
        return Cell("–", -1, "none")
    return Cell(f"{round(mark.points, 2):g}{'*' if mark.manual else ''}", mark.points, "points", "to be marked by hand" if mark.manual else "")


def _cell(outcome: Outcome | None, numbers: dict[str, int]) -> Cell:
    if outcome is None:
        return Cell("–", -1, "none")
    if outcome.passed is None:
        return Cell("?", -0.5, "look", "could not be judged")
    if outcome.passed:
        return Cell("✓", 1, "right")
    if outcome.cause == "not-attempted":
        return Cell("·", 0, "stub", outcome.cause)
    return Cell(str(numbers.get(outcome.cause, "✗")), round(outcome.share, 3), "wrong", outcome.cause)
