"""Nothing that a learner has answered or passed is lost."""

import errno
import json
import multiprocessing
import os

import pytest

from autograder.learn import kept


def test_what_was_kept_is_there_after_a_restart(progress_file):
    kept.change("predictions", "02-updates", answer=10)
    kept.change("exercises", "02.train", passed=True)
    assert json.loads(progress_file.read_text()) == {
        "revision": 2,
        "predictions": {"02-updates": {"answer": 10}},
        "exercises": {"02.train": {"passed": True}},
    }
    assert kept.each("predictions")("02-updates") == {"answer": 10}


def test_a_later_change_merges_into_the_entry():
    kept.change("exercises", "02.train", checks=1)
    assert kept.change("exercises", "02.train", passed=True) == {"checks": 1, "passed": True}


def _answer_many(path, name, count):
    os.environ[kept.PATH_VARIABLE] = path
    for number in range(count):
        kept.change("predictions", f"{name}-{number}", answer=number)


def test_two_notebooks_at_once_do_not_fight(progress_file):
    context = multiprocessing.get_context("spawn")
    both = [context.Process(target=_answer_many, args=(str(progress_file), name, 40)) for name in ("one", "two")]
    for process in both:
        process.start()
    for process in both:
        process.join(60)
    assert [process.exitcode for process in both] == [0, 0]
    wanted = {f"{name}-{number}": {"answer": number} for name in ("one", "two") for number in range(40)}
    assert kept.read()["predictions"] == wanted


@pytest.mark.parametrize("broken", ["", "{", "[]", "null", '{"revision": "x"}', '{"revision": 1, "predictions": [1]}', "\x00\xff"])
def test_a_broken_file_is_set_aside_and_a_new_one_begun(progress_file, broken, capsys):
    progress_file.parent.mkdir()
    progress_file.write_text(broken)
    kept.change("predictions", "a", answer=1)
    assert (progress_file.parent / "progress.broken-1.json").read_text() == broken
    assert kept.read()["predictions"] == {"a": {"answer": 1}}
    assert capsys.readouterr().out.count("damaged") == 1


def test_a_second_broken_file_does_not_overwrite_the_first(progress_file):
    progress_file.parent.mkdir()
    for text in ("first", "second"):
        progress_file.write_text(text)
        assert kept.read()["predictions"] == {}
        kept.change("predictions", "a", answer=1)
    aside = sorted(path.read_text() for path in progress_file.parent.glob("progress.broken-*"))
    assert aside == ["first", "second"]


def _full_disk(*args, **kwargs):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_keeps_answers_in_memory_says_so_once_and_writes_later(progress_file, monkeypatch, capsys):
    kept.change("predictions", "before", answer=0)
    with monkeypatch.context() as full:
        full.setattr(kept.tempfile, "mkstemp", _full_disk)
        kept.change("predictions", "a", answer=1)
        kept.change("predictions", "b", answer=2)
        assert set(kept.read()["predictions"]) == {"before", "a", "b"}
        assert capsys.readouterr().out.count("only until this kernel stops") == 1
        assert set(json.loads(progress_file.read_text())["predictions"]) == {"before"}
    kept.change("predictions", "c", answer=3)
    assert set(json.loads(progress_file.read_text())["predictions"]) == {"before", "a", "b", "c"}


def test_a_disk_that_fills_up_while_writing_leaves_the_old_file_whole(progress_file, monkeypatch):
    kept.change("predictions", "before", answer=0)
    old = progress_file.read_bytes()
    monkeypatch.setattr(kept.json, "dump", _full_disk)
    kept.change("predictions", "a", answer=1)
    assert progress_file.read_bytes() == old
    assert [path.name for path in progress_file.parent.glob("new-*")] == []


def test_where_the_course_folder_is_read_only_the_users_own_folder_keeps_it(tmp_path, monkeypatch, capsys):
    blocked = tmp_path / "a-file"
    blocked.write_text("a folder cannot be made below a file")
    own = tmp_path / "home" / "progress.json"
    monkeypatch.setattr(kept, "places", lambda: [blocked / "progress.json", own])
    kept.change("predictions", "a", answer=1)
    assert kept.read()["predictions"] == {"a": {"answer": 1}}
    assert own.is_file() and not capsys.readouterr().out


def test_of_two_files_the_later_answer_counts(tmp_path, monkeypatch):
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    first.write_text('{"revision": 3, "predictions": {"a": {"answer": "old"}, "b": {"answer": 1}}}')
    second.write_text('{"revision": 5, "predictions": {"a": {"answer": "new"}}}')
    monkeypatch.setattr(kept, "places", lambda: [first, second])
    assert kept.read() == {"revision": 5, "exercises": {}, "predictions": {"a": {"answer": "new"}, "b": {"answer": 1}}}


def test_without_a_variable_the_course_folder_comes_first_and_the_home_folder_second(monkeypatch, tmp_path):
    monkeypatch.delenv(kept.PATH_VARIABLE)
    monkeypatch.setattr(kept, "root", lambda: tmp_path)
    first, second = kept.places()
    assert first == tmp_path / ".progress" / "progress.json"
    assert second.parent.name == "ten-updates"
