"""A small class as plain data, for tests that need no files."""

from autograder.report.class_data import ClassData, Learner, Mark, Outcome, Work

HELD = {"updates_per_epoch": True, "fresh_gradients": True}
STALE = {"updates_per_epoch": True, "fresh_gradients": False}


def line(day, code, submission="one"):
    """A line of history: what was found in 05.train on a day of September."""
    return {"time": f"2026-09-{day:02}T10:00:00+00:00", "submission": submission, "causes": {"05.train": code}, "ungradable": None}


def work(learner, code="", history=None, cells=(), ungradable=None):
    """What a learner handed in for 05, with this cause, "" for none."""
    outcome = Outcome("05.train", not code, STALE if code else HELD, (code,) if code else ())
    outcomes = {} if ungradable else {"05.train": outcome}
    return Work(learner, "05_zero_grad", "05_zero_grad", outcomes, {}, history or (line(1, code),), cells, ungradable)


def small_class(works, released=()):
    learners = tuple(Learner(one.learner, f"{one.learner.title()} Name ({one.learner})") for one in works)
    marks = {(one.learner, one.assignment): Mark(4.0, 10.0) for one in works if not one.ungradable}
    return ClassData("course", ("05_zero_grad",), learners, tuple(works), marks, {("05_zero_grad", "05_zero_grad"): released})
