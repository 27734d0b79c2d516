"""Verify notebook 01: one update, in four functions."""

from collections.abc import Callable

import numpy as np

from autograder.exercises import get
from autograder.exercises.case import Case
from autograder.exercises.e01 import predictions
from autograder.exercises.line import line
from autograder.judge import messages
from autograder.judge.one_update import BELIEFS, Given
from autograder.judge.stub import untouched
from autograder.judge.verdict import Finding, Verdict

RELATIVE, ABSOLUTE = 1e-9, 1e-12


def _given(case: Case) -> Given:
    if case.exercise == "01.update":
        return Given(**case.settings)
    x, y = line(case)
    return Given(x=x, y=y, y_hat=predictions(case), w=case["w"], b=case["b"])


def _verifier(exercise_id: str, right: Callable[[Given], object], parts: Callable) -> Callable[[list[Case], list[dict]], Verdict]:
    """A verifier that compares values part by part; `parts` says which properties fail for one case."""

    def verify(cases: list[Case], observations: list[dict]) -> Verdict:
        early = untouched(exercise_id, observations)
        if early is not None:
            return early
        held = dict.fromkeys(get(exercise_id).properties, True)
        rows = [(_given(case), one) for case, one in zip(cases, observations)]
        for given, one in rows:
            for name in parts(np.asarray(right(given), dtype=float), one, given):
                held[name] = False
        if _one_number_for_all(rows):
            held = dict.fromkeys(held, False)
        with np.errstate(all="ignore"):  # a learner's numbers may be as large as they like
            findings = _findings(exercise_id, right, rows, held)
        return Verdict(exercise_id, all(held.values()), held, findings)

    return verify


def _array_parts(shape_property: str) -> Callable[[np.ndarray, dict], list[str]]:
    def parts(right: np.ndarray, one: dict, given: Given) -> list[str]:
        value, wrong = _value(one), []
        if value is None or value.size != right.size or not _close(value.reshape(-1), right.reshape(-1)):
            wrong.append("value")
        if value is None or value.shape != right.shape:
            wrong.append(shape_property)
        return wrong + (["inputs_unchanged"] if one.get("changed") else [])

    return parts


def _gradient_parts(right: np.ndarray, one: dict, given: Given) -> list[str]:
    pair = one.get("pair")
    single = pair is not None and None not in pair and len(pair) == 2 and one.get("shapes") == [[], []]
    wrong = [] if single else ["two_numbers"]
    for name, at in (("dw", 0), ("db", 1)):
        if pair is None or pair[at] is None or not _close(pair[at], right[at]):
            wrong.append(name)
    return wrong + (["inputs_unchanged"] if one.get("changed") else [])


def _update_parts(right: np.ndarray, one: dict, given: Given) -> list[str]:
    pair = one.get("pair")
    if pair is None or None in pair or len(pair) != 2:
        return ["w", "b", "downhill"]
    wrong = [name for name, got, want in zip("wb", pair, right) if not _close(got, want)]
    along = (pair[0] - given.w) * given.dw + (pair[1] - given.b) * given.db
    return wrong if along < 0 else [*wrong, "downhill"]


def _one_number_for_all(rows: list) -> bool:
    """Whether the same number came back whatever was given: what took no notice of its inputs has no property to show."""
    came = [got.reshape(-1) for got in (_got(one) for _, one in rows) if got is not None]
    return len(rows) > 1 and len(came) == len(rows) and len(np.unique(np.concatenate(came))) == 1


def _value(one: dict) -> np.ndarray | None:
    if one.get("value") is None:
        return None
    return np.asarray(one["value"], dtype=float)


def _close(got, want) -> bool:
    return np.shape(got) == np.shape(want) and bool(np.allclose(got, want, rtol=RELATIVE, atol=ABSOLUTE, equal_nan=True))


def _got(one: dict) -> np.ndarray | None:
    if "pair" in one:
        pair = one["pair"]
        return None if pair is None or None in pair else np.array(pair, dtype=float)
    return _value(one)


def _findings(exercise_id: str, right: Callable, rows: list, held: dict[str, bool]) -> tuple[Finding, ...]:
    if all(held.values()):
        return ()
    changed = [str(name)[:9] for _, one in rows for name in one.get("changed") or ()]
    found = [Finding("input-changed", messages.input_changed(sorted(set(changed))))] if changed else []
    if not all(value for name, value in held.items() if name != "inputs_unchanged"):
        found.insert(0, _cause(exercise_id, right, rows))
    return tuple(found)


def _cause(exercise_id: str, right: Callable, rows: list) -> Finding:
    for belief in BELIEFS[exercise_id]:
        if all(_same(_got(one), belief.value(given)) for given, one in rows):
            given, one = next(((given, one) for given, one in rows if not _same(_got(one), right(given))), rows[0])
            return Finding(belief.code, belief.message(given, _got(one), np.asarray(right(given), dtype=float)))
    return _scaled_somehow(exercise_id, right, rows) or _first_difference(exercise_id, right, rows)


def _scaled_somehow(exercise_id: str, right: Callable, rows: list) -> Finding | None:
    """`gradient-scaled`, where both derivatives are off by the same factor, whichever it is from case to case."""
    if exercise_id != "01.gradients":
        return None
    ratios = []
    for given, one in rows:
        got, want = _got(one), np.asarray(right(given), dtype=float)
        if got is None or got.shape != want.shape or not np.isclose(got[0] * want[1], got[1] * want[0], rtol=1e-9) or got[0] * want[0] <= 0:
            return None
        ratios.append(float(got[0] / want[0]))
    at = next((at for at, ratio in enumerate(ratios) if not np.isclose(ratio, 1.0)), None)
    if at is None:
        return None
    return Finding("gradient-scaled", messages.derivative_scaled("Both derivatives are", ratios[at], rows[at][0].n))


def _same(got: np.ndarray | None, want) -> bool:
    want = np.asarray(want, dtype=float)
    return got is not None and got.shape == want.shape and _close(got, want)


def _first_difference(exercise_id: str, right: Callable, rows: list) -> Finding:
    names = {"01.gradients": ("dw", "db"), "01.update": ("w", "b"), "01.mse": ("The loss",)}.get(exercise_id)
    for given, one in rows:
        got, want = _got(one), np.asarray(right(given), dtype=float)
        if got is None or got.size != want.size:
            if got is not None and got.size == want.size**2 > 1:
                return Finding("shape-broadcast", messages.shape_broadcast(got.shape, want.size))
            return Finding("wrong-result", messages.wrong_return(str(one.get("got"))[:200], _asked(exercise_id)))
        for at, pair in enumerate(zip(got.reshape(-1), want.reshape(-1))):
            if not _close(*pair):
                name = names[at] if names else f"Prediction {at + 1}"
                return Finding("wrong-result", messages.wrong_result(name, *map(float, pair)))
        if got.shape != want.shape:
            return Finding("shape-broadcast", messages.shape_kept(tuple(got.shape), tuple(want.shape)))
    return Finding("wrong-result", messages.wrong_return(str(rows[0][1].get("got"))[:200], _asked(exercise_id)))


def _asked(exercise_id: str) -> str:
    return {
        "01.forward": "one prediction per row",
        "01.mse": "one number",
        "01.gradients": "two numbers, dw and db",
        "01.update": "the new w and the new b",
    }[exercise_id]


def forward(given: Given) -> np.ndarray:
    return given.w * given.x + given.b


def mse(given: Given) -> float:
    return float(((given.y_hat - given.y) ** 2).mean())


def gradients(given: Given) -> tuple[float, float]:
    error = given.y_hat - given.y
    return 2 * float((error * given.x).mean()), 2 * float(error.mean())


def update(given: Given) -> tuple[float, float]:
    return given.w - given.lr * given.dw, given.b - given.lr * given.db


VERIFIERS = {
    "01.forward": _verifier("01.forward", forward, _array_parts("shape")),
    "01.mse": _verifier("01.mse", mse, _array_parts("single_number")),
    "01.gradients": _verifier("01.gradients", gradients, _gradient_parts),
    "01.update": _verifier("01.update", update, _update_parts),
}
