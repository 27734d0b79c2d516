"""(y, x) instead of (x, y)."""
def batches(x, y, batch_size):
    for i in range(0, len(x), batch_size):
        yield y[i:i + batch_size], x[i:i + batch_size]
