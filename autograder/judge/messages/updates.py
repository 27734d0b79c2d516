"""What is said about updates: too few, too early, from the wrong gradient, or by the wrong hand."""

from autograder.judge.messages.words import count, exact, number, times


def stepped_once_per_epoch(updates: int, asked: int) -> str:
    """updates made and asked for, over the whole run."""
    return (
        f"Your loop made {count(updates, 'update')} where {asked} were asked: one at the end of each epoch, none after a batch. "
        "In mini-batch training the parameters move after every batch, and the next batch already sees the new ones. "
        "Look at which of the two loops your update belongs to."
    )


def step_before_backward(update: int) -> str:
    """update: the first one that used the batch before."""
    return (
        f"Update {update + 1} moved the parameters with the gradient of the batch before it, not of its own. "
        "An update uses whatever gradient is there at that moment, and its own batch's had not been made yet. "
        "Put the steps of one batch in the order in which they need each other."
    )


def never_stepped(asked: int) -> str:
    """asked: how many updates there should have been."""
    return (
        f"The parameters ended exactly where they started, though {count(asked, 'update')} were asked. "
        "Making a gradient does not move anything: it only says where downhill is. "
        "Look for the place where your loop uses the gradients it has made."
    )


def gradient_missing(update: int | None = None) -> str:
    """update: the first one that found no gradient, where it is known."""
    where = "The parameters had no gradient to move with" if update is None else f"At update {update + 1} the parameters had no gradient to move with"
    return (
        f"{where}: no backward pass reached them. "
        "A gradient appears only when backward runs from a loss that still knows how it was computed from the parameters. "
        "Follow the loss back to the parameters, and look for where that link is cut or never used."
    )


def gradient_missing_for_some(missing: int, parameters: int) -> str:
    """missing of parameters: how many numbers never had a gradient, while the others had the right one."""
    return (
        f"{missing} of the model's {parameters} parameters never had a gradient, and stood still while the others moved. "
        "Backward reaches whatever the loss was computed from, and asks for a gradient. "
        "Look for what takes a part of the model out of it: a layer that is frozen, or called apart."
    )


def wrong_optimizer() -> str:
    return (
        "The optimizer that stepped holds other parameters than those of your model, so the model never moved. "
        "An optimizer knows only the tensors that it was given when it was made; a new model's are strangers to it. "
        "Check that model and optimizer are the two that came as arguments."
    )


def optimizer_recreated(epoch: int, update: int | None = None) -> str:
    """epoch: the first one in which the optimizer's memory was gone."""
    where = f"epoch {epoch + 1}" if update is None else f"update {update + 1}"
    return (
        f"At {where} the optimizer had forgotten what it had gathered: its momentum started again from nothing. "
        "An optimizer carries its history from update to update, and one made anew has none. "
        "Ask where in your code an optimizer is made, and how often that line runs."
    )


def optimizer_bypassed(update: int = 0) -> str:
    return (
        f"At update {update + 1} the parameters changed without the optimizer that you were given. "
        "A step by hand, or by another optimizer, knows nothing of the rate, momentum or decay that yours was made with. "
        "Look at which line moves the parameters."
    )


def steps_differ(update: int, got: float, wanted: float) -> str:
    """update: the first one after which a weight is `got`, where the optimizer would have made it `wanted`."""
    return (
        f"All gradients are right, but after update {update + 1} a weight is {exact(got, wanted)} where the optimizer, as it came, makes it {exact(wanted, got)}. "
        "Its learning rate and its other settings are the caller's choice, for the whole run. "
        "Look for what changes the optimizer's settings, or what it remembers, on the way."
    )


def rounded(update: int, got: float, wanted: float) -> str:
    """As `steps_differ`, where the two are one number but for its last digits."""
    return (
        f"All gradients are right, but after update {update + 1} a weight is {exact(got, wanted)} where the optimizer makes it {exact(wanted, got)}: a number with fewer digits. "
        "A model comes in a precision, float32 or float64, and whoever made it counts on it. "
        "Look for what casts the model, or its weights, to another one."
    )


def changed_by_hand(after: int, changes: int) -> str:
    """after: how many updates of the optimizer came first; changes: how many were by hand."""
    often = "once" if changes == 1 else f"{changes} times in all"
    where = "before the first update" if not after else f"after update {after}"
    return (
        f"The parameters were changed by hand {where}, beside the optimizer's own updates, and so {often}. "
        "The optimizer works out where the parameters go, and what is changed beside it makes another algorithm. "
        "Look for a line that writes into the parameters, or loads them."
    )


def loss_fn_ignored(loss: float | None = None, given: float | None = None) -> str:
    """loss: the one that the gradients came from, where it is known; given: the value of the loss that was asked for."""
    known = loss is not None and given is not None and abs(loss - given) > 1e-9 * abs(given)
    numbers = f" ({exact(loss, given)} where the one you were given says {exact(given, loss)})" if known else ""
    return (
        f"The gradients came from another loss than the one you were given{numbers}. "
        "Which loss to use is the caller's choice, and the cases that this is run on use several. "
        "Look at where your loop turns predictions and targets into one number."
    )


def weights_reset(epoch: int) -> str:
    """epoch: the first one that started again."""
    return (
        f"Epoch {epoch + 1} began with the starting weights again, as if the epochs before it had never been. "
        "Weights live as long as the model: what one epoch learns is where the next one begins. "
        "Look at which lines run once per epoch and should run once in all."
    )


def weights_set_again(changes: int) -> str:
    """changes: how often the parameters were set to the same values."""
    return (
        f"The parameters were set to the same values {count(changes, 'time')}, and each time what they had learned was gone. "
        "A reset belongs to the gradients, which every batch makes anew; the weights are what training is for. "
        "Look at what exactly your loop sets back, and how often."
    )


def best_gradient_only(epoch: int, updates: int | None = None, asked: int | None = None, of: str = "") -> str:
    """epoch: the first where batches were left out; updates made and asked for; of: what it was chosen from, where not of the epoch."""
    counted = "" if updates is None or updates == asked else f", so that there were {count(updates, 'update')} where {asked} were asked"
    return (
        f"In epoch {epoch + 1} only one chosen batch{of} moved the parameters{counted}. "
        "No batch's gradient competes with another's: each is used in its turn, for one update, and then done with. "
        "Look at where your loop compares batches, and what becomes of those that lose."
    )


def gradient_scaled(factor: float, update: int = 0, rows: int | None = None, which: str | None = None) -> str:
    """factor: what was used, over the gradient of the mean; rows: the batch's; which: "dw" or "db" where it is one of them."""
    reason = "a factor was lost, or came in twice"
    if rows and rows > 1 and abs(factor - rows) < 1e-6 * rows:
        reason = f"that is the number of its rows, so a sum stands where the mean over the {rows} rows is asked"
    elif rows and rows > 1 and abs(factor * rows - 1) < 1e-6:
        reason = f"it was divided by its {rows} rows once more than the mean asks"
    return (
        f"At update {update + 1} {which or 'the gradient'} was {times(factor)} what it should be: {reason}. "
        "A wrong scale does not change the direction, so it hides as a different learning rate and shows only at some batch sizes. "
        "Follow every factor from the loss to the update, and say what each one is for."
    )


def gradient_sign(update: int = 0, before: float | None = None, after: float | None = None, which: str | None = None) -> str:
    """before, after: the loss of the same rows before and after the update, where they are known; which: "w" or "b" where only it does."""
    alone = "" if which is None else f" in {which}"
    seen = "" if before is None or after is None else f": the loss of its batch went from {number(before)} to {number(after)}"
    return (
        f"Update {update + 1} went uphill{alone}{seen}. "
        "The gradient points to where the loss grows fastest, and learning means to go the other way. "
        "Check the signs on the way from the error to the new weights."
    )


def other_prediction(told: float, wanted: float) -> str:
    """told: the first batch's loss as it was worked out; wanted: that of the model's output and the batch's targets."""
    return (
        f"The loss of the first batch came out as {exact(told, wanted)}, and the model's output and its targets give {exact(wanted, told)}. "
        "The loss takes the output as the model makes it and the targets as they came: a cross-entropy, say, makes the probabilities itself. "
        "Look at what happens to the prediction, or to the target, before the two meet."
    )


def factor_in_gradient(which: str, what: str) -> str:
    """which: "dw" or "db"; what: "lost its factor x", or what else became of a factor."""
    return (
        f"From the first update on, {which} {what}. "
        "Each parameter's derivative is the error's, times how much the prediction changes when that parameter does. "
        "Write the prediction down and ask, for w and for b, what stands beside it."
    )


def never_moved(which: str) -> str:
    """which: the parameter, "w" or "b", that kept its starting value."""
    return (
        f"{which} ended exactly where it started, while the other parameter moved. "
        "The line has a slope and a height, and the gradient has a part for each. "
        f"Follow {which} through one turn of your loop."
    )


def start_ignored(w: float, b: float) -> str:
    """w, b: the starting weights that were given."""
    return (
        f"Your loop starts at w = 0 and b = 0, though it was given w = {w:g} and b = {b:g}. "
        "Where training starts is the caller's choice: a second call may go on where the first one ended. "
        "Look at what happens to these two arguments before the first batch."
    )


def last_update_missing(updates: int, grouped: bool = False) -> str:
    """updates: how many were asked for; grouped: whether several batches share one."""
    one = "group of batches" if grouped else "batch"
    return (
        f"The gradient of the last {one} was never used: each update waits for the next {one} to come, so there were {updates - 1} where {count(updates, 'update')} were asked. "
        "When the loop ends, a gradient is left over that has moved nothing. "
        f"Put the steps of one {one} in the order in which they need each other."
    )


def new_w_in_db() -> str:
    return (
        "From the first update on, db was found with the w that had already moved. "
        "Both parts of the gradient belong to the same place: the weights with which the batch was predicted. "
        "Look at the order in which your loop finds the two and uses them."
    )


def rate_ignored(rate: float) -> str:
    """rate: the one that every step was taken with, whichever was given."""
    return (
        f"Every step was taken with a learning rate of {number(rate)}, whichever was given. "
        "The rate is an argument because nobody knows the best one beforehand, and the caller wants to try several. "
        "Look for a number that stands where that argument should."
    )


def best_row_only(rows: int) -> str:
    """rows: of the first batch, of which one made the gradient."""
    return (
        f"At update 1 one row out of {rows} made the gradient, and the others were left out. "
        "No row's gradient is better than another's: a batch's gradient is the mean over all of its rows. "
        "Look at where your loop picks one, and what it picks it by."
    )
