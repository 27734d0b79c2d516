"""Someone who wants a Python float."""


def mse(y_hat, y):
    error = y - y_hat
    return float((error * error).mean())
