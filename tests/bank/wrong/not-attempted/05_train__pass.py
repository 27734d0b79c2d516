"""Someone who deleted the stub's line, wrote pass and went to lunch."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    """Train the model."""
    pass
