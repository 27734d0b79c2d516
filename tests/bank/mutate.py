"""Bugs made out of right loops, by changing their syntax tree as a slip of the hand would.

A mutation takes the tree of a right submission and returns the tree of a wrong one, or None where the
loop has no such place. Some mutants are right all the same: the witness decides by numbers.
"""

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .load import Submission
from .syntax import (
    bodies,
    calls,
    edit_statements,
    expression,
    is_batch_range,
    move_out,
    nested_loops,
    place_of,
    replace,
    retaining,
    statement,
    with_stop,
)

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
    return edit_statements(tree, calls("zero_grad"), lambda found: [])


def delete_step(tree):
    return edit_statements(tree, calls("step"), lambda found: [ast.Pass()])


def delete_backward(tree):
    return edit_statements(tree, calls("backward"), lambda found: [ast.Pass()])


def reset_between_backward_and_step(tree):
    return edit_statements(tree, calls("step"), lambda found: [statement("optimizer.zero_grad()"), found])


def backward_twice(tree):
    return edit_statements(tree, calls("backward"), lambda found: [retaining(found), found])


def reset_to_epoch(tree):
    return move_out(tree, "zero_grad", before=True)


def step_after_the_batches(tree):
    return move_out(tree, "step", before=False)


def step_before_backward(tree):
    def swap(body):
        places = {name: place_of(body, name) for name in ("backward", "step")}
        if None in places.values() or places["backward"] > places["step"]:
            return False
        body.insert(places["backward"], body.pop(places["step"]))
        return True

    return tree if any([swap(body) for body in bodies(tree)]) else None


def break_after_first_batch(tree):
    inner = [loop for _, loop in nested_loops(tree)]
    for loop in inner:
        loop.body.append(ast.Break())
    return tree if inner else None


def swap_loops(tree):
    done = False
    for outer, inner in nested_loops(tree):
        if outer.body == [inner]:
            outer.target, inner.target = inner.target, outer.target
            outer.iter, inner.iter = inner.iter, outer.iter
            done = True
    return tree if done else None


def range_to_n_plus_one(tree):
    return replace(tree, is_batch_range, lambda call: with_stop(call, f"{ast.unparse(call.args[1])} + 1"))


def range_without_last(tree):
    return replace(tree, is_batch_range, lambda call: with_stop(call, f"{ast.unparse(call.args[1])} - batch_size + 1"))


def one_epoch_less(tree):
    return replace(tree, lambda node: ast.unparse(node) == "range(epochs)", lambda node: expression("range(1, epochs)"))


def batch_size_written_in(tree):
    def is_read(node):
        return isinstance(node, ast.Name) and node.id == "batch_size" and isinstance(node.ctx, ast.Load)

    return replace(tree, is_read, lambda node: ast.Constant(7))


def slices_without_length(tree):
    """x[i:i + batch_size] becomes x[i:i]: batches without rows."""

    def is_end(node):
        return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and ast.unparse(node.right) == "batch_size"

    return replace(tree, is_end, lambda node: node.left, inside=ast.Slice)


def loss_not_taken_out(tree):
    def is_item(node):
        return isinstance(node, ast.Call) and ast.unparse(node) in ("loss.item()", "loss.detach().item()", "l.item()")

    return replace(tree, is_item, lambda node: ast.Name("l" if "l.item" in ast.unparse(node) else "loss", ast.Load()))


def minus_the_loss(tree):
    return edit_statements(tree, calls("backward", on="loss"), lambda found: [statement("(-loss).backward()")])


def ten_times_the_loss(tree):
    return edit_statements(tree, calls("backward", on="loss"), lambda found: [statement("(loss * 10).backward()")])


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
