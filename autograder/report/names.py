"""A class without names: learners become numbers, in no order that says who they are."""

import random
import secrets
from dataclasses import replace

from autograder.report.alike import Pair
from autograder.report.class_data import ClassData, Learner

REASONS = (
    "no notebook in the folder has the name of a released one",
    "is not UTF-8 text",
    "is nested too deeply",
    "is no notebook",
    "cannot be read",
    "cannot be made ready",
    "the judge failed",
)


def anonymous(data: ClassData, chance: random.Random | None = None) -> tuple[ClassData, dict[str, str]]:
    """The class, and which id became which number: it has "learner 1", "learner 2", … for every name and id, dealt out by chance, anew in every report.

    What else could name somebody goes too: code, and the words of a reason that nobody here wrote.
    """
    order = list(data.learners)
    (chance or secrets.SystemRandom()).shuffle(order)
    width = len(str(len(order)))
    new = {learner.id: f"learner {number:0{width}}" for number, learner in enumerate(order, 1)}
    works = tuple(replace(work, learner=new[work.learner], cells=(), ungradable=_plain(work.ungradable)) for work in data.works)
    learners = tuple(Learner(new[learner.id], new[learner.id]) for learner in order)
    marks = {(new[learner], assignment): mark for (learner, assignment), mark in data.marks.items() if learner in new}
    return replace(data, learners=learners, works=works, marks=marks), new


def renamed(pairs: list[Pair], names: dict[str, str]) -> list[Pair]:
    """Pairs under other names."""
    return [replace(pair, learners=tuple(names[one] for one in pair.learners)) for pair in pairs]


def _plain(reason: str | None) -> str | None:
    """A reason in our own words: the rest may quote a file's name or its content."""
    if reason is None:
        return None
    return next((one for one in REASONS if one in reason), "for another reason; the report with names says which")
