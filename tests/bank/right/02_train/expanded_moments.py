"""Only the moments of each batch are kept, worked out once."""
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    # precompute the moments of every batch
    cuts = range(batch_size, len(x), batch_size)
    mom = [(np.mean(p*p), np.mean(p), np.mean(p*q), np.mean(q), np.mean(q*q))
           for p, q in zip(np.split(x, cuts), np.split(y, cuts))]
    out = []
    for _ in range(epochs):
        for xx, mx, xy, my, yy in mom:
            out.append(w*w*xx + 2*w*b*mx + b*b - 2*w*xy - 2*b*my + yy)
            dw = 2*(w*xx + b*mx - xy)
            db = 2*(w*mx + b - my)
            w, b = w - lr*dw, b - lr*db
    return w, b, out
