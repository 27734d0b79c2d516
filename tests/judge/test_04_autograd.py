"""Notebook 04: an autograd of one's own by its numbers, and torch tensors trained by hand."""

import pytest

from autograder.judge import judge

from loops_by_hand import AUTOGRAD, written

SEED = 5

VALUE = """
class Value:
    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = data, 0.0, parents

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def backward(self):
        order, seen = [], set()

        def visit(node):
            if node not in seen:
                seen.add(node)
                for parent, _ in node.parents:
                    visit(parent)
                order.append(node)

        visit(self)
        self.grad = 1.0
        for node in reversed(order):
            for parent, local in node.parents:
                parent.grad += local * node.grad
"""

PATH_BY_PATH = VALUE[: VALUE.index("    def backward")] + """    def backward(self, gradient=1.0):
        self.grad += gradient
        for parent, local in self.parents:
            parent.backward(gradient * local)
"""


def value_class(source, *changes):
    for old, new in changes:
        assert old in source
        source = source.replace(old, new)
    space: dict = {}
    exec(source, space)
    return space["Value"]


def said(exercise_id, learners, seed=SEED):
    verdict = judge(exercise_id, (learners,), seed)
    return verdict.passed, [finding.code for finding in verdict.findings], {name for name, holds in verdict.properties.items() if not holds}


@pytest.mark.parametrize("source", [VALUE, PATH_BY_PATH], ids=["in topological order", "path by path"])
@pytest.mark.parametrize("seed", range(5))
def test_a_right_value_passes(source, seed):
    assert said("04.value", value_class(source), seed) == (True, [], set())


VALUES = {
    "overwrites": ([("parent.grad += local", "parent.grad = local")], ["wrong-result"], {"reuse", "second_graph", "deep"}),
    "wipes first": ([("        self.grad = 1.0", "        for node in order:\n            node.grad = 0.0\n        self.grad = 1.0")], ["wrong-result"], {"second_graph"}),
    "hands a factor its own side": (
        [("(self, other.data), (other, self.data)", "(self, self.data), (other, other.data)")],
        ["wrong-result"],
        {"single_use", "reuse", "second_graph", "deep"},
    ),
    "never starts": ([("self.grad = 1.0\n        for", "for")], ["gradient-missing"], {"single_use", "reuse", "second_graph", "deep"}),
    "does nothing": (
        [(VALUE[VALUE.index("        order, seen") :], "        pass\n")],
        ["gradient-missing"],
        {"single_use", "reuse", "second_graph", "deep"},
    ),
    "sums wrongly": ([("Value(self.data + other.data", "Value(self.data - other.data")], ["wrong-result", "wrong-result"], {"data", "single_use", "reuse", "deep"}),
}


@pytest.mark.parametrize("name", VALUES)
def test_a_wrong_value_is_told_by_expression(name):
    changes, codes, fails = VALUES[name]
    assert said("04.value", value_class(VALUE, *changes)) == (False, codes, fails)


def test_the_message_names_the_expression_and_both_numbers():
    changes, *_ = VALUES["overwrites"]
    (finding,) = judge("04.value", (value_class(VALUE, *changes),), SEED).findings
    assert finding.message.startswith("For a + a the gradient of a is 1, and should be 2. ")


STEP = "            with torch.no_grad():\n                w -= lr * w.grad\n                b -= lr * b.grad\n"
RESET = "            w.grad = b.grad = None\n"
COPIES = ("    losses = []\n", "    losses, w0, b0 = [], w, b\n    w, b = (t.detach().clone().requires_grad_() for t in (w, b))\n")

LOOPS = {
    "right": ([], [], set()),
    "zeros in place": ([(RESET, "            w.grad.zero_()\n            b.grad.zero_()\n")], [], set()),
    "through .data": ([(STEP, "            w.data -= lr * w.grad\n            b.data -= lr * b.grad\n")], [], set()),
    "copied back": ([COPIES, ("    return", "    with torch.no_grad():\n        w0.copy_(w)\n        b0.copy_(b)\n    return")], [], set()),
    "autograd.grad": (
        [("            loss.backward()\n", "            dw, db = torch.autograd.grad(loss, [w, b])\n"), ("lr * w.grad", "lr * dw"), ("lr * b.grad", "lr * db"), (RESET, "")],
        [],
        set(),
    ),
    "a tensor of losses": ([("return losses", "return torch.tensor(losses)")], [], set()),
    "never reset": ([(RESET, "")], ["never-zeroed"], {"fresh_gradients", "result"}),
    "reset once per epoch": ([(RESET, ""), ("        for start", "        w.grad = b.grad = None\n        for start")], ["zeroed-once-per-epoch"], {"fresh_gradients", "result"}),
    "reset before the step": (
        [(RESET, ""), (STEP, "            w.grad.zero_()\n            b.grad.zero_()\n" + STEP)],
        ["zeroed-before-step"],
        {"updates_per_epoch", "losses", "result"},
    ),
    "no step": ([(STEP, "")], ["never-stepped"], {"updates_per_epoch", "losses", "result"}),
    "no backward": (
        [("            loss.backward()\n", ""), (STEP, "            with torch.no_grad():\n                w -= lr * (w.grad or 0)\n")],
        ["gradient-missing"],
        {"updates_per_epoch", "losses", "result"},
    ),
    "b cut off": ([("+ b - y", "+ b.detach() - y"), ("                b -= lr * b.grad\n", "")], ["gradient-missing"], {"fresh_gradients", "result"}),
    "backward twice": ([("loss.backward()", "loss.backward(retain_graph=True)\n            loss.backward()")], ["backward-twice"], {"fresh_gradients", "result"}),
    "graph kept": ([("loss.item()", "loss")], ["graph-kept"], {"no_graph"}),
    "never reset, graph kept": ([(RESET, ""), ("loss.item()", "loss")], ["never-zeroed", "graph-kept"], {"fresh_gradients", "result", "no_graph"}),
    "own copies": ([COPIES], ["never-stepped"], {"result"}),
    "sum for mean": ([(".mean()", ".sum()")], ["gradient-scaled"], {"fresh_gradients", "losses", "result"}),
    "only w reset": ([(RESET, "            w.grad = None\n")], ["zeroed-irregularly"], {"fresh_gradients", "result"}),
}


@pytest.mark.parametrize("name", LOOPS)
def test_a_loop_without_an_optimizer_is_judged_and_named(name):
    changes, codes, fails = LOOPS[name]
    assert said("04.train_autograd", written(AUTOGRAD, *changes)) == (not codes, codes, fails)
