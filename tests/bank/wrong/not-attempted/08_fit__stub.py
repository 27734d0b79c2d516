"""Untouched."""


def fit(model, optimizer, loss_fn, loader, *, epochs):
    raise NotImplementedError("your loop")
