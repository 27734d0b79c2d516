"""Untouched."""


def train(x, y, w, b, *, epochs, batch_size, lr):
    raise NotImplementedError("your loop")
