"""Someone who sorts the caller's arrays in place first."""
# also fair: pairs-broken, wrong-result


def batches(x, y, batch_size):
    x.sort()
    y.sort()
    for i in range(0, len(x), batch_size):
        yield x[i:i + batch_size], y[i:i + batch_size]
