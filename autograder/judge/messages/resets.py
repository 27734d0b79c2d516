"""What is said about gradients that are not reset where they should be."""

from autograder.judge.messages.words import count, place, times


def never_zeroed(update: int, factor: float | None = None) -> str:
    """update: the first one with an old gradient in it; factor: the size of what stood, over its own batch's."""
    return (
        f"At update {update + 1} the gradient {_grown(factor)}: the batches before it were still in it. "
        "Nothing clears a gradient by itself: what is added to it stays until your loop resets it. "
        "Look at what the gradient holds just before a new batch's is added."
    )


def zeroed_once_per_epoch(epoch: int, batch: int, factor: float | None = None) -> str:
    """epoch, batch: the first update with an old gradient in it; factor as in `never_zeroed`."""
    return (
        f"At {place(epoch, batch)}, the gradient {_grown(factor)}: this epoch's earlier batches were still in it. "
        "Resetting at the border of an epoch makes only its first batch fresh, while every batch makes an update. "
        "Compare how often your loop resets with how often it updates."
    )


def zeroed_irregularly(update: int, stale: int | None = None, updates: int | None = None) -> str:
    """update: the first one with an old gradient in it; stale of updates: how many carried one."""
    share = "" if stale is None else f" In all, {stale} of {updates} updates carried an old gradient."
    return (
        f"Update {update + 1} still had an earlier batch's gradient in it, though others did not.{share} "
        "A reset that comes at some updates leaves the rest with whatever was there. "
        "Look at the condition, or the count, that decides when your loop resets."
    )


def zeroed_for_some(stale: int, parameters: int) -> str:
    """stale of parameters: how many numbers kept their older gradients while the others were reset."""
    return (
        f"From update 2 on, {stale} of the model's {parameters} parameters still carried older gradients, while the others were fresh. "
        "A reset has to reach every parameter that the optimizer moves, or each of the rest goes its own way. "
        "Look at which parameters your reset leaves out."
    )


def zeroed_before_step(updates: int, at: int = 0) -> str:
    """updates: how many of them found nothing; at: the first of these."""
    return (
        f"At update {at + 1} the gradient was zero when the parameters should have moved, and so at {count(updates, 'update')} in all. "
        "A reset between backward and the update throws away what backward has just made, so nothing is learned from it. "
        "Look at what stands between making the gradient and using it."
    )


def zeroed_each_micro_batch(group: int, update: int = 0) -> str:
    """group: how many micro-batches the update should hold."""
    return (
        f"Update {update + 1} should hold the gradients of {count(group, 'batch')}, and held only the last one's. "
        "A reset before every batch empties what the earlier batches of the group had gathered. "
        "Ask yourself how often the gradient has to be emptied when several batches share one update."
    )


def only_last_backward(group: int) -> str:
    """group: how many batches an epoch has."""
    return (
        f"The losses of {count(group, 'batch')} were worked out in epoch 1, and the update holds the gradient of one of them alone. "
        "A batch whose loss never goes through backward teaches the model nothing. "
        "Look at which loss your backward sees, and how often it is called in an epoch."
    )


def backward_twice(update: int, factor: float | None = None, batches: int = 1) -> str:
    """update: the first one that holds a batch twice; factor: what stood, over the right gradient of its `batches`."""
    alone, seen = batches == 1, "counted its batch more than once" if factor is None else f"was {times(factor)} that of its own batch"
    if not alone:
        seen = f"counted some of its {batches} batches more than once" if factor is None else f"was {times(factor)} that of its {batches} batches"
    return (
        f"At update {update + 1} the gradient {seen}{', with no other batch in it' if alone else ''}. "
        "Every backward adds to the gradient, also when it runs again over the same batch. "
        "Count how many times one batch's gradient is added before the parameters move."
    )


def used_twice(update: int, again: int) -> str:
    """update: the first one whose gradient moved the parameters again; again: how many did."""
    return (
        f"The gradient of update {update + 1} moved the parameters once more, without a new batch in between, and so did {again} in all. "
        "An update does not use a gradient up: it stands until it is reset, and a second update takes it again. "
        "Count how many updates your loop makes for one backward."
    )


def accumulation_ignored(updates: int, asked: int, group: int | None = None) -> str:
    """updates made and asked for; group: how many batches share one update."""
    shared = "a group of batches" if group is None else count(group, "batch")
    return (
        f"Your loop made {count(updates, 'update')} where {asked} were asked. "
        f"Here {shared} should share one update, and the parameters should stand still until the last of them is in. "
        "Look at what decides whether the parameters move after a batch."
    )


def not_averaged(update: int, factor: float, group: int | None = None) -> str:
    """factor: the size of what stood, over the mean over the group's rows."""
    shared = "its group" if group is None else f"its {count(group, 'batch')}"
    return (
        f"At update {update + 1} the gradient was {times(factor)} the mean over {shared}. "
        "Gradients that gather are added up: nothing divides them for you, so a larger group takes a larger step. "
        "Look at what turns the sum over the group into its mean."
    )


def mean_of_means(update: int, sizes: tuple[int, ...] | list[int] = ()) -> str:
    """sizes: the rows of the group's batches, which differ."""
    rows = f" of {', '.join(map(str, sizes[:-1]))} and {sizes[-1]} rows" if len(sizes) > 1 else ""
    return (
        f"At update {update + 1} the batches{rows} weighed the same, though they are not of the same size. "
        "A mean of means is the mean over all rows only when every batch is as large as the others. "
        "Ask how much one row of the smaller batch counts beside a row of a larger one."
    )


def leftover_dropped(epoch: int, batches: int, group: int) -> str:
    """batches: how many were left over at the end of that epoch; group: how many make an update."""
    return (
        f"The last {count(batches, 'batch')} of epoch {epoch + 1} never reached an update. "
        f"The batches of an epoch do not always divide into groups of {group}, and the smaller last group counts too. "
        "Look at what your loop does with a group that is not full when the epoch ends."
    )


def leftover_leaks(epoch: int, batches: int, group: int) -> str:
    """batches: how many of epoch `epoch` were still there in the first update of the next one."""
    return (
        f"The first update of epoch {epoch + 2} still held {count(batches, 'batch')} of epoch {epoch + 1}. "
        f"When groups of {group} do not come out even, what is left waits in the gradient and mixes with the next epoch. "
        "Look at what happens to an unfinished group at the end of an epoch."
    )


def _grown(factor: float | None) -> str:
    """factor: the size of what stood, over its own batch's; one that is no larger says nothing."""
    larger = factor is not None and factor > 1.005
    return f"was {times(factor)} that of its own batch" if larger else "held more than its own batch's"


def zeroed_partly(reset: str, update: int) -> str:
    """reset: the parameter whose gradient is reset, "w" or "b"; the other one's never is."""
    other = "b" if reset == "w" else "w"
    return (
        f"At update {update + 1} the gradient of {other} still held the batches before, while that of {reset} was fresh. "
        "Every parameter has a gradient of its own, and a reset of one leaves the others as they are. "
        f"Compare what your loop does for {reset} and for {other}, line by line."
    )
