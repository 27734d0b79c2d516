"""Which package may import which: what learners import never imports what grades them."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1] / "autograder"
MAY_IMPORT = {
    "trace": set(),
    "exercises": {"trace"},
    "judge": {"trace", "exercises"},
    "figures": {"trace"},
    "learn": {"trace", "exercises", "judge", "figures"},
    "labs": {"trace", "exercises", "judge", "figures", "learn"},
    "grade": {"trace", "exercises", "judge", "figures", "errors", "cli"},
    "report": {"trace", "exercises", "judge", "figures", "grade", "errors"},
    "build": {"trace", "exercises", "figures", "errors"},
    "errors": set(),
    "cli": {"errors", "grade", "report", "build"},
    "__init__": set(),
}
WIDGETS = {"ipywidgets", "anywidget"}
FILES = sorted(path for path in ROOT.rglob("*.py"))


def package_of(path):
    """The folder below autograder/ that a file belongs to, or its own name where it lies beside them."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path):
    """Every dotted name that a file imports, wherever in it the import stands."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports out in full"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Call) and _is_import_module(node):
            names |= {text for text in _starts_of_text(node.args[0])}
    return names


def _is_import_module(call):
    return getattr(call.func, "id", getattr(call.func, "attr", "")) in ("import_module", "__import__") and call.args


def _starts_of_text(argument):
    if isinstance(argument, ast.Constant):
        return [argument.value]
    if isinstance(argument, ast.JoinedStr) and isinstance(argument.values[0], ast.Constant):
        return [argument.values[0].value]
    return []


def ours(names):
    """The packages of ours among imported names."""
    parts = [name.split(".") for name in names if name.startswith("autograder.")]
    return {part[1] for part in parts if part[1] in MAY_IMPORT}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_follow_the_arrows(path):
    package = package_of(path)
    assert ours(imported(path)) - {package} <= MAY_IMPORT[package]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_widgets_stay_with_the_learner(path):
    uses = {name.split(".")[0] for name in imported(path)} & WIDGETS
    assert not uses or package_of(path) in ("learn", "labs")


def test_every_package_has_its_arrows():
    assert {package_of(path) for path in FILES} <= set(MAY_IMPORT)


@pytest.mark.parametrize("path", [path for path in FILES if package_of(path) == "trace"], ids=lambda path: path.name)
def test_only_the_torch_recorder_of_the_trace_imports_torch(path):
    uses = {name.split(".")[0] for name in imported(path)}
    assert "torch" not in uses or path.stem.startswith("torch_")
