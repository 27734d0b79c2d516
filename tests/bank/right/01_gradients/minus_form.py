"""Someone who learnt it with y − ŷ and two minus signs."""


def gradients(x, y, y_hat):
    dw = sum(-2 * xi * (yi - hi) for xi, yi, hi in zip(x, y, y_hat)) / len(x)
    db = sum(-2 * (yi - hi) for yi, hi in zip(y, y_hat)) / len(x)
    return (dw, db)
