"""What is said about counts that are off: batches in an epoch, updates in a run."""

from autograder.judge.messages.words import count


def count_fixed(got: float) -> str:
    """got: the number that came back for every n and batch size."""
    return (
        f"Your function answers {got:g} to every question. "
        "It is asked for several numbers of rows and several batch sizes, and the answer depends on them. "
        "Build it from the arguments alone."
    )


def count_wrong(code: str, n: int, size: int, epochs: int | None, got: float, wanted: int) -> str:
    """epochs: None where the batches of one epoch are asked for."""
    asked = f"{count(n, 'row')} in batches of {size}" + ("" if epochs is None else f", for {count(epochs, 'epoch')},")
    belief = {
        "last-batch-dropped": "Rows that do not fill a whole batch still make one, a smaller one, and every epoch starts its batches anew.",
        "extra-empty-batch": "When the batches come out even there is no row left for one more, and an empty batch is none.",
        "wrong-number-of-epochs": "Each epoch is a pass over all rows, and every one of its batches makes an update.",
        "batch-size-ignored": "A batch of several rows makes one update together, so rows and batches are two different counts.",
    }.get(code, "Every epoch starts its batches anew, and rows that do not fill a whole batch still make one, a smaller one.")
    return f"For {asked} you answer {got:g}, and it should be {wanted}. {belief} Check your formula on 10 rows in batches of 4."


def batch_sizes(got: list[int], right: list[int]) -> str:
    """The sizes of the batches that came, and of those that should have."""
    shown = ", ".join(map(str, got[:12])) or "none"
    return (
        f"Your batches hold {shown} rows, and should hold {', '.join(map(str, right))}. "
        "All batches are of the asked size but the last, which has what is left. "
        "Follow the first and the last row of each batch on paper."
    )


def batch_shape(shape: tuple[int, ...]) -> str:
    return (
        f"A batch came with shape {tuple(shape)}, where one number per row is asked: (rows,). "
        "A dimension too many makes later subtractions compare every row with every other. "
        "Look at how you cut the rows out."
    )


def rows_covered(distinct: int, n: int) -> str:
    return (
        f"Your batches hold {count(distinct, 'different row')} of {n}. "
        "Taken together, the batches of an epoch are all rows, each once. "
        "Look at where one batch ends and the next begins."
    )
