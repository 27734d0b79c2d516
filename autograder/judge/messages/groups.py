"""What is said about groups of batches that share an update: how many they are, how they weigh, and how they are counted."""

from autograder.judge.messages.words import count, listed, number


def updates_miscounted(got: float, made: int, what: str | None = None) -> str:
    """got: the number that came back, of `made` updates; what: what it is instead, where that is known."""
    return (
        f"You returned {number(got)}, and the parameters moved {count(made, 'time')}.{f' {number(got)} is {what}.' if what else ''} "
        "An update is one change of the parameters, however many batches share it, and each one counts, in every epoch. "
        "Look at where your loop counts, and what it counts there."
    )


def other_group(update: int, held: int, wanted: int) -> str:
    """held: how many batches were behind this update; wanted: how many should share it."""
    return (
        f"Update {update + 1} was made after {count(held, 'batch')}, where {wanted} should share it. "
        "A group is as many batches as the caller asks for, and only an epoch's last group may be smaller. "
        "Count the batches by hand up to your first update, and see what your loop asks before it makes one."
    )


def other_shares(update: int, shares: list[float], wanted: list[float]) -> str:
    """shares: what each batch's mean gradient was multiplied with; wanted: its rows over those of the group."""
    return (
        f"At update {update + 1} the batches counted {listed(shares)}, where {listed(wanted)} make the mean over all their rows. "
        "A row weighs the same wherever it stands, so a batch weighs its rows over the rows of its group. "
        "Look at what each batch's loss is multiplied with or divided by, and when that number changes."
    )
