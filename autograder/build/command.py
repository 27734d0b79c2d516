"""`autograder build`: regenerate both notebook trees from solutions/*.py, or say where they differ."""

import argparse
import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from autograder.errors import UserError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("notebooks", nargs="*", metavar="NN_topic", help="by name or number; without any, all of them")
    parser.add_argument("--check", action="store_true", help="change nothing; fail, with a list, where files differ")
    parser.add_argument(
        "--no-execute", action="store_true", help="run no cell: cells that did not change keep their outputs"
    )


def run(args: argparse.Namespace) -> int:
    """Exit status 0 where all is made, or all is as it should be; 1 where something differs or is wrong."""
    from autograder.build.tree import find_root, notebooks, strays

    root = find_root()
    chosen = notebooks(root, args.notebooks)
    settle = _compare if args.check else _write
    with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as several:
        prepared = several.map(lambda notebook: _prepare(notebook, not args.no_execute), chosen)
        results = [_finish(notebook, *one, settle) for notebook, one in zip(chosen, prepared)]
    stray = [] if args.notebooks else strays(root)
    for path in stray:
        print(f"stray  {path.relative_to(root)}: no text makes it. Move it away, or learners are handed it.")
    return 0 if all(results) and not stray else 1


def _prepare(notebook, execute: bool) -> tuple:
    """(the prepared notebook or the UserError, seconds)."""
    from autograder.build.making import prepare

    begun = time.monotonic()
    try:
        made = prepare(notebook, execute)
    except UserError as error:
        made = error
    return made, time.monotonic() - begun


def _finish(notebook, prepared, seconds: float, settle) -> bool:
    from autograder.build.making import finish

    try:
        if isinstance(prepared, UserError):
            raise prepared
        right, word = settle(finish(notebook, prepared))
    except UserError as error:
        print(f"wrong  {notebook.name}\n{error}", flush=True)
        return False
    print(f"{word:<6} {notebook.name} ({seconds:.1f} s)", flush=True)
    return right


def _write(made) -> tuple[bool, str]:
    changed = False
    for path, text in made.files().items():
        if _content(path) != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            changed = True
    return True, "made" if changed else "same"


def _compare(made) -> tuple[bool, str]:
    from autograder.build.comparing import differences

    found = [
        f"  {path.relative_to(made.notebook.root)}: {what}"
        for path, text in made.files().items()
        for what in differences(_content(path), text)
    ]
    if found:
        print("\n".join(found), flush=True)
    return not found, "differ" if found else "same"


def _content(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
