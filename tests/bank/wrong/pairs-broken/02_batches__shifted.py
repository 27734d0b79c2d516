"""Off by one: y's slice starts a row later."""
# also fair: wrong-result


def batches(x, y, batch_size):
    y = list(y[1:]) + [y[0]]
    import numpy as np
    y = np.array(y)
    for i in range(0, len(x), batch_size):
        yield x[i:i + batch_size], y[i:i + batch_size]
