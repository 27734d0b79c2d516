"""What one submission may use."""

import os
import resource
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Limits:
    """Seconds, bytes and counts for one submission.

    cell: seconds for one cell, before it is interrupted.
    grace: seconds that an interrupted cell has to end, before the process is killed.
    whole: seconds for the submission.
    memory: bytes beyond what the libraries themselves take.
    processes: processes and threads at one time.
    file, folder: bytes of one file, and of all in the home, and of /tmp.
    output: bytes that one cell may print or show.
    files: open files.
    """

    cell: float = 30.0
    grace: float = 3.0
    whole: float = 600.0
    memory: int = 2 * 2**30
    processes: int = 64
    file: int = 256 * 2**20
    folder: int = 256 * 2**20
    output: int = 2 * 2**20
    files: int = 512

    def to_json(self) -> dict:
        return asdict(self)


def apply_limits(limits: Limits) -> None:
    """Hold this process and all it starts to the limits the kernel itself keeps."""
    if address_space():
        _set(resource.RLIMIT_AS, address_space() + limits.memory)
    _set(resource.RLIMIT_NPROC, limits.processes)
    _set(resource.RLIMIT_FSIZE, limits.file)
    _set(resource.RLIMIT_NOFILE, limits.files)
    _set(resource.RLIMIT_CORE, 0)


def address_space() -> int:
    """Bytes of address space that this process has mapped; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def _set(which: int, value: int) -> None:
    _, hard = resource.getrlimit(which)
    value = int(value if hard == resource.RLIM_INFINITY else min(value, hard))
    resource.setrlimit(which, (value, value))
