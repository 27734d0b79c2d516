"""What stops a notebook on purpose: kind in a kernel, plain exceptions to a grader."""

STUB = "Replace this line with your own code."
"""What an exercise's stub raises NotImplementedError with; nbgrader_config.py writes it there."""


class CheckFailed(AssertionError):
    """A check did not pass. Its text is the first finding's message; brief: a line for where that is shown already."""

    def __init__(self, message: str, brief: str | None = None) -> None:
        super().__init__(message)
        self.brief = brief

    def _render_traceback_(self) -> list[str]:
        """What IPython shows for it: one line, since no frame would add to it."""
        return [self.brief or f"{type(self).__name__}: {self}"]


class NotAttempted(CheckFailed):
    """The exercise is still the stub that it came as."""


def is_stub(error: BaseException | None) -> bool:
    """Whether this came out of an exercise's stub, and not of code of the learner's own."""
    return isinstance(error, NotImplementedError) and str(error) == STUB
