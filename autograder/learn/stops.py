"""What stops a notebook on purpose: kind in a kernel, plain exceptions to a grader."""


class CheckFailed(AssertionError):
    """A check did not pass. Its text is the first finding's message."""

    def _render_traceback_(self) -> list[str]:
        """What IPython shows for it: one line, since the finding is shown above and no frame adds to it."""
        return [f"{type(self).__name__}: {self}"]


class NotAttempted(CheckFailed):
    """The exercise is still the stub that it came as."""
