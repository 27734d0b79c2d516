"""For all tests: one thread each, since as many of them run at once as there are cores."""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
