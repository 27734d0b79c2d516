"""Untouched."""


def train_with_ledger(x, y, w, b, *, epochs, batch_size, lr):
    raise NotImplementedError
