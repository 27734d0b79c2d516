"""The small course, fresh for each test or built once for those that only look."""

import pytest
from small_course import Course


@pytest.fixture
def course(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return Course(tmp_path)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The same course, built once for all tests of a file that only look."""
    made = Course(tmp_path_factory.mktemp("course"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(made.root)
        assert made.build() == 0
    return made
