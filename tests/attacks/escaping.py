"""Attempts to reach outside the notebook. The learner's own work is right: only the reach is wrong."""

from tests.attacks.attempt import Attempt
from tests.grade.conftest import RIGHT
from tests.grade.probes import PROBES, SELF_EVIDENT

LATER = """
import os, sys, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        end = time.time() + 20
        while time.time() < end:
            try:
                open({folder!r} + '/left', 'w').write('later')
            except OSError:
                pass
            time.sleep(0.05)
    os._exit(0)
"""


def escape(name, before, **more):
    return Attempt(name, "escape", before=before, train=RIGHT, **more)


FROM_PROBES = tuple(escape(name.replace("_", " "), code, stock=name != "signal_the_grader") for name, code in PROBES.items())
PRIVILEGES = tuple(escape(name.replace("_", " "), code, stock=False) for name, code in SELF_EVIDENT.items())

ATTEMPTS = (
    *FROM_PROBES,
    *PRIVILEGES,
    escape("marks written into the gradebook", "import sqlite3\ndb = sqlite3.connect({gradebook!r})\ndb.execute('create table mine (x)')\ndb.commit()\nprint('REACHED')"),
    escape("a process that stays and writes later", LATER),
    escape("a neighbour's notebook rewritten", "import glob\nfor path in glob.glob({submitted!r} + '/*/*'):\n    open(path, 'a').write(' ')\n    print('REACHED')"),
    escape("the grader killed", "import os, signal\nos.kill(os.getppid(), signal.SIGKILL) if os.getppid() > 1 else None\nprint('')", stock=False),
    escape("every process killed", "import os, signal\ntry:\n    os.kill(-1, signal.SIGKILL)\nexcept OSError: pass", stock=False),
    escape("passwords of the machine", "print('REACHED' if 'root:' in open('/etc/shadow').read() else '')"),
    escape("the grader's home", "import os\nprint('REACHED' if os.path.isdir('/root') and any(not name.startswith('.py') for name in os.listdir('/root')) else '')"),
    escape("through another process's root", "import glob, os\nfor root in glob.glob('/proc/[0-9]*/root'):\n    try:\n        if os.path.exists(root + {gradebook!r}): print('REACHED')\n    except OSError: pass"),
    escape("a link to the gradebook", "import os\nprint('REACHED' if os.path.exists('mine.csv') and b'SECRET' in open('mine.csv', 'rb').read() else '')", files=(("mine.csv", "link:{gradebook}"),)),
    escape("a link to the gradebook as a timestamp", "", files=(("timestamp.txt", "link:{gradebook}"),)),
    escape("a link to the submitted folder", "import os\nprint('REACHED' if os.path.exists('all') and os.listdir('all') else '')", files=(("all", "link:{submitted}"),)),
    escape("a core dump handler", "print(open('/proc/sys/kernel/core_pattern', 'w').write('|/bin/true') and 'REACHED')", stock=False),
    escape("name resolution", "import socket\nprint('REACHED' if socket.getaddrinfo('localhost', 80) and socket.create_connection(('127.0.0.1', {port}), 2) else '')"),
    escape("through the grader's socket pair", "import socket, os\nfor fd in range(3, 64):\n    try:\n        s = socket.socket(fileno=os.dup(fd))\n        if s.family == socket.AF_UNIX: socket.send_fds(s, [b'x'], [0])\n    except OSError: pass\nprint('')"),
    escape("memory of the grader", "print('REACHED' if open(f'/proc/{pid}/mem', 'rb').seek(4096) else '')"),
)
"""`{gradebook}` and the like are filled in when they are run; success prints REACHED, or leaves a trace."""
