"""One open gradebook and one transaction per submission, for the length of a class run."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from nbgrader.api import Comment, Grade, Gradebook, SubmittedAssignment, SubmittedNotebook
from sqlalchemy.exc import SAWarning

_MODULES = (
    "nbgrader.converters.autograde",
    "nbgrader.preprocessors.overwritecells",
    "nbgrader.preprocessors.overwritekernelspec",
    "nbgrader.preprocessors.saveautogrades",
    "nbgrader.preprocessors.latesubmissions",
    "autograder.grade.executor",
    "autograder.grade.mend",
)


class OneGradebook:
    """nbgrader's gradebook, opened once. Commits are kept back until `commit`."""

    def __init__(self, db_url: str, course_id: str):
        self.gradebook = Gradebook(db_url, course_id)
        self._commit = self.gradebook.db.commit
        self.gradebook.db.commit = self._send_what_is_new
        self.gradebook.db().expire_on_commit = False  # cells and students stay known; grades are asked for anew
        self._entries: dict[tuple, dict] = {}

    def _send_what_is_new(self) -> None:
        """In place of a commit. Changed marks go together, with the next query or the commit itself."""
        if self.gradebook.db().new:
            self.gradebook.db.flush()

    def entries(self, kind: str, notebook: str, assignment: str, student: str) -> dict:
        """The "grades" or "comments" of one learner's notebook, by the name of their cell."""
        key = kind, notebook, assignment, student
        if key not in self._entries:
            entry = self.gradebook.find_submission_notebook(notebook, assignment, student)
            self._entries[key] = {one.name: one for one in getattr(entry, kind)}
        return self._entries[key]

    def commit(self) -> None:
        """Write what one submission changed, whole."""
        self._commit()
        self._forget()

    def rollback(self) -> None:
        """Forget what was changed since the last commit."""
        self.gradebook.db.rollback()
        self._forget()

    def _forget(self) -> None:
        """Somebody may change marks by hand while a class runs."""
        self._entries.clear()
        for one in list(self.gradebook.db().identity_map.values()):
            if isinstance(one, (Grade, Comment, SubmittedNotebook, SubmittedAssignment)):
                self.gradebook.db().expunge(one)

    def close(self) -> None:
        """Forget what is not committed, and disconnect."""
        self.rollback()
        del self.gradebook.db.commit
        self.gradebook.close()


class _Borrowed:
    """The open gradebook where nbgrader's code opens and closes one of its own."""

    def __init__(self, lender: OneGradebook):
        self._lender, self._gradebook = lender, lender.gradebook

    def find_grade(self, cell: str, notebook: str, assignment: str, student: str):
        """As nbgrader's: all grades of a notebook come with one query, not six tables joined for each."""
        found = self._lender.entries("grades", notebook, assignment, student).get(cell)
        return self._gradebook.find_grade(cell, notebook, assignment, student) if found is None else found

    def find_comment(self, cell: str, notebook: str, assignment: str, student: str):
        """As nbgrader's, in the same way."""
        found = self._lender.entries("comments", notebook, assignment, student).get(cell)
        return self._gradebook.find_comment(cell, notebook, assignment, student) if found is None else found

    def __getattr__(self, name: str):
        return getattr(self._gradebook, name)

    def __enter__(self) -> "_Borrowed":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def close(self) -> None:
        """It is not ours to close."""


@contextmanager
def one_gradebook(db_url: str, course_id: str) -> Iterator[OneGradebook]:
    """Let nbgrader's converter and preprocessors share one gradebook while the body runs."""
    lender = OneGradebook(db_url, course_id)
    modules = [import_module(name) for name in _MODULES]
    try:
        for module in modules:
            module.Gradebook = lambda *_, **__: _Borrowed(lender)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SAWarning)  # nbgrader's own, once for each submission
            yield lender
    finally:
        for module in modules:
            module.Gradebook = Gradebook
        lender.close()
