"""A submission that no fair mark can be given to, and why."""


class Ungradable(Exception):
    """The message is the reason, in words for the instructor; the submission gets no mark, not a zero."""


def in_words(error: Exception) -> str:
    """Why an exception left a submission without a mark."""
    return str(error) if isinstance(error, Ungradable) else f"{type(error).__name__}: {error}"
