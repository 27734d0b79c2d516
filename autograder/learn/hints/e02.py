"""Hints for notebook 02: batches and epochs."""

HINTS = {
    "02.updates_per_epoch": (
        "Deal out 10 cards in hands of 4: how many hands do you give, the last one included?",
        "Plain division is right when it comes out even. When something is left over, one more batch is needed: round up, never down.",
        "`math.ceil` rounds up. In whole numbers: how many full batches fit, and one more if the remainder (`%`) is not 0.",
    ),
    "02.total_updates": (
        "You know the updates of one epoch already. What does another epoch add?",
        "Every epoch has the same number of batches, with the smaller last one in each of them.",
        "Multiply the updates per epoch (rounded up first!) by the number of epochs. Rounding after multiplying counts differently.",
    ),
    "02.batches": (
        "Where does the first batch start? The second? The last? Write the starting rows down for 10 rows in batches of 4.",
        "`range` takes a step. Starting rows go from 0, by `batch_size`, and end before n; a slice that reaches beyond the end simply stops there.",
        "For each starting row, cut the same slice out of `x` and of `y` and hand both out together, by `yield` or in a list. No batch may be empty, and no row left.",
    ),
    "02.train": (
        "Two loops, one inside the other: which of them goes over the data, and which says how often? Then do the four things of notebook 01 for each batch.",
        "For every batch, in this order: predict, note the loss, work out the gradient from this batch alone, move w and b. The next batch starts from the moved ones.",
        "Outside `for` each epoch, inside `for` each batch. Before the loops an empty list; inside the inner loop one loss is appended and w, b are replaced. Nothing is summed over batches, and w, b are never set back.",
    ),
}
