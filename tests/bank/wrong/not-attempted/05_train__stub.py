"""Untouched: the notebook's stub."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    raise NotImplementedError("your code here")
