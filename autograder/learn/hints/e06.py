"""Hints for notebook 06: accumulating on purpose."""

HINTS = {
    "06.train_accumulated": (
        "`backward` adds, and this time that is what you want. When must the pile be cleared, and when may it not?",
        "Adding gives the sum of the batches' gradients; the mean over all rows of the group is asked. Each batch's mean loss counts by its share of rows: with equal batches that is one over their number.",
        "The last group may hold fewer batches, and its last batch fewer rows. Divide by what the group really holds, so know its rows before you scale: the group starts at some row and ends at the epoch's last row at the latest.",
        "Per group: clear; for each of its batches one forward pass, the loss times (rows of the batch / rows of the group), backward; then one step. When the rows run out the group is done, full or not. Count the steps, and return that.",
    ),
    "06.train_once_per_epoch": (
        "One update per epoch: what does that say about the place of `step` and of the reset?",
        "The batches are still read one by one, and each adds to the pile. What has to be done to their losses for the pile to be the gradient of the mean over all rows?",
        "Weigh each batch's mean loss by its rows over n, backward each; after the inner loop step once and clear. Return how many steps were made.",
    ),
}
