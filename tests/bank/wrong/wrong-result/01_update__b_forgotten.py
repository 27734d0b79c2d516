"""Someone who moves w alone."""


def update(w, b, dw, db, lr):
    return w - lr * dw, b
