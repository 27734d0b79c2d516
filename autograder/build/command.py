"""`autograder build`: regenerate both notebook trees from solutions/*.py, or say where they differ."""

import argparse
import time
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
    settle_one = _compare if args.check else _write
    results = [_one(notebook, settle_one, not args.no_execute) for notebook in chosen]
    stray = [] if args.notebooks else strays(root)
    for path in stray:
        print(f"stray  {path.relative_to(root)}: no text makes it. Move it away, or learners are handed it.")
    return 0 if all(results) and not stray else 1


def _one(notebook, settle_one, execute: bool) -> bool:
    from autograder.build.making import make

    begun = time.monotonic()
    try:
        made = make(notebook, execute)
    except UserError as error:
        print(f"wrong  {notebook.name}\n{error}", flush=True)
        return False
    right, word = settle_one(made)
    print(f"{word:<6} {notebook.name} ({time.monotonic() - begun:.1f} s)", flush=True)
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
