"""Where `prove` sends an observation when the marks are decided in another process.

All are None in an ordinary kernel. The grader's fork server sets them in every child.
"""

from collections.abc import Callable

submit: Callable[[str, tuple[str, ...], dict], None] | None = None
"""(exercise id, the properties asked, what `observe_all` returned)."""

seed: Callable[[str], int] | None = None
"""The seed to draw this exercise's cases from."""

observe: Callable[[str, tuple], dict] | None = None
"""(exercise id, the learner's objects): `observe_all` at this exercise's seed, run once for several tests in a row."""
