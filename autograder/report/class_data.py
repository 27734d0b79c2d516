"""A class as plain data: who handed in what, what was found, what it was worth. No files, no database."""

from dataclasses import dataclass, field

NOT_ATTEMPTED = "not-attempted"


@dataclass(frozen=True)
class Learner:
    """id: nbgrader's. name: what the report calls them, which `--anonymous` replaces."""

    id: str
    name: str


@dataclass(frozen=True)
class Outcome:
    """What became of one exercise.

    passed: True, False, or None where it could not be judged.
    properties: what was asked, and whether it holds. codes: of the findings, the cause first.
    """

    exercise: str
    passed: bool | None
    properties: dict[str, bool]
    codes: tuple[str, ...] = ()

    @property
    def cause(self) -> str:
        """The first finding's code, "" where there is none."""
        return self.codes[0] if self.codes else ""

    @property
    def share(self) -> float:
        """The share of the properties that hold."""
        return sum(self.properties.values()) / len(self.properties) if self.properties else float(bool(self.passed))


@dataclass(frozen=True)
class Work:
    """One notebook of one learner, as it was graded last.

    outcomes: by exercise. tests: test cells without proofs -> (points, of how many).
    history: earlier records, oldest first, as `autograder.grade.records.history` gives them.
    cells: the learner's code cells, as handed in. ungradable: why there is no mark.
    """

    learner: str
    assignment: str
    notebook: str
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    tests: dict[str, tuple[float, float]] = field(default_factory=dict)
    history: tuple[dict, ...] = ()
    cells: tuple[str, ...] = ()
    ungradable: str | None = None


@dataclass(frozen=True)
class Mark:
    """An assignment's points in the gradebook, late penalty taken off. manual: a person still has to decide."""

    points: float
    of: float
    manual: bool = False


@dataclass(frozen=True)
class ClassData:
    """marks: (learner, assignment) -> Mark. released: (assignment, notebook) -> the release's code cells."""

    course: str
    assignments: tuple[str, ...]
    learners: tuple[Learner, ...]
    works: tuple[Work, ...]
    marks: dict[tuple[str, str], Mark] = field(default_factory=dict)
    released: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    @property
    def exercises(self) -> dict[str, list[str]]:
        """Assignment -> its exercises that somebody was judged on, in the notebook's order."""
        found: dict[str, dict[str, None]] = {name: {} for name in self.assignments}
        for work in sorted(self.works, key=lambda one: -len(one.outcomes)):
            found[work.assignment] |= dict.fromkeys(work.outcomes)
        return {name: list(ids) for name, ids in found.items()}

    def outcomes(self) -> list[tuple[str, Outcome]]:
        """(learner, outcome) of all that was judged."""
        return [(work.learner, outcome) for work in self.works for outcome in work.outcomes.values()]
