"""Whatever lies in the submitted folder: a fair mark or a reason, and the class goes on."""

import json
import os
import sqlite3
import time
from threading import Event, Thread

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from tests.grade.conftest import FULL, RIGHT, Course, cell, marked

NO_MARKS = dict.fromkeys(FULL)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return Course(tmp_path_factory.mktemp("course"))


def notebook(course):
    made = course.released()
    cell(made, "train").source = RIGHT
    return made


def stray(**cell):
    return lambda plain: plain["cells"].insert(0, {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, **cell})


def each_cell(**changes):
    return lambda plain: [one.update(changes) for one in plain["cells"]]


PUT_RIGHT = {
    "a source that is a number": stray(source=7),
    "a source with holes": stray(source=["a = 1\n", None]),
    "a source that is nothing": stray(source=None),
    "an unknown kind of cell": stray(cell_type="sql", source="select"),
    "a cell that is a text": lambda plain: plain["cells"].insert(0, "hello"),
    "half a character": stray(source='smile = "\ud83d"'),
    "outputs of no kind": lambda plain: plain["cells"][0].update(outputs=[{"output_type": "other"}, {"output_type": "stream"}, 3]),
    "cells with no metadata": each_cell(metadata=None),
    "no metadata": lambda plain: plain.pop("metadata"),
    "metadata that is a list": lambda plain: plain.update(metadata=[]),
    "no format": lambda plain: plain.pop("nbformat"),
    "no minor format": lambda plain: plain.pop("nbformat_minor"),
}


def test_what_careless_tools_write_is_put_right(course):
    for name, change in PUT_RIGHT.items():
        plain = json.loads(nbformat.writes(notebook(course)))
        change(plain)
        course.submit(name, json.dumps(plain).encode())
    course.submit("UTF-16", nbformat.writes(notebook(course)).encode("utf-16"))
    status, said = course.grade()
    assert status == 0, said
    assert {name: course.marks(name) for name in (*PUT_RIGHT, "UTF-16")} == dict.fromkeys((*PUT_RIGHT, "UTF-16"), FULL)


def test_what_is_not_the_notebook_is_ungradable_and_no_zero(course):
    course.submit("copy", course.released())
    course.submit("copy", notebook(course), name="small-Copy1")
    foreign = new_notebook(cells=[marked("def forward(x): ...", "forward", solution=True), new_code_cell("forward(3)")])
    course.submit("foreign", foreign)
    course.submit("foreign_too", foreign, name="01_one_update")
    course.submit("beside", notebook(course))
    status, said = course.grade()
    assert status == 1
    assert "small copy: ungradable: small.ipynb is as it was released, and beside it lies small-Copy1.ipynb" in said
    assert said.count("it seems to be another notebook") == 2
    assert [course.marks(name) for name in ("copy", "foreign", "foreign_too", "beside")] == [NO_MARKS, NO_MARKS, NO_MARKS, FULL]


def test_no_file_stops_the_class_or_its_report(tmp_path):
    course = Course(tmp_path)
    course.submit("pipe", b"").unlink()
    os.mkfifo(tmp_path / "submitted" / "pipe" / "small" / "small.ipynb")
    course.submit("pipe_beside", notebook(course)).with_name("pipe").unlink(missing_ok=True)
    os.mkfifo(tmp_path / "submitted" / "pipe_beside" / "small" / "data")
    with course.submit("huge", b"").open("wb") as file:
        file.truncate(20 * 2**30)
    course.submit("M\udcfcller", notebook(course))
    (tmp_path / "submitted" / "eve").mkdir()
    (tmp_path / "submitted" / "eve" / "small").symlink_to("../zoe/small")
    (tmp_path / "submitted" / "adam" / "Small").mkdir(parents=True)
    course.submit("zoe", notebook(course))
    status, said = course.grade()
    assert status == 1
    assert "small huge: ungradable: small.ipynb has more than" in said
    assert "small M\\udcfcller: ungradable: the name of the learner's folder is not UTF-8 text" in said
    assert "small eve: ungradable: the folder is a link" in said
    assert "the gradebook knows no assignment of that name: submitted/adam/Small" in said
    assert "Class report" in said
    assert [course.marks(name) for name in ("pipe", "pipe_beside", "eve", "zoe")] == [NO_MARKS, FULL, NO_MARKS, FULL]


def test_a_link_is_copied_for_nobody(course):
    folder = course.submit("linked", notebook(course)).parent
    (folder / "notes.txt").symlink_to(course.root / "gradebook.db")
    (folder / "all").symlink_to(course.root)
    course.grade()
    assert course.marks("linked") == FULL
    assert [path.name for path in (course.root / "autograded" / "linked" / "small").iterdir()] == ["small.ipynb"]


def test_what_a_learner_names_does_not_steer_the_terminal(course):
    course.submit("\x1b[31mred\nsmall zoe: 6 of 6", b"{")
    _, said = course.grade()
    assert "\x1b" not in said and "\nsmall zoe: 6 of 6" not in said


def test_a_second_grader_is_sent_away(course):
    from autograder.grade.alone import alone

    course.submit("late", notebook(course))
    with alone(course.root / ".autograder"):
        status, said = course.grade()
    assert status == 1 and "another `autograder grade` is at work" in said
    assert course.grade()[0] in (0, 1) and course.marks("late") == FULL


def test_a_locked_gradebook_stops_the_run_and_costs_nobody_a_mark(course):
    course.submit("locked", notebook(course))
    held, free = Event(), Event()
    holder = Thread(target=_hold, args=(course.root / "gradebook.db", held, free))
    holder.start()
    held.wait(20)
    try:
        status, said = course.grade()
    finally:
        free.set()
        holder.join()
    assert status == 1 and "no marks can be written: database is locked" in said, said
    course.grade()
    assert course.marks("locked") == FULL


def _hold(path, held, free):
    with sqlite3.connect(path, isolation_level=None) as book:
        book.execute("begin exclusive")
        held.set()
        free.wait(60)
        book.execute("rollback")


def test_an_observation_that_ends_its_judge_harms_no_other(judges):
    """Judged again in a process of its own, it gets its verdict whatever becomes of the shared ones."""
    from autograder.exercises import get, observation, observe_all

    space: dict = {}
    exec(RIGHT, space)
    payload = observation.encode(observe_all("02.train", tuple(space[name] for name in get("02.train").names), 5))
    assert judges.verdict("02.train", 5, payload).passed
    stop = Event()
    killer = Thread(target=_kill_for_ever, args=(judges, stop))
    killer.start()
    try:
        assert all(judges.verdict("02.train", 5, payload).passed for _ in range(3))
    finally:
        stop.set()
        killer.join()
    assert judges.verdict("02.train", 5, payload).passed


def _kill_for_ever(judges, stop):
    while not stop.is_set():
        for process in list((judges._pool._processes or {}).values()):
            process.kill()
        time.sleep(0.02)
