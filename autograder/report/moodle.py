"""Export for Moodle: `nbgrader export --exporter=autograder.report.moodle.MoodleExport --to moodle.csv`.

In Moodle: Grades, Import, CSV file (comma, UTF-8); "Map from" one of the first columns and "Map to" what it is,
such as "Email address" to email, or "ID number" to ID number (https://docs.moodle.org/en/Grade_import; "the import
file format is the same as the corresponding export format", from which the columns' names are); then map every
assignment to its grade item, or to a new one. What its importer does (`grade/import/csv/classes/load_data.php`):

- A row whose cell of the chosen column is empty is passed over. One that no user has stops the whole import.
- "-" is no grade.
- A new grade item gets the site's usual maximum, 100, and a grade above it is refused: make the grade items with their
  maxima first.
"""

from autograder.report.export_rows import PointsExport

HEAD = ["First name", "Last name", "Username", "ID number", "Email address"]
USUAL_MAXIMUM = 100


class MoodleExport(PointsExport):
    """nbgrader's ids are taken for user names, and its `lms_user_id` for the ID number."""

    default_name = "moodle.csv"

    def rows(self, assignments, students, points):
        """The header and one row for each learner."""
        for one in assignments:
            if (one.max_score or 0) > USUAL_MAXIMUM:
                self.log.warning("%s has %s points: make its grade item in Moodle first, with that maximum", one.name, one.max_score)
        yield [*HEAD, *(one.name for one in assignments)]
        for student in students:
            who = [student.first_name, student.last_name, student.id, student.lms_user_id, student.email]
            yield [*(str(part or "") for part in who), *(points[one.name].get(student.id, "-") for one in assignments)]
