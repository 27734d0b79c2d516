"""Hints for notebook 05: zero_grad and the bug hunt."""

HINTS = {
    "05.train": (
        "Say the five verbs of one update aloud: forward, loss, backward, step, zero_grad. Three of them have a fixed order. Which two lines may the reset never come between?",
        "Everything that belongs to one batch stands inside the inner loop, the step too. The loss is `loss_fn(prediction, target)`, in that order, of this batch only.",
        "Epochs outside, batches inside. Per batch: clear, predict, loss, backward, step; and the loss goes into your list as a number (`.item()`), before or after the step, since it was worked out before it. A slice takes care of a smaller last batch.",
    ),
    "05.bugs": (
        "Do not read the code first. `record` the loop and look: how many updates per epoch, which rows, and what stands in the gradient beside what the batch made?",
        "Ask in this order: is every row seen? Is there an update for each batch? Is the gradient at the step the batch's own? Do the weights then move by it? The first *no* is the cause; the rest follows from it.",
        "Match the first *no* with a finding code. Stale gradient from the second update on, growing all the way: never reset. Falling back to fresh at each epoch's start: reset once per epoch. Standing gradient zero at each step: reset too late. `check` tells which of your answers still fail.",
    ),
}
