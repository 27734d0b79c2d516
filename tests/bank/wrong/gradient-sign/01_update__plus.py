"""'The gradient points the way': it is added."""


def update(w, b, dw, db, lr):
    return w + lr * dw, b + lr * db
