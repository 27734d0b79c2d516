"""A class of any size, made up: a gradebook, records with their history, and what was handed in."""

import json
import os
import random
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nbgrader.api import Grade, Gradebook, Student, SubmittedAssignment, SubmittedNotebook

from autograder.exercises import get
from autograder.exercises.registry import ids
from autograder.grade import records
from autograder.report.class_data import ClassData, Learner, Mark, Outcome, Work
from autograder.report.codes import WORDS

CONFIG = "c = get_config()\nfrom autograder.grade import use_sandbox\nuse_sandbox(c)\nc.CourseDirectory.course_id = 'made-up'\n"
CODES = [code for code in WORDS if code not in ("killed", "out-of-memory")]
EXERCISES = {f"{number:02}_notebook": [one for one in ids() if one[:2] == f"{number:02}"] for number in range(1, 9)}
START = datetime(2026, 9, 1, 12, tzinfo=UTC)


def made_up_class(root: Path, learners: int, seed: int = 1) -> Path:
    """A course in `root` with this many learners who handed in all eight notebooks, some of them twice."""
    chance = random.Random(seed)
    (root / "nbgrader_config.py").write_text(CONFIG)
    os.environ["PATH"] = os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]])  # where nbgrader finds alembic
    with Gradebook(f"sqlite:///{root}/gradebook.db", "made-up") as book:
        students = [Student(id=f"s{number:04}", first_name="Given", last_name=f"Family{number}") for number in range(learners)]
        book.db.add_all(students)
        book.db.flush()
        book.db.autoflush = False
        for week, (name, wanted) in enumerate(EXERCISES.items()):
            assignment = book.add_assignment(name, course_id="made-up")
            notebook = book.add_notebook(name, name)
            cells = [book.add_grade_cell(one, name, name, max_score=5, cell_type="code") for one in wanted]
            for student in students:
                told = {one: _verdict(one, chance) for one in wanted}
                book.db.add(_submission(assignment, student, notebook, cells, told))
                _keep(root, name, student.id, told, START + timedelta(weeks=week), chance)
                _hand_in(root, name, student.id, chance)
        book.db.commit()
    return root


def made_up_data(learners: int, seed: int = 1) -> ClassData:
    """The same without files: 300 learners in a moment."""
    chance, works, names = random.Random(seed), [], [f"s{number:04}" for number in range(learners)]
    for week, (name, wanted) in enumerate(EXERCISES.items()):
        day = (START + timedelta(weeks=week)).isoformat()
        for learner in names:
            told = [_verdict(one, chance) for one in wanted]
            outcomes = {one["exercise"]: Outcome(one["exercise"], one["passed"], one["properties"], tuple(found["code"] for found in one["findings"])) for one in told}
            history = ({"time": day, "submission": "x", "causes": {one: outcome.cause for one, outcome in outcomes.items()}},)
            works.append(Work(learner, name, name, outcomes, {}, history))
    marks = {(work.learner, work.assignment): Mark(chance.randrange(20), 20) for work in works}
    return ClassData("made-up", tuple(EXERCISES), tuple(Learner(one, f"Given Family ({one})") for one in names), tuple(works), marks)


def _verdict(exercise: str, chance: random.Random) -> dict:
    names = list(get(exercise).properties)
    code = None if chance.random() < 0.65 else CODES[min(int(chance.expovariate(0.15)), len(CODES) - 1)]
    holds = dict.fromkeys(names, True) if code is None else {name: chance.random() < 0.5 for name in names} | {names[0]: False}
    findings = [] if code is None else [{"code": code, "message": f"It was {code}."}]
    return {"exercise": exercise, "passed": code is None, "score": sum(holds.values()) / len(names), "properties": holds, "findings": findings}


def _submission(assignment, student, notebook, cells, told: dict) -> SubmittedAssignment:
    entry = SubmittedAssignment(assignment=assignment, student=student, timestamp=START)
    handed_in = SubmittedNotebook(notebook=notebook, assignment=entry)
    handed_in.grades = [Grade(cell=cell, auto_score=5 * told[cell.name]["score"], needs_manual_grade=False) for cell in cells]
    return entry


def _keep(root: Path, name: str, student: str, told: dict, when: datetime, chance: random.Random) -> None:
    path = records.place(root / "autograded", name, student, name)
    earlier = {one: _verdict(one, chance) for one in told}
    for day, verdicts in ((0, earlier), (7, told)) if chance.random() < 0.3 else ((0, told),):
        time = (when + timedelta(days=day)).isoformat(timespec="seconds")
        marks = {one: [5 * verdict["score"], 5] for one, verdict in verdicts.items()}
        record = records.Record(f"hash{day}{student}", "tests", "00", {}, time, marks, {one: [verdict] for one, verdict in verdicts.items()})
        records.write(path, record)


def _hand_in(root: Path, name: str, student: str, chance: random.Random) -> None:
    path = root / "submitted" / student / name / f"{name}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"cells": [{"cell_type": "code", "source": code(chance), "metadata": {}, "outputs": []}], "metadata": {}}))


def code(chance: random.Random, lines: int = 25) -> str:
    """A function of its own making."""
    body = [f"    {chance.choice('abcxyz')} = {chance.choice('abcxyz')} {chance.choice('+-*/')} {chance.randrange(99)}" for _ in range(lines)]
    return "def train(a, b, c, x, y, z):\n" + "\n".join(body) + "\n    return x\n"
