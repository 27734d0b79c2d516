"""A PostgreSQL server for one test: in a folder of its own, on a socket of its own, by a user without privileges."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def programs() -> Path | None:
    """The folder of Debian's newest PostgreSQL; None where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def server() -> Iterator[str]:
    """Start one; yields nbgrader's `db_url` for it. PostgreSQL refuses to run as root, so root becomes `nobody`."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    user = "nobody" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    if os.geteuid() == 0:
        shutil.chown(folder, user)
    try:
        _run(user, "initdb", "--pgdata", str(folder / "data"), "--username", "grader", "--auth", "trust", "--no-sync")
        options = f"-k {folder} -c listen_addresses= -c fsync=off"
        _run(user, "pg_ctl", "start", "--wait", "--pgdata", str(folder / "data"), "--log", str(folder / "log"), "--options", options)
        try:
            _run(user, "createdb", "--host", str(folder), "--username", "grader", "gradebook")
            yield f"postgresql+psycopg2://grader@/gradebook?host={folder}"
        finally:
            _run(user, "pg_ctl", "stop", "--wait", "--mode", "fast", "--pgdata", str(folder / "data"))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(user: str, program: str, *words: str) -> None:
    command = [str(programs() / program), *words]
    if os.geteuid() == 0:
        account = pwd.getpwnam(user)
        command = ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups", *command]
    settings = {"LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]}
    done = subprocess.run(command, cwd="/", env=settings, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, timeout=120)
    assert done.returncode == 0, f"{program}: {done.stderr}"
