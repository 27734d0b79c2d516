"""Someone who wrote the frame and no body: an empty list comes back."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    # TODO
    return losses
