"""Someone who mixes up the two resets of loops a and c."""

diagnoses = {
    "a": "never-zeroed",
    "b": "zeroed-before-step",
    "c": "zeroed-once-per-epoch",
    "d": "stepped-once-per-epoch",
    "e": "first-batch-only",
    "f": "last-batch-dropped",
    "g": "step-before-backward",
    "h": "pairs-broken",
}
