"""What a learner would be sorry to lose, in one small JSON file: checks passed, hints taken, predictions made.

The file is `.progress/progress.json` in the course's folder, or in the user's own data folder where that one cannot
be written. Two notebooks may write at once; a broken file is set aside; where nothing can be written,
this kernel's memory holds the answers, says so once, and writes them as soon as it can.
"""

import contextlib
import copy
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from autograder.learn.course import root
from autograder.learn.show import card, paragraph, publish

PATH_VARIABLE = "AUTOGRADER_PROGRESS"
_SECTIONS = ("exercises", "predictions")
_memory: dict = {}
_told: set[str] = set()


def read() -> dict:
    """Everything kept so far: {"revision", "exercises": {id: …}, "predictions": {key: …}}; never raises."""
    found = [_load(path) for path in places()] + [_memory]
    together: dict = {"revision": 0, "exercises": {}, "predictions": {}}
    for one in sorted(found, key=lambda kept: kept.get("revision", 0)):
        together["revision"] = max(together["revision"], one.get("revision", 0))
        for section in _SECTIONS:
            together[section] |= copy.deepcopy(one.get(section, {}))
    return together


def change(section: str, key: str, **values: object) -> dict:
    """Merge `values` into what is kept under this key, write it, and return that entry."""
    with _only_us():
        for path in places():
            _set_aside_if_broken(path)
        kept = read()
        entry = {**kept[section].get(key, {}), **values}
        kept[section][key] = entry
        kept["revision"] += 1
        _memory.clear()
        if not any(_save(path, kept) for path in places()):
            _memory.update(kept)
            _tell_once("memory", "Your answers are kept only until this kernel stops",
                       "The progress file cannot be written: the folder may be read-only, or the disk full. "
                       "Nothing that you do is lost while this notebook runs, and it is written as soon as it can be.")
    return entry


def only_in_memory() -> bool:
    """Whether this kernel alone holds what was kept last, since nothing could be written."""
    return bool(_memory)


def places() -> list[Path]:
    """Where the file may lie, best first."""
    if os.environ.get(PATH_VARIABLE):
        return [Path(os.environ[PATH_VARIABLE])]
    folder = root()
    return [*([folder / ".progress" / "progress.json"] if folder else []), _user_folder() / "progress.json"]


def _user_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or "~/AppData/Roaming").expanduser() / "ten-updates"
    if sys.platform == "darwin":
        return Path("~/Library/Application Support/ten-updates").expanduser()
    return Path(os.environ.get("XDG_DATA_HOME") or "~/.local/share").expanduser() / "ten-updates"


def _load(path: Path) -> dict:
    """What the file holds; nothing where there is no file, or no whole one."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return kept if _well_formed(kept) else {}


def _well_formed(kept: object) -> bool:
    if not isinstance(kept, dict) or type(kept.get("revision")) is not int:
        return False
    sections = [kept.get(section, {}) for section in _SECTIONS]
    return all(isinstance(one, dict) and all(isinstance(entry, dict) for entry in one.values()) for one in sections)


def _set_aside_if_broken(path: Path) -> None:
    if _load(path) or not path.is_file():
        return
    for number in range(1, 100):
        aside = path.with_name(f"{path.stem}.broken-{number}{path.suffix}")
        if not aside.exists():
            with contextlib.suppress(OSError):
                path.replace(aside)
                _tell_once(str(path), "The progress file was damaged, and a new one is begun",
                           f"The old one lies beside it as `{aside.name}`, should you want to look.")
            return


def _save(path: Path, kept: dict) -> bool:
    """Write all or nothing: a reader never sees half a file. False where it cannot be written."""
    beside = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix="new-")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(kept, file, indent=1, sort_keys=True)
        os.replace(beside, path)
        return True
    except OSError:
        if beside:
            with contextlib.suppress(OSError):
                os.unlink(beside)
        return False


@contextlib.contextmanager
def _only_us() -> Iterator[None]:
    """Hold the lock beside the file, if there can be one; two seconds are enough for any other notebook."""
    from filelock import FileLock, Timeout

    with contextlib.ExitStack() as stack:
        for path in places():
            with contextlib.suppress(OSError, Timeout, NotImplementedError):
                path.parent.mkdir(parents=True, exist_ok=True)
                stack.enter_context(FileLock(path.with_name("lock"), timeout=2))
                break
        yield


def _tell_once(what: str, title: str, text: str) -> None:
    if what not in _told:
        _told.add(what)
        publish(card("note", title, paragraph(text)), f"{title}. {text.replace('`', '')}")


def can_write(path: Path) -> bool:
    """Whether progress can be kept at this path."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path.parent) as probe:
            probe.write(b"1")
        return True
    except OSError:
        return False


def each(section: str) -> Callable[[str], dict]:
    """key -> the entry kept under it in this section, {} where there is none; read once."""
    entries = read()[section]
    return lambda key: entries.get(key, {})
