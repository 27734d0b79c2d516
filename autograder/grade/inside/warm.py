"""Load in the fork server what every submission would load, so that it is loaded once."""

import importlib
import io

LIBRARIES = ("numpy", "torch", "torch.utils.data", "matplotlib.pyplot", "matplotlib_inline.backend_inline", "ipywidgets")
OURS = ("autograder.exercises", "autograder.learn", "autograder.learn.stills", "autograder.labs")
OF_RUNS = ("autograder.exercises.torch_run", "autograder.trace.numpy_recorder")
OF_CELLS = ("bdb", "IPython.core.logger")
"""What exercises and `record` import when the first loop runs, and the shell when the first cell does."""

WRONG = """import math


def half(x, *, by=2):
    \"\"\"With a bit of everything that a traceback colours.\"\"\"
    return [f"{math.pi / 0}" for _ in range(by) if x is not None]


half("x")
"""


def warm_up() -> None:
    """Import the libraries that there are, make torch's optimizers load what they load late, make a shell."""
    for name in LIBRARIES + OURS:
        _import_if_there(name)
    _warm_torch()
    _warm_exercises()
    _import_if_there("autograder.grade.inside.runner")
    _warm_shell()


def _import_if_there(name: str) -> None:
    try:
        importlib.import_module(name)
    except ImportError:  # another course's environment need not have our libraries
        pass


def _warm_torch() -> None:
    """The first zero_grad() and step() import torch._dynamo, a second's work. No forward or backward pass
    here: they would start threads, and a process with threads must not be forked."""
    try:
        import torch
    except ImportError:
        return
    from autograder.grade.inside.unprofiled import leave_out_labels

    torch.set_num_threads(1)
    leave_out_labels()
    state = torch.get_rng_state()
    parameter = torch.nn.Parameter(torch.zeros(2))
    for kind in (torch.optim.SGD, torch.optim.Adam):
        optimizer = kind([parameter], lr=0.1)
        optimizer.zero_grad()
        parameter.grad = torch.zeros(2)
        optimizer.step()
    torch.set_rng_state(state)


def _warm_exercises() -> None:
    from autograder.exercises import registry

    for number in registry.NOTEBOOKS:
        _import_if_there(f"autograder.exercises.e{number:02}")
    for name in OF_RUNS:
        _import_if_there(name)


def _warm_shell() -> None:
    """The shell, and what it loads for its first cell, its first traceback and its first figure."""
    from autograder.grade.inside import shell

    made = shell.the_shell()
    for name in OF_CELLS:
        _import_if_there(name)
    try:
        exec(compile(WRONG, made.compile.cache(WRONG), "exec"), {})
    except ZeroDivisionError as error:
        made.InteractiveTB.structured_traceback(type(error), error, error.__traceback__)
    _warm_figures()


def _warm_figures() -> None:
    try:
        from matplotlib import pyplot
    except ImportError:
        return
    figure, axes = pyplot.subplots()
    axes.plot([0, 1], label="warm")
    axes.legend()
    figure.savefig(io.BytesIO(), format="png", bbox_inches="tight")
    pyplot.close("all")
