"""What a submission can see of the machine: the bubblewrap command line."""

import os
import site
import sys
import sysconfig
from pathlib import Path

from autograder.grade.inside.walls import HOME

PACKAGE = Path(__file__).resolve().parent.parent
VISIBLE = ("__init__.py", "trace", "exercises", "figures", "learn", "labs", "grade/inside")
"""Of our own package. The judge, the rest of the grader, reports and builds are not there."""

_SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")
_ETC = ("ld.so.cache", "ld.so.conf", "ld.so.conf.d", "alternatives", "fonts", "localtime", "mime.types")
_PASSWD = "root:x:0:0:root:/root:/usr/sbin/nologin\nlearner:x:1000:1000::/home/learner:/bin/sh\n"
_CAPABILITIES = ("CAP_SYS_ADMIN", "CAP_SETUID", "CAP_SETGID", "CAP_SETPCAP", "CAP_KILL")


def arguments(shown: tuple[Path, ...], passwd: int) -> list[str]:
    """bwrap's arguments: everything new, read-only, and only what the libraries and the course need.

    shown: more files and folders to show, read-only, such as the course's data.
    passwd: a descriptor that `password_file` made.
    """
    words = ["--die-with-parent", "--new-session", "--unshare-pid", "--unshare-net", "--unshare-ipc"]
    words += ["--unshare-uts", "--unshare-cgroup-try", "--cap-drop", "ALL", *_identity()]
    words += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--tmpfs", HOME]
    words += _parents([*_read_only(), PACKAGE, *shown])
    for path in _read_only():
        words += _show(path)
    words += _our_package()
    for path in shown:
        words += ["--ro-bind", str(path), str(path)]
    words += ["--ro-bind-data", str(passwd), "/etc/passwd"]
    return [*words, "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/"]


def password_file() -> int:
    """A descriptor of a small /etc/passwd, for bwrap to read."""
    descriptor = os.memfd_create("passwd")
    os.write(descriptor, _PASSWD.encode())
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor


def _identity() -> list[str]:
    """Root keeps the few privileges that building walls takes, and runners become another user; anyone
    else gets them in a user namespace of its own."""
    if os.geteuid() == 0:
        return [word for name in _CAPABILITIES for word in ("--cap-add", name)]
    return ["--unshare-user", "--uid", "1000", "--gid", "1000", "--cap-add", "CAP_SYS_ADMIN"]


def _read_only() -> list[Path]:
    folders = [Path(name) for name in _SYSTEM] + [Path("/etc", name) for name in _ETC]
    prefixes = {Path(sys.prefix), Path(sys.base_prefix), Path(os.path.realpath(sys.executable)).parent.parent}
    libraries = {Path(path) for path in (*site.getsitepackages(), sysconfig.get_path("purelib"))}
    more = sorted(path for path in prefixes | libraries if not _within(path, folders))
    return folders + [path for path in more if not _within(path, [other for other in more if other != path])]


def _parents(paths: list[Path]) -> list[str]:
    """The folders above, made so that the unprivileged runner may pass; bwrap would make them root's own."""
    folders = {folder for path in paths for folder in path.parents if folder != Path("/")}
    return [word for folder in sorted(folders) for word in ("--perms", "0755", "--dir", str(folder))]


def _within(path: Path, folders: list[Path]) -> bool:
    return any(folder == path or folder in path.parents for folder in folders)


def _show(path: Path) -> list[str]:
    if path.is_symlink() and str(path) in _SYSTEM:
        return ["--symlink", os.readlink(path), str(path)]
    return ["--ro-bind-try", str(path), str(path)]


def _our_package() -> list[str]:
    words = ["--tmpfs", str(PACKAGE)]
    for name in VISIBLE:
        words += ["--ro-bind-try", str(PACKAGE / name), str(PACKAGE / name)]
    return [*words, "--remount-ro", str(PACKAGE)]
