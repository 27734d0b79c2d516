"""What a class believes: which findings are held by how many, where, and since when. Pure functions."""

from collections import Counter
from dataclasses import dataclass

from autograder.report.class_data import NOT_ATTEMPTED, ClassData, Work

POINTS = 40
"""Days in a course of counts, at most."""


@dataclass(frozen=True)
class Belief:
    """One finding code over the class; only an exercise's first finding, its cause, counts.

    now, ever: how many learners hold it after their last submission, and held it at any time.
    exercises: exercise -> how many hold it there now. course: how many held it on each of the days.
    """

    code: str
    now: int
    ever: int
    exercises: dict[str, int]
    course: tuple[int, ...]

    @property
    def gone(self) -> int:
        """How many held it once and hold it no more."""
        return self.ever - self.now


@dataclass(frozen=True)
class ExerciseCount:
    """One exercise over the class: how many were judged, had all right, did not attempt it; causes by count."""

    exercise: str
    judged: int
    right: int
    stubs: int
    causes: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Hard:
    """One thing that was asked, and how many of those who attempted it have it right (share in [0, 1])."""

    where: str
    what: str
    share: float
    of: int


def beliefs(data: ClassData) -> tuple[tuple[str, ...], list[Belief]]:
    """Days, and every finding code that anybody held or holds, most learners first."""
    times = _times(data)
    seen: dict[str, list[set[str]]] = {}
    where: dict[str, Counter] = {}
    for work in data.works:
        for at, causes in enumerate(_causes_at(work, times)):
            for code in filter(None, causes.values()):
                seen.setdefault(code, [set() for _ in times])[at].add(work.learner)
        for exercise, code in _causes(work.history[-1:]).items():
            if code:
                where.setdefault(code, Counter())[exercise] += 1
    return times, sorted((_belief(code, held, where.get(code, Counter())) for code, held in seen.items()), key=_order)


def _belief(code: str, held: list[set[str]], where: Counter) -> Belief:
    ever = set().union(*held)
    return Belief(code, len(held[-1]), len(ever), dict(sorted(where.items())), tuple(map(len, held)))


def _order(belief: Belief) -> tuple:
    return belief.code == NOT_ATTEMPTED, -belief.now, -belief.ever, belief.code


def _times(data: ClassData) -> tuple[str, ...]:
    """The days on which anything was graded; at most `POINTS` of them, evenly, the last among them."""
    days = sorted({line["time"][:10] for work in data.works for line in work.history})
    step = -(-len(days) // POINTS) or 1
    return tuple(reversed(days[::-1][::step]))


def _causes_at(work: Work, times: tuple[str, ...]) -> list[dict[str, str]]:
    """The causes by exercise as they stood at the end of each day."""
    return [_causes([line for line in work.history if line["time"][:10] <= day][-1:]) for day in times]


def _causes(last) -> dict[str, str]:
    return last[0]["causes"] if last else {}


def by_exercise(data: ClassData) -> list[ExerciseCount]:
    """Every exercise, in the notebooks' order."""
    found: dict[str, list] = {exercise: [] for exercises in data.exercises.values() for exercise in exercises}
    for _, outcome in data.outcomes():
        found[outcome.exercise].append(outcome)
    counts = []
    for exercise, outcomes in found.items():
        causes = Counter(outcome.cause for outcome in outcomes if outcome.cause)
        stubs = causes.pop(NOT_ATTEMPTED, 0)
        right = sum(outcome.passed is True for outcome in outcomes)
        counts.append(ExerciseCount(exercise, len(outcomes), right, stubs, tuple(causes.most_common())))
    return counts


def hardest(data: ClassData) -> list[Hard]:
    """Properties, and test cells without proofs, that somebody who tried has wrong, the hardest first."""
    tried: dict[tuple[str, str], list[float]] = {}
    for _, outcome in data.outcomes():
        if outcome.cause != NOT_ATTEMPTED and outcome.passed is not None:
            for name, holds in outcome.properties.items():
                tried.setdefault((outcome.exercise, _sentence(outcome.exercise, name)), []).append(float(holds))
    for work in data.works:
        for name, (points, of) in work.tests.items():
            if of:
                tried.setdefault((work.notebook, f"test cell {name}"), []).append(points / of)
    found = [Hard(*key, sum(shares) / len(shares), len(shares)) for key, shares in tried.items()]
    return sorted((one for one in found if one.share < 1), key=lambda one: (one.share, one.where, one.what))


def _sentence(exercise: str, name: str) -> str:
    from autograder.exercises import get

    try:
        return get(exercise).properties.get(name, name)
    except KeyError:  # an exercise of somebody else's course
        return name
