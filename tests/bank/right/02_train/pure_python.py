"""Someone who uses no NumPy at all: lists and sums."""


def train(x, y, w, b, *, epochs, batch_size, lr):
    xs, ys = [float(v) for v in x], [float(v) for v in y]
    losses = []
    for epoch in range(epochs):
        start = 0
        while start < len(xs):
            stop = min(start + batch_size, len(xs))
            m = stop - start
            loss = dw = db = 0.0
            for i in range(start, stop):
                e = w * xs[i] + b - ys[i]
                loss += e * e / m
                dw += 2 * e * xs[i] / m
                db += 2 * e / m
            losses.append(loss)
            w -= lr * dw
            b -= lr * db
            start = stop
    return w, b, losses
