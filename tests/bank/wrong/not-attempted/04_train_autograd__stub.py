"""Untouched."""


def train_autograd(x, y, w, b, *, epochs, batch_size, lr):
    raise NotImplementedError("your code here")
