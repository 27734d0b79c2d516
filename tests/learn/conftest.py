"""Every test here has a progress of its own and sees nobody else's."""

import pytest

from autograder.learn import kept


@pytest.fixture(autouse=True)
def progress_file(tmp_path, monkeypatch):
    path = tmp_path / "kept" / "progress.json"
    monkeypatch.setenv(kept.PATH_VARIABLE, str(path))
    monkeypatch.setattr(kept, "_memory", {})
    monkeypatch.setattr(kept, "_told", set())
    return path
