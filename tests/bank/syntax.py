"""Places in a syntax tree of a training loop, and how to change them."""

import ast
import copy
from collections.abc import Callable


def calls(method: str, on: str | None = None) -> Callable[[ast.stmt], bool]:
    """Whether a statement is nothing but a call of this method (on this name)."""

    def matches(statement):
        call = getattr(statement, "value", None) if isinstance(statement, ast.Expr) else None
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == method):
            return False
        return not ast.unparse(call.func.value).startswith("sched") and on in (None, ast.unparse(call.func.value))

    return matches


def bodies(tree: ast.AST) -> list[list[ast.stmt]]:
    return [body for node in ast.walk(tree) for body in (getattr(node, "body", None),) if isinstance(body, list)]


def edit_statements(tree, matches, edit):
    done = False
    for body in bodies(tree):
        for place in reversed([k for k, statement in enumerate(body) if matches(statement)]):
            body[place:place + 1] = edit(body[place])
            done = True
        body[:] = body or [ast.Pass()]
    return tree if done else None


def place_of(body, method):
    return next((k for k, statement in enumerate(body) if calls(method)(statement)), None)


def nested_loops(tree):
    """(epoch loop, batch loop) pairs: for loops directly inside a for loop that is in no other."""
    outers = [n for node in ast.walk(tree) if not isinstance(node, ast.For) for n in ast.iter_child_nodes(node)]
    outers = [node for node in outers if isinstance(node, ast.For)]
    return [(outer, inner) for outer in outers for inner in outer.body if isinstance(inner, ast.For)]


def move_out(tree, method, before):
    done = False
    for outer, inner in nested_loops(tree):
        place = place_of(inner.body, method)
        if place is not None:
            outer.body.insert(outer.body.index(inner) + (not before), inner.body.pop(place))
            done = True
    return tree if done else None


def replace(tree, matches, make, inside=None):
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


def is_batch_range(node):
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "range" and len(node.args) == 3 and (
        ast.unparse(node.args[2]) == "batch_size" and ast.unparse(node.args[0]) == "0"
    )


def with_stop(call, stop):
    return ast.Call(call.func, [call.args[0], expression(stop), call.args[2]], [])


def retaining(found):
    first = copy.deepcopy(found)
    if not any(word.arg == "retain_graph" for word in first.value.keywords):
        first.value.keywords.append(ast.keyword("retain_graph", ast.Constant(True)))
    return first


def statement(text):
    return ast.parse(text).body[0]


def expression(text):
    return ast.parse(text, mode="eval").body
