"""Standard output and error below Python's own: what a subprocess or a C library writes."""

import os
import tempfile
from typing import TextIO


class Descriptors:
    """Descriptors 1 and 2 as files of this process, read after each cell as the kernel does while it runs."""

    def __init__(self) -> None:
        null = os.open(os.devnull, os.O_RDONLY)
        os.dup2(null, 0)
        self._files = _file_as(1), _file_as(2)

    def pour(self, limit: int, streams: tuple[TextIO, TextIO]) -> None:
        """Write what has come since the last time to the streams of a cell, at most `limit` bytes to each."""
        for reader, stream in zip(self._files, streams):
            if os.fstat(reader).st_size:
                os.lseek(reader, 0, os.SEEK_SET)
                text = os.read(reader, limit + 1).decode(errors="replace")
                os.ftruncate(reader, 0)
                os.lseek(reader, 0, os.SEEK_SET)  # which is the writer's place too, where there is no /proc
                stream.write(text)


def _file_as(descriptor: int) -> int:
    with tempfile.TemporaryFile(buffering=0) as file:
        reader = os.dup(file.fileno())
        os.set_inheritable(reader, False)
    writer = os.open(f"/proc/self/fd/{reader}", os.O_WRONLY | os.O_APPEND) if os.path.exists("/proc/self/fd") else os.dup(reader)
    os.dup2(writer, descriptor)
    os.close(writer)
    return reader
