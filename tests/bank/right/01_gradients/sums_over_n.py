"""Someone who keeps the sums and the 2/n of the formula."""


def gradients(x, y, y_hat):
    n = len(x)
    dw = (2 / n) * ((y_hat - y) * x).sum()
    db = (2 / n) * (y_hat - y).sum()
    return dw, db
