"""Hints for notebook 04: why gradients accumulate."""

HINTS = {
    "04.value": (
        "Take y = a · a and write dy/da on paper. How often does a appear, and what does each appearance add to its gradient?",
        "Each result has to remember which two values it came from, and how much a small change in either would change it: for a sum 1 and 1, for a product the *other* value. `backward` starts with 1 at the end and walks back.",
        "A value may pass its gradient on only when all of its own has arrived: put the graph in order first, every value after what it came from, and walk that order backwards. "
        "For a graph a thousand deep do this with a list of your own in place of recursion, or mind the limit.",
        "Adding, not replacing: each passing-on does `+=` on the parent's `.grad`. What belongs to the inner values is for this one walk only; a second `backward` over other values must add to the leaves what is new, and not what they held before.",
    ),
    "04.train_autograd": (
        "The gradients come by themselves now: the batch's loss, as a tensor, has `backward()`. Where do they end up, and what is there the second time round?",
        "After the update the old gradient still stands in `w.grad` and `b.grad`. Clear it before the next `backward`, by `zero_()` or by setting it to `None`.",
        "The update itself must not become part of the graph: do it under `torch.no_grad()`, in place, so that the caller's own `w` and `b` move. Keep each loss as a plain number with `.item()`.",
    ),
}
