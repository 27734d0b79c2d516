"""All exercises by id, and the run half for any of them."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from time import process_time

from autograder.exercises.case import Case
from autograder.exercises.clean import clean_state
from autograder.exercises.failure import describe_failure

PATIENCE = 10.0
"""Seconds of work, not of waiting, for all cases of an exercise; a right loop takes a tenth of one."""
NOTEBOOKS = (1, 2, 3, 4, 5, 6, 7, 8)


@dataclass(frozen=True)
class Exercise:
    """What an exercise asks and how it is run; what is right stands in `autograder.judge`.

    id: such as "05.train".
    names: what the learner defines, in the order in which `observe` takes it.
    properties: property -> what it asks, in one plain sentence, in the order of the score.
    draw: seed -> the cases.
    observe: (the learner's objects in the order of `names`, case) -> that case's observation, a plain dict.
    """

    id: str
    names: tuple[str, ...]
    properties: dict[str, str]
    draw: Callable[[int], list[Case]]
    observe: Callable[[tuple, Case], dict]


def get(exercise_id: str) -> Exercise:
    """The exercise of this id. Raises KeyError, with the ids that there are."""
    number = exercise_id[:2]
    if number.isdigit() and int(number) in NOTEBOOKS:
        for exercise in _of_notebook(int(number)):
            if exercise.id == exercise_id:
                return exercise
    raise KeyError(f"no exercise {exercise_id!r}: there are {', '.join(ids())}")


def ids() -> list[str]:
    """The ids of all exercises, in the order of the course."""
    return [exercise.id for number in NOTEBOOKS for exercise in _of_notebook(number)]


def _of_notebook(number: int) -> tuple[Exercise, ...]:
    return import_module(f"autograder.exercises.e{number:02}").EXERCISES


def observe_all(exercise_id: str, objects: tuple, seed: int) -> dict:
    """Run the learner's objects on every case of this seed.

    Returns {"exercise", "seed", "observations": [one plain dict per case]}. An exception of the
    learner's is an observation ("raised", or "not-attempted" for NotImplementedError), and ends the run:
    the cases after it are not tried. Nor are those left when `PATIENCE` has run out: the first of them is
    observed as "late".
    """
    exercise, observations, begun = get(exercise_id), [], process_time()
    for case in exercise.draw(seed):
        if process_time() - begun > PATIENCE:
            observations.append({"case": case.index, "status": "late", "error": None})
            break
        observation = _observe_one(exercise, objects, case)
        observations.append({"case": case.index, **observation})
        if observation["status"] != "returned":
            break
    return {"exercise": exercise_id, "seed": seed, "observations": observations}


def _observe_one(exercise: Exercise, objects: tuple, case: Case) -> dict:
    try:
        with clean_state(case.seed):
            return {"status": "returned", "error": None, **exercise.observe(objects, case)}
    except (Exception, SystemExit) as error:
        described = describe_failure(error)
        status = "not-attempted" if described["type"] == "NotImplementedError" else "raised"
        return {"status": status, "error": described}
