"""Someone who shuffles a Python list of pairs with rng.shuffle."""


def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    pairs = list(zip(x.tolist(), y.tolist()))
    losses = []
    for _ in range(epochs):
        rng.shuffle(pairs)
        for i in range(0, len(pairs), batch_size):
            part = pairs[i:i + batch_size]
            errors = [w * a + b - t for a, t in part]
            losses.append(sum(e * e for e in errors) / len(part))
            dw = 2 * sum(e * a for e, (a, _) in zip(errors, part)) / len(part)
            db = 2 * sum(errors) / len(part)
            w, b = w - lr * dw, b - lr * db
    return w, b, losses
