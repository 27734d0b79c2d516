"""Python's random, seeded from the rng."""
import random
import numpy as np


def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    r = random.Random(int(rng.integers(0, 2**63)))
    rows = list(zip(x.tolist(), y.tolist()))
    losses = []
    for _ in range(epochs):
        r.shuffle(rows)
        for i in range(0, len(rows), batch_size):
            bx, by = map(np.array, zip(*rows[i:i+batch_size]))
            e = w * bx + b - by
            losses.append((e * e).mean())
            w, b = w - lr * 2 * (e * bx).mean(), b - lr * 2 * e.mean()
    return w, b, losses
