"""What each mark came from: which submission, which tests, which environment, which seed, when."""

import hashlib
import json
import os
import platform
import secrets
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from autograder import __version__

FOLDER = ".autograder"
HISTORY = ".history.jsonl"
_LIBRARIES = ("torch", "numpy", "ipython", "nbgrader")


@dataclass(frozen=True)
class Record:
    """The grounds of one notebook's marks.

    submission, tests: hashes of the file handed in and of the released test cells.
    seed: what every exercise's cases were drawn from; secret until then.
    environment: versions of what decides, and how submissions were contained.
    marks: test cell -> [points, of how many]; None where a person decides.
    verdicts: test cell -> verdicts, as `Verdict.to_json`.
    ungradable: why there are no marks, where there are none.
    """

    submission: str
    tests: str
    seed: str
    environment: dict[str, str]
    time: str
    marks: dict[str, list] = field(default_factory=dict)
    verdicts: dict[str, list] = field(default_factory=dict)
    ungradable: str | None = None

    def to_json(self) -> dict:
        return asdict(self)

    def causes(self) -> dict[str, str]:
        """Exercise -> the code of its first finding, the cause; "" where there is none."""
        found: dict[str, str] = {}
        for verdict in (one for told in self.verdicts.values() for one in told):
            first = verdict["findings"][0]["code"] if verdict["findings"] else ""
            found[verdict["exercise"]] = found.get(verdict["exercise"]) or first
        return found

    def seed_for(self, exercise: str) -> int:
        """The seed of one exercise's cases, in [0, 2**31)."""
        return int.from_bytes(hashlib.sha256(f"{self.seed} {exercise}".encode()).digest()[:4], "big") >> 1


def begin(submission: str, tests: str, isolation: str, before: Record | None) -> Record:
    """A record for a run that starts now: with the seed of the last one where nothing changed since."""
    same = before is not None and (before.submission, before.tests) == (submission, tests)
    seed = before.seed if same else secrets.token_hex(16)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Record(submission, tests, seed, {**environment(), "isolation": isolation}, now)


@cache
def environment() -> dict[str, str]:
    """The versions that marks may depend on."""
    found = {"python": platform.python_version(), "autograder": __version__, "machine": platform.machine()}
    for name in _LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def place(autograded: Path, assignment: str, student: str, notebook: str) -> Path:
    """Where the record lies: beside the autograded directory, so that it outlives what is in there."""
    return autograded.parent / FOLDER / "records" / assignment / student / f"{notebook}.json"


def read(path: Path) -> Record | None:
    """The record at this place; None where there is none, or none that can be read."""
    try:
        return Record(**json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def write(path: Path, record: Record) -> None:
    """Write a record whole or not at all, and a line of it in the history beside it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    meanwhile = path.with_suffix(f".{os.getpid()}.new")
    meanwhile.write_bytes(json.dumps(record.to_json(), ensure_ascii=False).encode(errors="replace"))
    meanwhile.replace(path)
    _remember(path.with_suffix(HISTORY), record)


def history(path: Path) -> list[dict]:
    """All that came of the notebook whose record lies at `path`, oldest first; a line that cannot be read is left out.

    Each: {"time", "submission", "tests", "points", "causes", "ungradable"}, as in `Record`; a regrade that
    changed nothing has no line of its own.
    """
    try:
        lines = path.with_suffix(HISTORY).read_text().splitlines()
    except (OSError, ValueError):
        return []
    return [plain for plain in map(_plain, lines) if plain is not None]


def _remember(path: Path, record: Record) -> None:
    points = sum(mark[0] or 0 for mark in record.marks.values())
    line = {"time": record.time, "submission": record.submission, "tests": record.tests, "points": points}
    line |= {"causes": record.causes(), "ungradable": record.ungradable}
    before = history(path.with_name(path.name.removesuffix(HISTORY) + ".json"))
    if not before or {**before[-1], "time": record.time} != line:
        with path.open("a") as file:
            file.write(json.dumps(line) + "\n")


def _plain(line: str) -> dict | None:
    try:
        plain = json.loads(line)
    except ValueError:
        return None
    return plain if isinstance(plain, dict) and {"time", "causes"} <= plain.keys() else None


def file_hash(content: bytes) -> str:
    """The hash of a file handed in."""
    return hashlib.sha256(content).hexdigest()
