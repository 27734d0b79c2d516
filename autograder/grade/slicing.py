"""Which cells can change a mark: all but the release's own demonstrations that no other cell builds on."""

import ast
import symtable
from functools import lru_cache

from IPython.core.inputtransformer2 import TransformerManager

_DYNAMIC = {"globals", "locals", "eval", "exec", "__import__", "get_ipython", "__main__"}
"""Looks names up by text, or touches what lies behind them; so do `vars()`, `sys.modules` and magics. `model.eval()` does not."""

READ = 200_000
"""Characters of a notebook that are looked into; reading takes longer than running where there are many more."""

_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def needed(sources: list[str], graded: list[bool], released: set[str]) -> list[bool]:
    """For each code cell of a notebook, whether it must run for its marks to be right.

    graded: whether nbgrader knows the cell. released: the texts of the release's own cells.
    A cell of the learner's, or changed by them, always runs. A demonstration runs where a cell that runs
    reads a name it defines, or where it touches an object that such a cell made for others.
    Where any learner's cell looks names up by text, or cannot be read, all cells run.
    """
    own = [not flag and source.strip() not in released for source, flag in zip(sources, graded)]
    learners = [source for source, flag, mine in zip(sources, graded, own) if mine or flag]
    if sum(map(len, sources)) > READ:
        return [True] * len(sources)
    try:
        uses = [_uses(source) for source in sources]
    except Exception:  # a cell that is no Python, nested too deeply for its parser, or that IPython gives up on
        return [True] * len(sources)
    if any(_is_dynamic(source) for source in learners):
        return [True] * len(sources)
    runs = [flag or mine for flag, mine in zip(graded, own)]
    changed = True
    while changed:
        changed = False
        for index in range(len(sources)):
            if not runs[index] and _matters(index, uses, runs):
                runs[index] = changed = True
    return runs


def _matters(index: int, uses: list[tuple[set, set, set, set]], runs: list[bool]) -> bool:
    """Whether a later cell that runs reads what this cell defines or touches, by itself or through what it calls."""
    _, defines, touches, _ = uses[index]
    wanted = set().union(*(uses[other][0] for other in range(index + 1, len(uses)) if runs[other]))
    size = -1
    while size != len(wanted):
        size = len(wanted)
        wanted |= set().union(*(inside for (_, made, _, inside), run in zip(uses, runs) if run and made & wanted))
    return bool((defines | touches) & wanted)


@lru_cache(maxsize=4096)
def _is_dynamic(source: str) -> bool:
    return any(map(_looks_up, ast.walk(ast.parse(TransformerManager().transform_cell(source)))))


def _looks_up(node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "vars" and not node.args
    if isinstance(node, ast.Attribute):
        return node.attr == "modules" and isinstance(node.value, ast.Name) and node.value.id == "sys"
    word = {ast.Name: "id", ast.Constant: "value", ast.alias: "name"}.get(type(node))
    named = getattr(node, word) if word else None
    return isinstance(named, str) and named in _DYNAMIC


@lru_cache(maxsize=4096)
def _uses(source: str) -> tuple[set[str], set[str], set[str], set[str]]:
    """Of one cell: the names it reads from before, defines, changes in place, and reads whenever its functions run."""
    text = TransformerManager().transform_cell(source)
    tree = ast.parse(text)
    stored, read, inside = set(), set(), _read_inside(symtable.symtable(text, "cell", "exec"))
    for statement in tree.body:
        read |= _loads(statement) - stored
        if isinstance(statement, (ast.Assign, ast.AnnAssign, ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)):
            stored |= _stores(statement)
        read |= _augmented(statement) - stored
    everything = set().union(*(_stores(statement) for statement in tree.body)) if tree.body else set()
    read |= inside - stored
    return read, everything, _touched(tree) - stored, inside


def _run_at_once(node: ast.AST) -> list[ast.AST]:
    """The parts of a statement or expression that run when it does; the body of a function is none of them."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return [*node.decorator_list, *node.args.defaults, *(one for one in node.args.kw_defaults if one)]
    return [] if isinstance(node, ast.Lambda) else list(ast.iter_child_nodes(node))


def _loads(node: ast.AST, bound: frozenset[str] = frozenset()) -> set[str]:
    """The names that are read, but for those that a comprehension or a loop around them has just bound."""
    if isinstance(node, ast.Name):
        return {node.id} - bound if isinstance(node.ctx, ast.Load) else set()
    loops = node.generators if isinstance(node, _COMPREHENSIONS) else [node] if isinstance(node, ast.For) else []
    own = bound | _targets(loops)
    outside = [loops[0].iter, *getattr(node, "orelse", [])] if loops else []
    names = set().union(*(_loads(part, bound) for part in outside))
    return names.union(*(_loads(part, own) for part in _run_at_once(node) if part not in outside))


def _targets(loops: list[ast.For] | list[ast.comprehension]) -> frozenset[str]:
    parts = [part for loop in loops for part in ast.walk(loop.target) if isinstance(part, ast.Name)]
    return frozenset(part.id for part in parts if isinstance(part.ctx, ast.Store))


def _outside_functions(statement: ast.stmt):
    waiting = [statement]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += _run_at_once(node)


def _stores(statement: ast.stmt) -> set[str]:
    names, nodes = set(), list(_outside_functions(statement))
    passing = {part for node in nodes if isinstance(node, ast.comprehension) for part in ast.walk(node.target)}
    for node in nodes:
        if isinstance(node, ast.Name) and isinstance(node.ctx, (ast.Store, ast.Del)) and node not in passing:
            names.add(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            names |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
    return names


def _augmented(statement: ast.stmt) -> set[str]:
    nodes = [node for node in ast.walk(statement) if isinstance(node, ast.AugAssign)]
    return {node.target.id for node in nodes if isinstance(node.target, ast.Name)}


def _read_inside(table: symtable.SymbolTable) -> set[str]:
    """Names that functions and classes of the cell read from the notebook's own space."""
    names = set()
    for child in table.get_children():
        names |= {symbol.get_name() for symbol in child.get_symbols() if symbol.is_global() and symbol.is_referenced()}
        names |= {symbol.get_name() for symbol in child.get_symbols() if symbol.is_global() and symbol.is_assigned()}
        names |= _read_inside(child)
    return names


def _touched(tree: ast.Module) -> set[str]:
    """Names whose objects the cell may change: an attribute or item set, or a method called as a statement."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.Attribute, ast.Subscript)) and isinstance(node.ctx, (ast.Store, ast.Del)):
            names |= _root(node)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Attribute):
            names |= _root(node.value.func)
    return names


def _root(node: ast.AST) -> set[str]:
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return {node.id} if isinstance(node, ast.Name) else set()
