"""A submission that no fair mark can be given to, and why."""


class Ungradable(Exception):
    """The message is the reason, in words for the instructor; the submission gets no mark, not a zero."""
