"""Bugs made out of right loops, by changing their syntax tree as a slip of the hand would.

A mutation takes the tree of a right submission and returns the tree of a wrong one, or None where the
loop has no such place. Some mutants are right all the same: the witness decides by numbers.
"""

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .load import Submission

Mutation = Callable[[ast.Module], ast.Module | None]


@dataclass(frozen=True)
class Mutant:
    """A changed submission: how it was changed, the codes that are fair for it, and its source."""

    origin: Submission
    change: str
    fair: tuple[str, ...]
    source: str

    def __str__(self) -> str:
        return f"{self.change}:{self.origin.path}"

    def function(self, name: str) -> Callable:
        space = {"__name__": "mutant"}
        exec(compile(self.source, f"<{self}>", "exec"), space)
        return space[name]


def mutants(origin: Submission) -> Iterator[Mutant]:
    """Every mutant that this submission gives."""
    tree = ast.parse(origin.source())
    for mutation, fair in MUTATIONS.items():
        changed = mutation(copy.deepcopy(tree))
        if changed is not None:
            source = ast.unparse(ast.fix_missing_locations(changed))
            yield Mutant(origin, mutation.__name__, fair, source)


def delete_reset(tree):
    return _edit_statements(tree, _calls("zero_grad"), lambda found: [])


def delete_step(tree):
    return _edit_statements(tree, _calls("step"), lambda found: [ast.Pass()])


def delete_backward(tree):
    return _edit_statements(tree, _calls("backward"), lambda found: [ast.Pass()])


def reset_between_backward_and_step(tree):
    return _edit_statements(tree, _calls("step"), lambda found: [_statement("optimizer.zero_grad()"), found])


def backward_twice(tree):
    return _edit_statements(tree, _calls("backward"), lambda found: [_retaining(found), found])


def reset_to_epoch(tree):
    return _move_out(tree, "zero_grad", before=True)


def step_after_the_batches(tree):
    return _move_out(tree, "step", before=False)


def step_before_backward(tree):
    def swap(body):
        places = {name: _place(body, name) for name in ("backward", "step")}
        if None in places.values() or places["backward"] > places["step"]:
            return False
        body.insert(places["backward"], body.pop(places["step"]))
        return True

    return tree if any([swap(body) for body in _bodies(tree)]) else None


def break_after_first_batch(tree):
    inner = [loop for _, loop in _nested_loops(tree)]
    for loop in inner:
        loop.body.append(ast.Break())
    return tree if inner else None


def swap_loops(tree):
    done = False
    for outer, inner in _nested_loops(tree):
        if outer.body == [inner]:
            outer.target, inner.target = inner.target, outer.target
            outer.iter, inner.iter = inner.iter, outer.iter
            done = True
    return tree if done else None


def range_to_n_plus_one(tree):
    return _replace(tree, _is_batch_range, lambda call: _with_stop(call, f"{ast.unparse(call.args[1])} + 1"))


def range_without_last(tree):
    return _replace(tree, _is_batch_range, lambda call: _with_stop(call, f"{ast.unparse(call.args[1])} - batch_size + 1"))


def one_epoch_less(tree):
    return _replace(tree, lambda node: ast.unparse(node) == "range(epochs)", lambda node: _expression("range(1, epochs)"))


def batch_size_written_in(tree):
    def is_read(node):
        return isinstance(node, ast.Name) and node.id == "batch_size" and isinstance(node.ctx, ast.Load)

    return _replace(tree, is_read, lambda node: ast.Constant(7))


def slices_without_length(tree):
    """x[i:i + batch_size] becomes x[i:i]: batches without rows."""

    def is_end(node):
        return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and ast.unparse(node.right) == "batch_size"

    return _replace(tree, is_end, lambda node: node.left, inside=ast.Slice)


def loss_not_taken_out(tree):
    def is_item(node):
        return isinstance(node, ast.Call) and ast.unparse(node) in ("loss.item()", "loss.detach().item()", "l.item()")

    return _replace(tree, is_item, lambda node: ast.Name("l" if "l.item" in ast.unparse(node) else "loss", ast.Load()))


def minus_the_loss(tree):
    return _edit_statements(tree, _calls("backward", on="loss"), lambda found: [_statement("(-loss).backward()")])


def ten_times_the_loss(tree):
    return _edit_statements(tree, _calls("backward", on="loss"), lambda found: [_statement("(loss * 10).backward()")])


MUTATIONS: dict[Mutation, tuple[str, ...]] = {
    delete_reset: ("never-zeroed",),
    delete_step: ("never-stepped",),
    delete_backward: ("gradient-missing",),
    reset_between_backward_and_step: ("zeroed-before-step",),
    backward_twice: ("backward-twice", "raised", "gradient-scaled"),
    reset_to_epoch: ("zeroed-once-per-epoch", "never-zeroed"),
    step_after_the_batches: ("stepped-once-per-epoch", "zeroed-before-step"),
    step_before_backward: ("step-before-backward", "zeroed-before-step", "never-stepped"),
    break_after_first_batch: ("one-batch-per-epoch", "wrong-number-of-epochs"),
    swap_loops: ("loops-swapped", "wrong-number-of-epochs", "raised"),
    range_to_n_plus_one: ("extra-empty-batch", "raised"),
    range_without_last: ("last-batch-dropped",),
    one_epoch_less: ("wrong-number-of-epochs",),
    batch_size_written_in: ("batch-size-ignored",),
    slices_without_length: ("extra-empty-batch", "raised"),
    loss_not_taken_out: ("graph-kept",),
    minus_the_loss: ("gradient-sign",),
    ten_times_the_loss: ("gradient-scaled",),
}


def _calls(method: str, on: str | None = None) -> Callable[[ast.stmt], bool]:
    """Whether a statement is nothing but a call of this method (on this name)."""

    def matches(statement):
        call = getattr(statement, "value", None) if isinstance(statement, ast.Expr) else None
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == method):
            return False
        return not ast.unparse(call.func.value).startswith("sched") and on in (None, ast.unparse(call.func.value))

    return matches


def _bodies(tree: ast.AST) -> list[list[ast.stmt]]:
    return [body for node in ast.walk(tree) for body in (getattr(node, "body", None),) if isinstance(body, list)]


def _edit_statements(tree, matches, edit):
    done = False
    for body in _bodies(tree):
        for place in reversed([k for k, statement in enumerate(body) if matches(statement)]):
            body[place:place + 1] = edit(body[place])
            done = True
        body[:] = body or [ast.Pass()]
    return tree if done else None


def _place(body, method):
    return next((k for k, statement in enumerate(body) if _calls(method)(statement)), None)


def _nested_loops(tree):
    """(epoch loop, batch loop) pairs: for loops directly inside a for loop that is in no other."""
    outers = [n for node in ast.walk(tree) if not isinstance(node, ast.For) for n in ast.iter_child_nodes(node)]
    outers = [node for node in outers if isinstance(node, ast.For)]
    return [(outer, inner) for outer in outers for inner in outer.body if isinstance(inner, ast.For)]


def _move_out(tree, method, before):
    done = False
    for outer, inner in _nested_loops(tree):
        place = _place(inner.body, method)
        if place is not None:
            outer.body.insert(outer.body.index(inner) + (not before), inner.body.pop(place))
            done = True
    return tree if done else None


def _replace(tree, matches, make, inside=None):
    """Every expression that matches, made anew; with `inside`, only below a node of that kind."""

    class Replacer(ast.NodeTransformer):
        depth, done = 0, False

        def visit(self, node):
            below = self.depth > 0 or inside is None
            self.depth += isinstance(node, inside or ())
            node = super().generic_visit(node)
            self.depth -= isinstance(node, inside or ())
            if below and isinstance(node, ast.expr) and matches(node):
                self.done = True
                return make(node)
            return node

    replacer = Replacer()
    changed = replacer.visit(tree)
    return changed if replacer.done else None


def _is_batch_range(node):
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "range" and len(node.args) == 3 and (
        ast.unparse(node.args[2]) == "batch_size" and ast.unparse(node.args[0]) == "0"
    )


def _with_stop(call, stop):
    return ast.Call(call.func, [call.args[0], _expression(stop), call.args[2]], [])


def _retaining(found):
    first = copy.deepcopy(found)
    if not any(word.arg == "retain_graph" for word in first.value.keywords):
        first.value.keywords.append(ast.keyword("retain_graph", ast.Constant(True)))
    return first


def _statement(text):
    return ast.parse(text).body[0]


def _expression(text):
    return ast.parse(text, mode="eval").body
