"""The files that a notebook finds beside itself, read to be put in the sandbox."""

import os
from pathlib import Path

FILE_LIMIT = 32 * 2**20
WHOLE_LIMIT = 200 * 2**20
COUNT = 500


def read_files(folder: Path) -> dict[str, bytes]:
    """Regular files below a folder by relative path: no notebooks, no links, nothing hidden, unreadable or too large."""
    found, room = {}, WHOLE_LIMIT
    for path in sorted(_walk(folder)):
        try:
            size = path.stat().st_size
            if size <= min(FILE_LIMIT, room) and len(found) < COUNT:
                found[str(path.relative_to(folder))] = path.read_bytes()
                room -= size
        except OSError:  # not to be read, or gone meanwhile
            continue
    return found


def _walk(folder: Path):
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name != "__pycache__"]
        for name in names:
            path = Path(here, name)
            if path.is_file() and not path.is_symlink() and path.suffix != ".ipynb" and not name.startswith("."):
                yield path
