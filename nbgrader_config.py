"""nbgrader's configuration of the course in this folder. A class's own files lie in class/, out of git."""

from pathlib import Path

c = get_config()  # noqa: F821 (nbgrader puts it here)

CLASS = Path(__file__).resolve().parent / "class"
CLASS.mkdir(exist_ok=True)

c.CourseDirectory.course_id = "ten-updates"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "notebooks"
c.CourseDirectory.submitted_directory = "class/submitted"
c.CourseDirectory.autograded_directory = "class/autograded"
c.CourseDirectory.feedback_directory = "class/feedback"
c.CourseDirectory.solution_directory = "class/solution"
c.ZipCollectApp.downloaded_directory = "class/downloaded"
c.CourseDirectory.db_url = f"sqlite:///{CLASS}/gradebook.db"

c.ClearSolutions.code_stub = {"python": 'raise NotImplementedError("Replace this line with your own code.")'}

from autograder.grade import use_sandbox  # noqa: E402 (after get_config, as nbgrader's users write it)
from autograder.report import use_findings  # noqa: E402

use_sandbox(c)
use_findings(c)
