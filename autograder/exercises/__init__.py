"""The exercises: what each asks, the cases it is run on, and how a run is observed."""

from autograder.exercises.registry import Exercise, get, ids, observe_all

__all__ = ["Exercise", "get", "ids", "observe_all"]
