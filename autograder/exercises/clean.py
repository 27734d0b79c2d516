"""A clean global state to run a learner's function in, put back afterwards."""

import contextlib
import io
import os
import random
import sys
import warnings
from collections.abc import Iterator

import numpy as np

RECURSION_LIMIT = 20_000


@contextlib.contextmanager
def clean_state(seed: int = 0) -> Iterator[None]:
    """Run the body as a fresh kernel would: no leftovers in, none out.

    Default dtype, gradient mode, NumPy's error handling and random seeds are the usual ones; warnings
    and prints are swallowed, since neither is a mistake; the working directory, the recursion limit and
    all of these are put back, also when the body raises.
    """
    with contextlib.ExitStack() as stack:
        stack.enter_context(contextlib.redirect_stdout(io.StringIO()))
        stack.enter_context(contextlib.redirect_stderr(io.StringIO()))
        stack.enter_context(warnings.catch_warnings())
        warnings.simplefilter("ignore")
        stack.enter_context(np.errstate(all="ignore"))
        stack.enter_context(_kept(os.getcwd, os.chdir))
        stack.enter_context(_kept(sys.getrecursionlimit, sys.setrecursionlimit, RECURSION_LIMIT))
        stack.enter_context(_kept(random.getstate, random.setstate))
        stack.enter_context(_kept(np.random.get_state, np.random.set_state))
        random.seed(seed)
        np.random.seed(seed % 2**32)
        if "torch" in sys.modules:
            stack.enter_context(_clean_torch(seed))
        yield


@contextlib.contextmanager
def _kept(read, write, meanwhile=None) -> Iterator[None]:
    before = read()
    if meanwhile is not None:
        write(meanwhile)
    try:
        yield
    finally:
        write(before)


@contextlib.contextmanager
def _clean_torch(seed: int) -> Iterator[None]:
    import torch

    with contextlib.ExitStack() as stack:
        stack.enter_context(_kept(torch.get_default_dtype, torch.set_default_dtype, torch.float32))
        stack.enter_context(_kept(torch.is_grad_enabled, torch.set_grad_enabled, True))
        stack.enter_context(_kept(torch.is_anomaly_enabled, torch.autograd.set_detect_anomaly, False))
        stack.enter_context(torch.random.fork_rng(devices=[]))
        torch.default_generator.manual_seed(seed)  # torch.manual_seed asks for graphics cards first, every time
        yield
