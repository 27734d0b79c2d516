"""Someone whose update takes the gradients as a pair."""


def update(w, b, grads, lr):
    dw, db = grads
    return w - lr * dw, b - lr * db
