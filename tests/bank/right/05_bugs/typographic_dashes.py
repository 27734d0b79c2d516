"""Someone who wrote the answers on a phone, which makes other dashes."""

diagnoses = {
    "a": "zeroed–once–per–epoch", "b": "zeroed‑before‑step", "c": "never–zeroed", "d": "stepped-once-per-epoch",
    "e": "first-batch-only", "f": "last-batch-dropped", "g": "step-before-backward", "h": "pairs-broken",
}
