"""What the judge says: findings, and the verdict that holds them. Plain frozen data."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong, by its code in the contract's table.

    message: two or three sentences for the learner: what happened, where, with which numbers.
    epoch, batch: where it first bit, from 0; None where there is no such place.
    """

    code: str
    message: str
    epoch: int | None = None
    batch: int | None = None

    def to_json(self) -> dict:
        return {name: value for name, value in vars(self).items() if value is not None}


@dataclass(frozen=True)
class Verdict:
    """The judgement of one exercise.

    passed: True, False, or None where it could not be judged (the grader's fault).
    properties: what was asked, by name, and whether it holds, in the exercise's order.
    findings: the cause first, what follows from it after.
    trace: the run that shows the cause, as `trace_behind` gives it, where somebody asked; no part of the JSON.
    """

    exercise: str
    passed: bool | None
    properties: dict[str, bool]
    findings: tuple[Finding, ...] = ()
    trace: dict | None = field(default=None, compare=False, repr=False)

    @property
    def score(self) -> float:
        """The share of the properties that hold, in [0, 1]; 0 where nothing could be judged."""
        return sum(self.properties.values()) / len(self.properties) if self.properties else 0.0

    def to_json(self) -> dict:
        return {
            "exercise": self.exercise,
            "passed": self.passed,
            "score": round(self.score, 6),
            "properties": dict(self.properties),
            "findings": [finding.to_json() for finding in self.findings],
        }

    @classmethod
    def from_json(cls, plain: dict) -> "Verdict":
        findings = tuple(Finding(**finding) for finding in plain["findings"])
        return cls(plain["exercise"], plain["passed"], dict(plain["properties"]), findings)


def failed(exercise: str, properties: dict[str, str], finding: Finding) -> Verdict:
    """The verdict where nothing holds, because of one finding."""
    return Verdict(exercise, False, dict.fromkeys(properties, False), (finding,))
