"""Someone who divides by the 1000 of the course."""


def gradients(x, y, y_hat):
    e = y_hat - y
    return 2 / 1000 * (e * x).sum(), 2 / 1000 * e.sum()
