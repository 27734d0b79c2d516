"""What a notebook imports: record a loop, check it, ask for a hint, predict, see where you stand."""

from autograder.learn.checking import check
from autograder.learn.data import digits_data, line_data
from autograder.learn.hinting import hint
from autograder.learn.installing import installation
from autograder.learn.predicting import outcome, predict
from autograder.learn.proving import prove
from autograder.learn.recording import record
from autograder.learn.solving import solution
from autograder.learn.standing import progress
from autograder.learn.stops import CheckFailed, NotAttempted
from autograder.learn.wiring import wire

__all__ = [
    "CheckFailed",
    "NotAttempted",
    "check",
    "digits_data",
    "hint",
    "installation",
    "line_data",
    "outcome",
    "predict",
    "progress",
    "prove",
    "record",
    "solution",
]

wire()
