"""Someone who numbers the loops."""

diagnoses = {1: "zeroed-once-per-epoch", 2: "zeroed-before-step", 3: "never-zeroed", 4: "stepped-once-per-epoch"}
