"""The course at a glance: its notebooks and the exercises in each, known without importing any of them."""

import re
from pathlib import Path

NOTEBOOKS = {
    "01": ("01_one_update", ("01.forward", "01.mse", "01.gradients", "01.update")),
    "02": ("02_batches_and_epochs", ("02.updates_per_epoch", "02.total_updates", "02.batches", "02.train")),
    "03": ("03_what_carries_over", ("03.train_shuffled", "03.train_with_ledger")),
    "04": ("04_why_gradients_accumulate", ("04.value", "04.train_autograd")),
    "05": ("05_zero_grad", ("05.train", "05.bugs")),
    "06": ("06_accumulate_on_purpose", ("06.train_accumulated", "06.train_once_per_epoch")),
    "07": ("07_claims_on_trial", ("07.claims",)),
    "08": ("08_real_digits", ("08.fit", "08.accuracy", "08.checkpoint")),
}


def exercises() -> list[str]:
    """The ids of all exercises, in the order of the course."""
    return [exercise for _, ids in NOTEBOOKS.values() for exercise in ids]


def known(exercise_id: str) -> str:
    """The id itself. Raises ValueError with the ids of its notebook (or all of them) where there is none such."""
    if exercise_id in exercises():
        return exercise_id
    name = exercise_id if isinstance(exercise_id, str) else repr(exercise_id)
    near = NOTEBOOKS.get(name[:2], ("", exercises()))[1]
    raise ValueError(f'there is no exercise "{name}". There are: {", ".join(near)}.')


def root() -> Path | None:
    """The folder of the course, which holds data/; None where the package stands alone."""
    package = Path(__file__).resolve().parents[2]
    for folder in (package, Path.cwd(), *Path.cwd().parents):
        if (folder / "data" / "line_1000.csv").is_file():
            return folder
    return None


def source_of(exercise_id: str) -> Path | None:
    """The text that the notebook of this exercise is made from; None where it is not there."""
    folder, stem = root(), NOTEBOOKS[re.match(r"\d\d", exercise_id)[0]][0]
    path = folder / "solutions" / f"{stem}.py" if folder else None
    return path if path and path.is_file() else None
