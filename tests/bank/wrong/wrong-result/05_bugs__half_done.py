"""Someone who stopped after four loops."""
# also fair: not-attempted

diagnoses = dict(a="zeroed-once-per-epoch", b="zeroed-before-step", c="never-zeroed", d="stepped-once-per-epoch")
