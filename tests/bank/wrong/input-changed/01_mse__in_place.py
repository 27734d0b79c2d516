"""Someone who subtracts in place."""


def mse(y_hat, y):
    y_hat -= y
    return (y_hat ** 2).mean()
