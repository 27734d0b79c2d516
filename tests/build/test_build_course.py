"""The course's own notebooks: the three forms of each in step, every property proved, nothing astray."""

import ast
import re
from pathlib import Path

import pytest

from autograder.build.reading import read
from autograder.build.tree import notebooks, strays
from autograder.cli import main
from autograder.exercises import get, ids

ROOT = Path(__file__).resolve().parents[2]
COURSE = notebooks(ROOT, [])


@pytest.mark.timeout(600)
def test_both_trees_are_what_the_texts_make(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    status = main(["build", "--check"])
    assert status == 0, capsys.readouterr().out


def test_nothing_astray_lies_in_either_tree():
    assert strays(ROOT) == []


def _proved():
    """Exercise -> the properties that its test cells prove, from the texts."""
    found = {}
    for notebook in COURSE:
        cells = [cell.source for cell in read(notebook).cells if cell.metadata.get("nbgrader", {}).get("grade")]
        for source in cells:
            for call in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
                if getattr(call.func, "id", "") == "prove":
                    exercise, *properties = [one.value for one in call.args if isinstance(one, ast.Constant)]
                    found.setdefault(exercise, []).extend(properties or get(exercise).properties)
    return found


def test_every_property_of_every_exercise_is_proved_once():
    assert {exercise: sorted(names) for exercise, names in _proved().items()} == {
        exercise: sorted(get(exercise).properties) for exercise in ids()
    }


@pytest.mark.parametrize("notebook", COURSE, ids=lambda notebook: notebook.name)
def test_what_a_learner_opens_holds_no_answer(notebook):
    text = notebook.release.read_text(encoding="utf-8")
    assert not re.search(r"(BEGIN|END) (SOLUTION|HIDDEN)|\bprove\(|seed=\d{4}", text)
