"""How a runner shuts itself in: its own namespaces, no privileges, limits that the kernel keeps."""

import contextlib
import os
import socket
from collections.abc import Iterator

from autograder.grade.inside import kernel_calls as calls
from autograder.grade.inside.limits import Limits, apply_limits

HOME = "/home/learner"
UNPRIVILEGED = 60_000
"""The user that runners are when the grader is root: one that owns nothing."""
_FLAGS = calls.MS_NOSUID | calls.MS_NODEV


def shut_in(limits: Limits) -> None:
    """Wall in this process, which must be process 1 of its PID namespace and hold CAP_SYS_ADMIN.

    Afterwards: its own mounts (a private home, /tmp, /dev/shm, /proc), network, IPC, host name, keyring
    and user namespace; a user without privileges, and no way to a new namespace. Raises OSError where a
    wall cannot be built; nothing of the learner's may run then.
    """
    calls.unshare(calls.CLONE_NEWNS | calls.CLONE_NEWNET | calls.CLONE_NEWIPC | calls.CLONE_NEWUTS | calls.CLONE_NEWCGROUP)
    user = UNPRIVILEGED if os.geteuid() == 0 else os.geteuid()
    _mount_private_folders(limits, user)
    socket.sethostname("sandbox")
    calls.join_new_keyring()
    _become(user)
    _enter_user_namespace(user)
    calls.drop_capabilities()
    calls.prctl(calls.PR_SET_PDEATHSIG, 9)
    apply_limits(limits)
    os.chdir(HOME)


def _mount_private_folders(limits: Limits, user: int) -> None:
    calls.mount("none", "/", None, calls.MS_REC | calls.MS_PRIVATE)
    owned = f"uid={user},gid={user},mode=700"
    private = f"size={limits.folder},nr_inodes=20000,{owned}"
    calls.mount("tmpfs", HOME, "tmpfs", _FLAGS, private)
    with _kept_through(shown_below("/tmp"), user):
        calls.mount("tmpfs", "/tmp", "tmpfs", _FLAGS, private)
    calls.mount("tmpfs", "/dev/shm", "tmpfs", _FLAGS, f"size={limits.folder},nr_inodes=2000,{owned}")
    calls.mount("devpts", "/dev/pts", "devpts", calls.MS_NOSUID | calls.MS_NOEXEC, "newinstance,ptmxmode=0666,mode=620")
    calls.mount("proc", "/proc", "proc", _FLAGS | calls.MS_NOEXEC)


def shown_below(folder: str) -> list[str]:
    """The mounts of this process below a folder, the topmost ones: a course, or its environment, that lies in there."""
    with open("/proc/self/mountinfo") as file:
        points = sorted(line.split()[4].encode().decode("unicode_escape") for line in file)
    below = [point for point in points if point.startswith(f"{folder}/")]
    return [point for point in below if not any(point.startswith(f"{other}/") for other in below)]


@contextlib.contextmanager
def _kept_through(points: list[str], user: int) -> Iterator[None]:
    """Take mounts out of the way, into the home, while the body mounts over the folder above them.

    The home and what is mounted over are this user's own, so that nobody else may make folders in them.
    """
    calls.touch_files_as(user)
    aside = [f"{HOME}/.aside{number}" for number in range(len(points))]
    for point, place in zip(points, aside):
        os.mkdir(place)
        calls.mount(point, place, None, calls.MS_BIND | calls.MS_REC)
    yield
    for point, place in zip(points, aside):
        os.makedirs(point)
        calls.mount(place, point, None, calls.MS_MOVE)
        os.rmdir(place)
    calls.touch_files_as(os.geteuid())


def _become(user: int) -> None:
    if os.geteuid() != user:
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
        calls.prctl(calls.PR_SET_DUMPABLE, 1)  # or /proc/self/uid_map would be root's


def _enter_user_namespace(user: int) -> None:
    calls.unshare(calls.CLONE_NEWUSER)
    for name, text in (("setgroups", "deny"), ("uid_map", f"1000 {user} 1"), ("gid_map", f"1000 {user} 1")):
        _write(f"/proc/self/{name}", text)
    for kind in ("user", "mnt", "pid", "net", "ipc", "uts", "cgroup"):
        _write(f"/proc/sys/user/max_{kind}_namespaces", "0")


def _write(path: str, text: str) -> None:
    with open(path, "w") as file:
        file.write(text)
