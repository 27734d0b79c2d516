"""What is said about what comes back: losses, inputs, modes, checkpoints, and numbers that are off."""

from autograder.judge.messages.words import count, exact


def losses_miscounted(got: int, asked: int, at: int | None = None, value: float | None = None, wanted: float | None = None) -> str:
    """got and asked: how many; at, value, wanted: the first that differs, where the number of them is right."""
    if got != asked:
        said = f"You returned {count(got, 'loss')} where the {count(asked, 'update')} ask for {asked}."
    elif at is not None and value is not None and wanted is not None:
        said = f"Loss {at + 1} is {exact(value, wanted)}, and that batch's loss before its update was {exact(wanted, value)}."
    else:
        said = "The losses you returned are not those of the batches."
    return (
        f"{said} "
        "One number is asked for every update: the mean loss of its own batch, as it was just before the parameters moved. "
        "Look at when, and how often, your loop writes a loss down."
    )


def losses_after(at: int, value: float, wanted: float) -> str:
    """The losses of the right batches, but taken after their updates."""
    return (
        f"Loss {at + 1} is {exact(value, wanted)}: that is its batch after the update, and before it the loss was {exact(wanted, value)}. "
        "A loss is written down as the forward pass found it, since that is the one the gradient came from. "
        "Look at the order of the lines that update and that note the loss."
    )


def other_losses(at: int, value: float, wanted: float) -> str:
    """The right number of losses, but of another kind than asked."""
    return losses_miscounted(1, 1, at, value, wanted)


def ledger_wrong(notes: str, got: int, asked: int) -> str:
    """notes: how the ledger was kept, a name of `numpy_loops.notes`; got and asked: how many entries."""
    if got != asked:
        return (
            f"Your ledger has {count(got, 'entry')} for {count(asked, 'update')}. "
            "Every update leaves one line in it, whichever batch or epoch it belongs to; nothing is picked out or summed up. "
            "Look at where your loop writes a line."
        )
    kinds = {
        "times-lr": "the gradients already multiplied by the learning rate",
        "minus-times-lr": "the steps, not the gradients that caused them",
        "minus": "the gradients with the opposite sign",
        "swapped": "db first and dw second",
        "cumulative": "running totals of the gradients",
        "fresh": "another gradient than the one that moved the weights",
    }
    return (
        f"Your ledger holds {kinds.get(notes, 'other numbers than the gradients of the updates')}. "
        "Its sum, times the learning rate, should account for all the way from the starting weights to the final ones. "
        "Compare its first line with what the first update used."
    )


def graph_kept(at: int = 0) -> str:
    return (
        f"Loss {at + 1} that you returned is still tied to the computation it came from. "
        "A loss tensor holds the whole graph behind it, so a list of them fills the memory as the training goes on. "
        "Ask what you need of a loss once backward has run: only its number."
    )


def grad_in_eval() -> str:
    return (
        "The evaluation recorded every operation for a backward pass that never comes. "
        "Measuring a model needs its numbers alone, and a graph built on the side costs memory and time. "
        "Look at how PyTorch is told that nothing will be differentiated."
    )


def eval_in_train_mode() -> str:
    return (
        "The model was still in train mode while it was measured. "
        "Layers such as dropout and batch norm behave differently there, so the number changes from call to call. "
        "Look at which mode the model is in when its predictions are counted."
    )


def trained_in_eval(update: int) -> str:
    """update: the first one that was made in eval mode."""
    return (
        f"From update {update + 1} on the model was trained in eval mode, though it came in train mode. "
        "Layers such as batch norm then use what they remember and not the batch at hand, so the gradients are others. "
        "Look at where the mode is changed, and where it is given back."
    )


def mode_left_wrong(found: str, left: str) -> str:
    """found, left: 'train' or 'eval'."""
    return (
        f"The model came in {found} mode and was left in {left} mode. "
        "Whoever called you goes on with it as they know it, and a training loop in the wrong mode fails without a word. "
        "Ask how the mode can be remembered and given back."
    )


def left_frozen(parameters: int) -> str:
    """parameters: how many came asking for gradients and no longer do."""
    return (
        f"{count(parameters, 'parameter')} of the model came ready to be trained and no longer {'asks' if parameters == 1 else 'ask'} for a gradient. "
        "A model that is measured in the middle of its training goes on with it afterwards, and what is frozen stands still without a word. "
        "Ask how what you switch off is given back."
    )


def input_changed(names: tuple[str, ...] | list[str]) -> str:
    """names of the caller's arguments that were not as before."""
    listed = " and ".join(names)
    verb = "was" if len(names) == 1 else "were"
    return (
        f"After the call the caller's {listed} {verb} not as before. "
        "Operations that work in place reach through a name or a slice to the very array that was handed in. "
        "Look for what is changed in place, and whether it is yours to change."
    )


def state_not_restored(what: str = "the optimizer's state") -> str:
    return (
        f"A run that was resumed went another way than one that was never interrupted: {what} did not come back. "
        "A model's parameters are a part of where a training stands; optimizer and layers remember the rest. "
        "List everything that changes from one update to the next, and see which of it is in your file."
    )


def wrong_result(what: str, got: float | None = None, wanted: float | None = None, where: str = "") -> str:
    """what: the number's name, such as 'w' or 'loss 3'; got and wanted: its value here and in a right run."""
    if got is None or wanted is None:
        return f"{what}{where}. None of the usual mistakes explains it; work one small case by hand and compare line by line."
    return (
        f"{what}{where} is {exact(got, wanted)}, and should be {exact(wanted, got)}. "
        "That is the first number that differs, and none of the usual mistakes explains it. "
        "Work one small case by hand and compare line by line."
    )


def wrong_return(got: str, asked: str) -> str:
    """got: what came back, in words; asked: what should have."""
    return (
        f"Your function returned {got or 'something else'}, and the exercise asks for {asked}. "
        "What it worked out may be right, but nobody can see it. "
        "Compare your last line with what the exercise asks to be returned."
    )


def too_slow(tried: int, runs: int) -> str:
    """tried of runs: how many came to an end in time."""
    return (
        f"Your function is run {count(runs, 'time')}, on small data, and after {tried} of them the time was up. "
        "The runs that are asked for take a fraction of a second together. "
        "Look for a loop that turns far more often than it should, or for work that is done again for every row."
    )


def nothing_done(names: tuple[str, ...]) -> str:
    return f"{' and '.join(names)} {'does' if len(names) == 1 else 'do'} nothing yet. Write its body, then check again."
