"""Attempts, meant or not, to end or stall a class's run; the work itself is right, or stuck."""

from tests.attacks.attempt import Attempt
from tests.grade.conftest import RIGHT


def disrupt(name, before="", **more):
    return Attempt(name, "disrupt", before=before, **({"train": RIGHT} | more))


ATTEMPTS = (
    disrupt("an endless loop in a cell", "while True: pass"),
    disrupt("an endless loop in train", train="def train(*a, **k):\n    while True: pass"),
    disrupt("an endless loop that swallows interrupts", "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass"),
    disrupt("sleep", "import time\ntime.sleep(10**6)"),
    disrupt("endless output", "while True: print('x' * 10000)", stock=False),
    disrupt("endless output below Python", "import os\nwhile True: os.write(1, b'x' * 65536)", stock=False),
    disrupt("ten gigabytes", "import numpy as np\nblock = np.ones(10 * 2**30 // 8)", stock=False),
    disrupt("memory bit by bit", "blocks = []\nwhile True: blocks.append(bytearray(10**7))", stock=False),
    disrupt("a fork storm", "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass", stock=False),
    disrupt("a storm of threads", "import threading, time\nwhile True: threading.Thread(target=time.sleep, args=(1000,)).start()", stock=False),
    disrupt("a full disk", "n = 0\nwhile True:\n    open(f'file{n}', 'wb').write(bytes(10**8)); n += 1", stock=False),
    disrupt("a million files", "n = 0\nwhile True:\n    open(f'/tmp/file{n}', 'w').close(); n += 1", stock=False),
    disrupt("os._exit", "import os\nos._exit(1)"),
    disrupt("a segmentation fault", "import ctypes\nctypes.string_at(0)"),
    disrupt("abort", "import os\nos.abort()"),
    disrupt("kill oneself", "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"),
    disrupt("stop oneself", "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)", stock=False),
    disrupt("input()", "input('your name? ')"),
    disrupt("a debugger", "import pdb\npdb.set_trace()", stock=False),
    disrupt("a thousand figures", "import matplotlib.pyplot as plt\nfor _ in range(1000): plt.figure()"),
    disrupt("an exception without a text", "class Odd(Exception):\n    def __str__(self): raise ValueError\nraise Odd"),
    disrupt("a result without a text", "class Odd:\n    def __repr__(self): raise SystemExit\nOdd()"),
    disrupt("a deep recursion", "import sys\nsys.setrecursionlimit(10**9)\ndef f(): f()\nf()"),
    disrupt("standard output closed", "import sys\nsys.stdout.close()"),
    disrupt("standard output replaced", "import sys\nsys.stdout = sys.stderr = None"),
    disrupt("descriptors closed", "import os\nfor fd in range(64):\n    try: os.close(fd)\n    except OSError: pass"),
    disrupt("random frames", "import os, socket\nfor fd in range(3, 64):\n    try:\n        s = socket.socket(fileno=os.dup(fd))\n        if s.family == socket.AF_UNIX: s.send(os.urandom(1000))\n    except OSError: pass"),
    disrupt("a frame without an end", "import os, socket, struct\nfor fd in range(3, 64):\n    try:\n        s = socket.socket(fileno=os.dup(fd))\n        if s.family == socket.AF_UNIX: s.send(struct.pack('>I', 2**32 - 1))\n    except OSError: pass"),
    disrupt("an output that is none", "get_ipython().display_pub.publish({'text/plain': {'a': object()}, 'image/png': 3})"),
    disrupt("an event loop that never ends", "import asyncio\nawait asyncio.sleep(10**6)"),
)
