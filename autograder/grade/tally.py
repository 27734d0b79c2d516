"""What came of a class run, counted and put in words."""

from dataclasses import dataclass, field

from autograder.grade.records import Record
from autograder.grade.submissions import Submission


@dataclass
class Tally:
    """Counts of a run. `before`: (submission's name, notebook) -> its record of the last run."""

    graded: int = 0
    same: int = 0
    unchanged: int = 0
    ungradable: list[str] = field(default_factory=list)
    different: list[str] = field(default_factory=list)
    before: dict[tuple[str, str], Record] = field(default_factory=dict)
    interrupted: bool = False

    def add(self, submission: Submission, written: dict[str, Record]) -> str | None:
        """Count a graded submission; a line where unchanged work got other marks."""
        self.graded += 1
        return self.compare(submission, written)

    def compare(self, submission: Submission, found: dict[str, Record]) -> str | None:
        """Compare with the last run where neither the work nor the tests changed."""
        lines = []
        for notebook, record in found.items():
            before = self.before.get((submission.name, notebook))
            if before is None or (before.submission, before.tests) != (record.submission, record.tests) or before.ungradable:
                continue
            if _plain(before.marks) == _plain(record.marks):
                self.same += 1
            else:
                changed = [f"{name}: {before.marks.get(name)} before, {mark} now" for name, mark in record.marks.items() if _plain(before.marks).get(name) != tuple(mark)]
                lines.append(f"{submission.name} {notebook}: other marks for unchanged work: {'; '.join(changed)}")
        self.different += lines
        return "\n".join(lines) or None

    def refuse(self, submission: Submission, reason: str) -> str:
        """Count a submission without marks."""
        line = f"{submission.name}: ungradable: {reason}"
        self.ungradable.append(line)
        return line

    @property
    def status(self) -> int:
        """The exit status."""
        return 130 if self.interrupted else 1 if self.ungradable or self.different else 0

    def summary(self, seconds: float, verify: bool = False) -> str:
        """One paragraph for the end."""
        parts = [] if verify else [f"{self.graded} graded"]
        if self.same:
            parts.append(f"{self.same} notebooks unchanged since last time got the same marks to the last point")
        if verify and not self.same and not self.different:
            parts.append("nothing to verify: no records of unchanged work")
        if self.unchanged:
            parts.append(f"{self.unchanged} unchanged since they were graded, left as they are")
        if self.different:
            parts.append(f"{len(self.different)} with other marks than recorded")
        parts.append(f"{len(self.ungradable)} ungradable" if self.ungradable else "none ungradable")
        end = "\nStopped before the end: run it again to go on." if self.interrupted else ""
        return f"{'; '.join(parts)}. {seconds:.1f} s.{end}"


def _plain(marks: dict) -> dict:
    return {name: tuple(mark) for name, mark in marks.items()}
