"""'Sum or mean, the minimum is the same'."""
# also fair: wrong-result


def mse(y_hat, y):
    return ((y_hat - y) ** 2).sum()
