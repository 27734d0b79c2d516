"""The hints of every exercise, by notebook: each from a nudge to nearly there, and never the code itself."""
