"""From `solutions/*.py` to the notebooks: read, look over, execute, release, compare."""
