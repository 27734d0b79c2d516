"""An empty dictionary."""

verdicts = {}
