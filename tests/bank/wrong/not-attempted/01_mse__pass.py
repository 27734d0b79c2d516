"""Someone who wrote pass."""


def mse(y_hat, y):
    pass
