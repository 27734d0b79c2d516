"""Someone who computes the new weights and returns the old ones."""
# also fair: not-attempted, wrong-result


def update(w, b, dw, db, lr):
    w_new = w - lr * dw
    b_new = b - lr * db
    return w, b
