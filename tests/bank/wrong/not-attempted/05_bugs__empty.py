"""An empty dictionary."""

diagnoses = {}
