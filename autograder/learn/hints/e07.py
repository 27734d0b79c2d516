"""Hints for notebook 07: claims on trial."""

HINTS = {
    "07.claims": (
        "Rule on what the experiment printed, and not on how sensible the sentence sounds. Some of them sound very sensible.",
        "*depends* is the verdict where you can run it one way and see it hold, and another way and see it fail: another learning rate, or a loop in which nobody resets.",
        "For a claim on gradients look at what stood at the step against what the batch made. For one on weights, look at them before and after. For one on counting, count. A claim with one false half is false.",
    ),
}
