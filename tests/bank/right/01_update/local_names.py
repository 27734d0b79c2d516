"""Someone who uses -= on the local names."""


def update(w, b, dw, db, lr):
    w_new, b_new = w, b
    w_new -= lr * dw
    b_new -= lr * db
    return (w_new, b_new)
