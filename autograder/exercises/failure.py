"""A learner's exception as plain data, pointing at the learner's own line."""

import linecache
import os
import sysconfig
import traceback
from pathlib import Path

_OURS = str(Path(__file__).resolve().parent.parent) + os.sep
_LIBRARIES = tuple(
    str(Path(path)) + os.sep for name, path in sysconfig.get_paths().items() if name in ("stdlib", "purelib", "platlib")
)


class Relayed(Exception):
    """A learner's exception that was raised in another process; `description` is what `describe_failure` made of it there."""

    def __init__(self, description: dict):
        super().__init__(description.get("message"))
        self.description = description


def describe_failure(error: BaseException) -> dict:
    """{"type", "message", "line", "text", "where"} of an exception; line and text are None where no learner's line is in it."""
    if isinstance(error, Relayed):
        return error.description
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_learners(frame.filename)]
    found = {"type": type(error).__name__, "message": _message(error), "line": None, "text": None, "where": None}
    if frames:
        last = frames[-1]
        text = last.line or linecache.getline(last.filename, last.lineno or 0).strip()
        found |= {"line": last.lineno, "text": (text or "")[:200] or None, "where": last.name}
    return found


def _is_learners(filename: str) -> bool:
    if filename.startswith("<ipython-input") or "ipykernel" in filename.split(os.sep)[-2:][0]:
        return True
    return not filename.startswith((_OURS, "<frozen", *_LIBRARIES))


def _message(error: BaseException) -> str:
    try:
        return str(error)[:500]
    except Exception:  # a learner's exception whose __str__ raises is no reason to fail
        return ""
