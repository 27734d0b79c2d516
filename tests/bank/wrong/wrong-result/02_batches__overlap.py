"""Someone whose slices overlap by one row."""
# also fair: sampled-with-replacement


def batches(x, y, batch_size):
    for i in range(0, len(x), batch_size):
        yield x[i:i + batch_size + 1], y[i:i + batch_size + 1]
