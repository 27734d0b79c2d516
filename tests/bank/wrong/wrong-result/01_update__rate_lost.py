"""Someone who forgets the learning rate."""
# also fair: gradient-scaled


def update(w, b, dw, db, lr):
    return w - dw, b - db
