"""Where the course's own files lie."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def shown_to_learners() -> tuple[Path, ...]:
    """What of the course a submission may read: its data, nothing else."""
    return tuple(path for path in (ROOT / "data",) if path.is_dir())
