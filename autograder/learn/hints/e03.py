"""Hints for notebook 03: what carries over."""

HINTS = {
    "03.train_shuffled": (
        "It is the loop of notebook 02 but for one thing: at the start of every epoch the rows come in a new order. Which rows belong to a batch then?",
        "Shuffle row numbers, not the data: `rng.permutation(n)` gives each number once. The same numbers pick from `x` and from `y`, so that pairs stay together.",
        "The permutation is drawn inside the epoch loop and before the batch loop. A batch is a slice of it, used as an index into both arrays. Drawing it outside gives one order for ever; drawing in the batch loop repeats some rows and misses others.",
    ),
    "03.train_with_ledger": (
        "A ledger keeps every booking. When in the loop do you hold a gradient in your hand?",
        "Append `dw, db` once per update, as they were worked out from the batch. None is compared, none is dropped, none is averaged.",
        "The ledger holds the gradients themselves, without the learning rate, one row per update. Test yourself: start minus lr times the sum of its rows must be the end.",
    ),
}
