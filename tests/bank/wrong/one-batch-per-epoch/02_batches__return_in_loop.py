"""Someone who returns from inside the loop: one batch comes."""
# also fair: first-batch-only


def batches(x, y, batch_size):
    for i in range(0, len(x), batch_size):
        return [(x[i:i + batch_size], y[i:i + batch_size])]
