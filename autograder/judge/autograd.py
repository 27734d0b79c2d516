"""Verify 04.value: a scalar autograd, by its numbers on expressions."""

from collections.abc import Callable

import numpy as np

from autograder.exercises import get
from autograder.exercises.case import Case
from autograder.judge import messages
from autograder.judge.verdict import Finding, Verdict

KINDS = {"single": "single_use", "reuse": "reuse", "second": "second_graph", "deep": "deep"}
Grads = list[list[float]]


def verify_value(cases: list[Case], observations: list[dict]) -> Verdict:
    """04.value: the data of every graph, and the leaves' gradients after each backward."""
    held = dict.fromkeys(get("04.value").properties, True)
    wrong: list[tuple[Case, Grads, Grads]] = []
    first_data: Finding | None = None
    for case, one in zip(cases, observations):
        data, grads = evaluate(case)
        if not _close(one.get("data"), data):
            held["data"] = False
            first_data = first_data or Finding("wrong-result", messages.value_data(expression(case, 0), _first(one.get("data"), data), data[0]))
        if not _close(one.get("grads"), grads):
            held[KINDS[case["kind"]]] = False
            wrong.append((case, _plain(one.get("grads"), grads), grads))
    findings = ([first_data] if first_data else []) + ([_cause(wrong, held)] if wrong else [])
    return Verdict("04.value", not findings, held, tuple(findings))


def evaluate(case: Case) -> tuple[list[float], Grads]:
    """The data of every graph's last node, and the leaves' gradients after each backward, added up."""
    total, data, grads = [0.0] * len(case["leaves"]), [], []
    for graph in case["graphs"]:
        nodes, root = _values(case["leaves"], graph), len(case["leaves"]) + len(graph) - 1
        own = [0.0] * len(nodes)
        own[root] = 1.0
        for place in range(root, len(case["leaves"]) - 1, -1):
            sign, left, right = graph[place - len(case["leaves"])]
            own[left] += own[place] * (1.0 if sign == "+" else nodes[right])
            own[right] += own[place] * (1.0 if sign == "+" else nodes[left])
        total = [sofar + new for sofar, new in zip(total, own)]
        data.append(nodes[root])
        grads.append(total)
    return data, grads


def _values(leaves: list[float], graph: list) -> list[float]:
    nodes = list(leaves)
    for sign, left, right in graph:
        nodes.append(nodes[left] + nodes[right] if sign == "+" else nodes[left] * nodes[right])
    return nodes


def expression(case: Case, graph: int) -> str:
    """A graph of a case in words a learner would type: 'a * b + c'; the deep one by its pattern."""
    if case["kind"] == "deep":
        return "… ((a * b + c) * b + c) …"
    nodes = [chr(ord("a") + at) for at in range(len(case["leaves"]))]
    for sign, left, right in case["graphs"][graph]:
        sides = [f"({side})" if sign == "*" and "+" in side else side for side in (nodes[left], nodes[right])]
        nodes.append(f"{sides[0]} {sign} {sides[1]}")
    return nodes[-1]


def _cause(wrong: list[tuple[Case, Grads, Grads]], held: dict[str, bool]) -> Finding:
    """The belief that explains every wrong gradient, or the first number that differs."""
    pairs = [(np.array(got, dtype=float), np.array(right)) for _, got, right in wrong]
    single = [pair for pair, (case, *_) in zip(pairs, wrong) if case["kind"] == "single"]
    if all(np.all((got == 0) | np.isnan(got) | np.isclose(got, right)) for got, right in single or pairs):
        return Finding("gradient-missing", messages.value_no_gradient())
    for test, finding in _EXPLAINED:
        if all(test(got, right) for got, right in pairs):
            return finding()
    case, got, right = wrong[0]
    graph, leaf = next((graph, leaf) for graph in range(len(right)) for leaf in range(len(right[0])) if not _close(got[graph][leaf], right[graph][leaf]))
    numbers = (expression(case, graph), chr(ord("a") + leaf), got[graph][leaf], right[graph][leaf])
    if case["kind"] == "second" and held["single_use"] and held["reuse"]:
        return Finding("wrong-result", messages.value_second_graph(*numbers))
    if case["kind"] == "reuse" and held["single_use"]:
        return Finding("wrong-result", messages.value_reuse(*numbers))
    return Finding("wrong-result", messages.value_gradient(*numbers))


_EXPLAINED: list[tuple[Callable[[np.ndarray, np.ndarray], bool], Callable[[], Finding]]] = [
    (lambda got, right: np.allclose(got, -right), lambda: Finding("gradient-sign", messages.derivative_sign(None))),
    (lambda got, right: np.allclose(got, 2 * right), lambda: Finding("backward-twice", messages.value_twice())),
]


def _close(got, right) -> bool:
    try:
        array = np.array(got, dtype=float)
    except (TypeError, ValueError, OverflowError):
        return False
    return array.shape == np.shape(right) and bool(np.allclose(array, right, rtol=1e-9, atol=1e-12))


def _plain(got, right: Grads) -> Grads:
    """The gradients observed, not-a-number where there was none."""
    try:
        array = np.array(got, dtype=float)
    except (TypeError, ValueError, OverflowError):
        array = np.full(np.shape(right), np.nan)
    return (array if array.shape == np.shape(right) else np.full(np.shape(right), np.nan)).tolist()


def _first(got, right: list[float]) -> float:
    return float("nan") if not got or got[0] is None else float(got[0])
