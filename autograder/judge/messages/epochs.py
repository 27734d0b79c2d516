"""What is said about numbers that stand for a whole epoch or a whole data set."""

from autograder.judge.messages.words import count, exact


def epoch_losses_miscounted(got: int, asked: int) -> str:
    """got and asked: how many."""
    return (
        f"You returned {count(got, 'number')} where {count(asked, 'epoch')} ask for {asked}. "
        "Here one number is asked for each epoch: the mean loss over all of its rows. "
        "Look at when your loop writes a number down, and for which of its two loops."
    )


def epoch_mean_of_means(epoch: int, got: float, wanted: float) -> str:
    return (
        f"The loss of epoch {epoch + 1} is {exact(got, wanted)}, the mean of its batches' means; over its rows the mean is {exact(wanted, got)}. "
        "The last batch is smaller, so its rows weigh more when every batch counts the same. "
        "Ask what each batch's mean has to be multiplied with before you add it up."
    )


def epoch_loss_off(epoch: int, got: float, wanted: float, instead: str) -> str:
    """instead: what the number is, such as 'the loss of its last batch alone', or nothing."""
    reason = f"That is {instead}. " if instead else ""
    return (
        f"The loss of epoch {epoch + 1} is {exact(got, wanted)}, and the mean over its rows, each as its batch met it, is {exact(wanted, got)}. "
        f"{reason}One batch's loss is a noisy glimpse; the epoch's is made of all its rows. "
        "Look at what your loop adds up, and by what it divides."
    )


def accuracy_off(got: float, wanted: float, why: str) -> str:
    """why: a sentence on what the number is instead, or nothing."""
    return (
        f"The accuracy is {exact(got, wanted)} where {exact(wanted, got)} of the rows are right. {why}"
        "Each row counts once, right or wrong, and the share is taken of all rows. "
        "Count by hand on a loader of two small batches."
    )


def checkpoint_files(files: list[str], safe: bool) -> str:
    """files: the names in the folder after saving, where checkpoint.pt was asked; safe: whether that loads with weights_only=True."""
    if files == ["checkpoint.pt"] and not safe:
        return (
            "The file cannot be read by torch.load with weights_only=True. "
            "A checkpoint that holds only tensors, numbers, strings and dicts of them can be opened without running anybody's code. "
            "Look at what you put into the file: state, or whole objects; and at what wrote it."
        )
    found = " and ".join(name[:40] for name in files[:3]) or "nothing"
    return (
        f"After saving as checkpoint.pt the folder holds {found}. "
        "Whoever resumes has the path and nothing else: all of the checkpoint belongs into one file, at exactly that path. "
        "Look at where your code writes, and under which name."
    )


def checkpoint_weights(parameter: int, got: float, wanted: float) -> str:
    return (
        f"Right after loading, parameter {parameter + 1} of the model is {exact(got, wanted)}; it was {exact(wanted, got)} when it was saved. "
        "A model made anew starts with its own random weights until the saved ones replace them. "
        "Follow one weight into the file and back."
    )


def checkpoint_epoch(kind: str, wanted: int) -> str:
    """kind: what load_checkpoint returned, in a few words."""
    return (
        f"load_checkpoint returned {kind}, and the epoch that was saved is {wanted}. "
        "Whoever resumes has to know where to go on. "
        "See that the number goes into the file and comes out of it."
    )


def loaded_apart() -> str:
    return (
        "After loading, the optimizer held other parameters than those of the model, so its updates went past it. "
        "An optimizer knows only the tensors that it was given when it was made: saved numbers have to be written into these, and not put in their place. "
        "Look at what your load_checkpoint replaces, and what it fills."
    )
