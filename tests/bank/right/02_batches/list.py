"""A list made at once."""


def batches(x, y, batch_size):
    out = []
    i = 0
    while i < len(x):
        out.append((x[i:i + batch_size], y[i:i + batch_size]))
        i = i + batch_size
    return out
