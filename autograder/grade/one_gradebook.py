"""One open gradebook and one transaction per submission, for the length of a class run."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from nbgrader.api import Gradebook
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
        self.gradebook.db.commit = self.gradebook.db.flush

    def commit(self) -> None:
        """Write what one submission changed, whole."""
        self._commit()

    def rollback(self) -> None:
        """Forget what was changed since the last commit."""
        self.gradebook.db.rollback()

    def close(self) -> None:
        """Forget what is not committed, and disconnect."""
        self.rollback()
        del self.gradebook.db.commit
        self.gradebook.close()


class _Borrowed:
    """The open gradebook where nbgrader's code opens and closes one of its own."""

    def __init__(self, lender: OneGradebook):
        self._gradebook = lender.gradebook

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
