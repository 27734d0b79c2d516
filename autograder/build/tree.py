"""Where the three forms of every notebook lie."""

import re
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import UserError

_NAME = re.compile(r"\d\d_[a-z0-9_]+")


@dataclass(frozen=True)
class Notebook:
    """One notebook of the course: its text, and what is generated from it."""

    root: Path
    name: str

    @property
    def source(self) -> Path:
        return self.root / "solutions" / f"{self.name}.py"

    @property
    def solution(self) -> Path:
        return self.root / "solutions" / self.name / f"{self.name}.ipynb"

    @property
    def release(self) -> Path:
        return self.root / "notebooks" / self.name / f"{self.name}.ipynb"


def find_root(start: Path | None = None) -> Path:
    """The folder of the course: the first one from `start` upwards whose solutions/ holds a notebook's text.

    Raises UserError where there is none.
    """
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents, Path(__file__).resolve().parents[2]):
        if any(_NAME.fullmatch(path.stem) for path in folder.glob("solutions/*.py")):
            return folder
    raise UserError(f"no solutions/NN_topic.py in {start} or above it: run this in the course's folder.")


def notebooks(root: Path, asked: list[str]) -> list[Notebook]:
    """The notebooks asked for, by name, by number or by path; all of them where none is asked.

    Raises UserError for a word that names none, or more than one.
    """
    names = sorted(path.stem for path in root.glob("solutions/*.py") if _NAME.fullmatch(path.stem))
    return [Notebook(root, name) for name in (map(lambda word: _match(word, names), asked) if asked else names)]


def _match(word: str, names: list[str]) -> str:
    stem = Path(word).name.removesuffix(".py").removesuffix(".ipynb")
    found = [name for name in names if name == stem] or [name for name in names if name.startswith(f"{stem}_")]
    if len(found) != 1:
        raise UserError(f"no notebook {word!r} in solutions/: there are {', '.join(names)}.")
    return found[0]


def strays(root: Path) -> list[Path]:
    """Files in the two trees that no text accounts for; nbgrader would hand them out with the notebooks."""
    wanted = {path for one in notebooks(root, []) for path in (one.source, one.solution, one.release)}
    there = [path for tree in ("solutions", "notebooks") for path in sorted((root / tree).rglob("*")) if path.is_file()]
    return [path for path in there if path not in wanted and not _passing(path)]


def _passing(path: Path) -> bool:
    """What an editor or Python leaves and git ignores."""
    return any(part in (".ipynb_checkpoints", "__pycache__") for part in path.parts)
