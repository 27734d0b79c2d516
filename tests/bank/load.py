"""The bank's files as data: where a submission lies says what is expected of it."""

import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Submission:
    """One file of the bank.

    exercise: such as "05.train"; code: the finding code expected first, None for a right one;
    also: other codes that would be as fair first; both: where two bugs meet, the codes that must both
    be named; path: relative to the bank.
    """

    exercise: str
    code: str | None
    also: tuple[str, ...]
    both: tuple[str, ...]
    path: str

    def __str__(self) -> str:
        return self.path

    def source(self) -> str:
        return (HERE / self.path).read_text(encoding="utf-8")

    def objects(self, names: tuple[str, ...]) -> tuple:
        """Execute the file afresh and return what it defines under these names."""
        space = {"__name__": "submission", "__file__": str(HERE / self.path)}
        exec(compile(self.source(), str(HERE / self.path), "exec"), space)
        return tuple(space[name] for name in names)


def submissions() -> list[Submission]:
    """Every submission, right ones first, in the order of their paths."""
    right = [_submission(p, _exercise(p.parent.name), None) for p in sorted(HERE.glob("right/*/*.py"))]
    wrong = [_submission(p, _exercise(p.stem.split("__")[0]), p.parent.name) for p in sorted(HERE.glob("wrong/*/*.py"))]
    return right + wrong


def _exercise(name: str) -> str:
    return name[:2] + "." + name[3:]


def _submission(path: Path, exercise: str, code: str | None) -> Submission:
    text = path.read_text(encoding="utf-8")
    return Submission(
        exercise, code, _codes("also fair", text), _codes("both", text), path.relative_to(HERE).as_posix()
    )


def _codes(label: str, text: str) -> tuple[str, ...]:
    line = re.search(rf"^# {label}: (.+)$", text, re.M)
    return tuple(re.findall(r"[a-z][a-z-]+", line[1])) if line else ()
