"""`prove`: what a hidden test asks. Quiet where it holds."""

from typing import Any

from autograder.exercises import channel, get, observe_all
from autograder.learn.course import known
from autograder.learn.stops import CheckFailed, NotAttempted


def prove(exercise_id: str, *objects_and_properties: Any, seed: int) -> None:
    """Pass in silence where the named properties hold for the cases of this seed; no name means all of them.

    The learner's objects come first, in the exercise's order, then names of properties:
    `prove("02.train", train, "updates_per_epoch", seed=48213)`.
    Raises CheckFailed with what is wrong, NotAttempted for a stub. Where the marks are decided in another
    process (`autograder.exercises.channel`), only runs the cases and sends what happened.
    """
    __tracebackhide__ = True
    objects, properties = _apart(exercise_id, objects_and_properties)
    if channel.submit is not None:
        observed = channel.observe(exercise_id, objects) if channel.observe else observe_all(exercise_id, objects, seed)
        channel.submit(exercise_id, properties, observed)
        return
    _verify_here(exercise_id, objects, properties, seed)


def _apart(exercise_id: str, given: tuple) -> tuple[tuple, tuple[str, ...]]:
    exercise = get(known(exercise_id))
    count = len(exercise.names)
    objects, properties = given[:count], given[count:]
    if len(objects) < count or not all(isinstance(name, str) for name in properties):
        call = f'prove("{exercise_id}", {", ".join(exercise.names)}, "{next(iter(exercise.properties))}", seed=…)'
        raise TypeError(f"first what the learner made, then names of properties: {call}")
    unknown = [name for name in properties if name not in exercise.properties]
    if unknown:
        raise ValueError(f"{exercise_id} has no property {unknown[0]!r}: there are {', '.join(exercise.properties)}")
    return objects, properties


def _verify_here(exercise_id: str, objects: tuple, properties: tuple[str, ...], seed: int) -> None:
    from autograder.judge import judge

    verdict = judge(exercise_id, objects, seed)
    if verdict.passed is None:
        raise RuntimeError(f"{exercise_id} could not be judged: {_message(verdict)}")
    wanted = properties or tuple(verdict.properties)
    if all(verdict.properties[name] for name in wanted):
        return
    stub = bool(verdict.findings) and verdict.findings[0].code == "not-attempted"
    raise (NotAttempted if stub else CheckFailed)(_message(verdict))


def _message(verdict) -> str:
    return verdict.findings[0].message if verdict.findings else f"{verdict.exercise} does not hold yet."
