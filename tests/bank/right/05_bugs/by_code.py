"""Someone who ran every loop and wrote the codes down."""

diagnoses = {
    "a": "zeroed-once-per-epoch",
    "b": "zeroed-before-step",
    "c": "never-zeroed",
    "d": "stepped-once-per-epoch",
    "e": "first-batch-only",
    "f": "last-batch-dropped",
    "g": "step-before-backward",
    "h": "pairs-broken",
}
