"""The verify half: is an observation right, and if not, which belief is wrong?"""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from autograder.exercises import get, observe_all
from autograder.exercises.case import Case
from autograder.judge import messages
from autograder.judge.failures import judge_failure
from autograder.judge.verdict import Finding, Verdict

__all__ = ["Finding", "Verdict", "judge", "trace_behind", "verify"]


def verify(exercise_id: str, seed: int, observed: dict) -> Verdict:
    """Judge what `observe_all` returned, redrawing the cases from a seed that the caller trusts.

    Nothing in `observed` is believed: a malformed one raises `ValueError`, never passes.
    """
    exercise = get(exercise_id)
    cases, observations = exercise.draw(seed), _observations(observed)
    verifier = _verifier(exercise_id)
    returned = [observation for observation in observations if observation.get("status") == "returned"]
    failure = judge_failure(exercise, cases, observations)
    if failure is None:
        return verifier(cases, observations)
    if not returned:
        return failure
    return _with_failure(verifier(cases[: len(returned)], returned), failure)


def _verifier(exercise_id: str) -> Callable[[list[Case], list[dict]], Verdict]:
    """The exercise's own verifier, which passes only what holds throughout, and refuses what it cannot read."""
    own = import_module(f"autograder.judge.e{exercise_id[:2]}").VERIFIERS[exercise_id]

    def verifier(cases: list[Case], observations: list[dict]) -> Verdict:
        try:
            verdict = own(cases, observations)
        except (TypeError, LookupError, AttributeError, ArithmeticError) as error:
            raise ValueError(f"not an observation of {exercise_id}: {error!r:.200}") from error
        if verdict.passed and not all(verdict.properties.values()):
            broken = next(name for name, holds in verdict.properties.items() if not holds)
            said = messages.wrong_result(f"This does not hold: {get(exercise_id).properties[broken].rstrip('.')}")
            return replace(verdict, passed=False, findings=verdict.findings or (Finding("wrong-result", said),))
        return verdict

    return verifier


def judge(exercise_id: str, objects: tuple, seed: int) -> Verdict:
    """Observe and verify in one process, as a notebook does."""
    return verify(exercise_id, seed, observe_all(exercise_id, objects, seed))


def trace_behind(verdict: Verdict, seed: int, observed: dict) -> dict | None:
    """The run in which the verdict's first finding was made, as `Trace.to_json` with six digits a number.

    None where there is no finding, no loop, or no run that shows it. observed, seed: as `verify` had them.
    """
    from autograder.judge.evidence import compact, evidence

    if not verdict.findings:
        return None
    cases, verifier = get(verdict.exercise).draw(seed), import_module(f"autograder.judge.e{verdict.exercise[:2]}").VERIFIERS[verdict.exercise]
    trace = evidence(verdict.exercise, cases, _observations(observed), verdict.findings[0], verifier)
    return None if trace is None else compact(trace)


def _with_failure(before: Verdict, failure: Verdict) -> Verdict:
    """An exception after cases that came to an end: what they showed explains it better than the exception does."""
    return replace(failure, findings=(*before.findings, *failure.findings))


def _observations(observed: dict) -> list[dict]:
    observations = observed.get("observations") if isinstance(observed, dict) else None
    if not isinstance(observations, list) or not observations or not all(isinstance(one, dict) for one in observations):
        raise ValueError("no observations in what was sent")
    return observations
