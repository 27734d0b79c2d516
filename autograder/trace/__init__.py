"""What a training loop did, as plain data."""

from autograder.trace.events import VERBS, Event
from autograder.trace.trace import Trace

__all__ = ["VERBS", "Event", "Trace"]
