"""Someone who divides by an n that is nowhere made."""


def mse(y_hat, y):
    return ((y_hat - y) ** 2).sum() / n
