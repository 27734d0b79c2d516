"""tf.data shuffle(buffer_size=batch_size)."""
# also fair: wrong-result
import numpy as np


def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    losses = []
    for epoch in range(epochs):
        buffer, order = [], []
        for row in range(len(x)):
            buffer.append(row)
            if len(buffer) > batch_size:
                order.append(buffer.pop(int(rng.integers(len(buffer)))))
        while buffer:
            order.append(buffer.pop(int(rng.integers(len(buffer)))))
        for i in range(0, len(x), batch_size):
            rows = order[i:i + batch_size]
            p, q = x[rows], y[rows]
            e = w * p + b - q
            losses.append(np.mean(e ** 2))
            w, b = w - lr * 2 * np.mean(e * p), b - lr * 2 * np.mean(e)
    return w, b, losses
