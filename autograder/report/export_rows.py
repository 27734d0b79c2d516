"""What an export takes from the gradebook: who, what, how many points; and what is not decided yet, told apart."""

import csv
from collections.abc import Iterable
from pathlib import Path

from nbgrader.api import Gradebook, Student, SubmittedAssignment
from nbgrader.plugins import ExportPlugin
from traitlets import Bool


class PointsExport(ExportPlugin):
    """The part that the exports for Canvas and Moodle share; nbgrader's `--to`, `--student`, `--assignment` as ever.

    A late penalty is taken off, down to 0. Where nothing was handed in, and where a person still has to
    decide, there is no number: an importer leaves such a cell alone, and a 0 would stand there as a mark.
    """

    undecided = Bool(False, help="Whether to export points where some are still to be given by hand.").tag(config=True)
    default_name = "grades.csv"

    def export(self, gradebook: Gradebook) -> None:
        """Write the file. Called by `nbgrader export`."""
        assignments = [one for one in gradebook.assignments if not self.assignment or one.name in map(str, self.assignment)]
        students = [one for one in sorted(gradebook.students, key=lambda one: one.id) if not self.student or one.id in map(str, self.student)]
        points = {one.name: self._points(gradebook, one) for one in assignments}
        path = Path(self.to or self.default_name)
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows(self.rows(assignments, students, points))
        self.log.info("Wrote %s learners and %s assignments to %s", len(students), len(assignments), path)

    def rows(self, assignments: list, students: list[Student], points: dict[str, dict[str, str]]) -> Iterable[list[str]]:
        """All rows, the header first. points: assignment -> student -> the points as text, where there are any."""
        raise NotImplementedError

    def _points(self, gradebook: Gradebook, assignment) -> dict[str, str]:
        one, found, open_ones = SubmittedAssignment, {}, []
        columns = (one.student_id, one.score, one.late_submission_penalty, one.needs_manual_grade)
        for row in gradebook.db.query(*columns).filter(one.assignment_id == assignment.id):
            if row.needs_manual_grade and not self.undecided:
                open_ones.append(row.student_id)
            else:
                found[row.student_id] = written(max(0.0, (row.score or 0.0) - (row.late_submission_penalty or 0.0)))
        if open_ones:
            self.log.warning("%s: no points for %s, where some are still to be given by hand", assignment.name, ", ".join(sorted(open_ones)))
        return found


def written(points: float) -> str:
    """At most four digits behind the point, and no more than it takes."""
    return f"{points:.4f}".rstrip("0").rstrip(".")
