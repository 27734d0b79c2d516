"""Export for Canvas: `nbgrader export --exporter=autograder.report.canvas.CanvasExport --to canvas.csv`.

The columns are those that Canvas' own importer reads (`lib/gradebook_importer.rb` of instructure/canvas-lms):

- The header begins with a column that has "Student" in its name and one with "ID"; then "SIS User ID" and
  "SIS Login ID" together, and last "Section". Every other column is an assignment, but those named like Canvas'
  totals ("Current Score", "Final Grade", …), which it leaves out.
- A row whose first cell has "Points Possible" in it gives the assignments' maxima.
- A learner is found by "ID" (Canvas' number), else by "SIS User ID", else by "SIS Login ID", else by name. "ID" is
  read as a number from its first digits, so that anything but Canvas' own number there may hit somebody else.
- An assignment is found by its number in brackets, "Title (1234)", else by its title; else Canvas offers to make it.
- An empty cell changes nothing.
"""

from traitlets import Dict, Unicode

from autograder.report.export_rows import PointsExport, written

HEAD = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
TOTALS = tuple(f"{kind} {what}" for kind in ("Current", "Final") for what in ("Score", "Points", "Grade")) + (
    "Override Score",
    "Override Grade",
    "Override Status",
)


class CanvasExport(PointsExport):
    """nbgrader's ids are taken for login ids, and its `lms_user_id`, where it is a number, for Canvas' own."""

    default_name = "canvas.csv"
    titles = Dict(help='nbgrader\'s name -> the column in Canvas, such as {"ps1": "Problem set 1 (1234)"}.').tag(config=True)
    section = Unicode("", help="What to write in the column Section, which Canvas wants and does not read.").tag(config=True)

    def rows(self, assignments, students, points):
        """The header, the row of maxima, and one row for each learner."""
        titles = [self._title(one.name) for one in assignments]
        yield [*HEAD, *titles]
        yield ["    Points Possible", "", "", "", "", *(written(one.max_score or 0.0) for one in assignments)]
        for student in students:
            number = str(student.lms_user_id or "")
            own = [number, ""] if number.isdigit() else ["", number]
            yield [_name(student), *own, student.id, self.section, *(points[one.name].get(student.id, "") for one in assignments)]

    def _title(self, name: str) -> str:
        title = self.titles.get(name, name)
        if any(total in title for total in TOTALS):
            raise ValueError(f"Canvas takes the column {title!r} for a total: name it otherwise in c.CanvasExport.titles")
        return title


def _name(student) -> str:
    """As Canvas sorts names: "Lovelace, Ada"."""
    return ", ".join(part for part in (student.last_name, student.first_name) if part) or student.id
