"""'Every row is an update'."""
# also fair: wrong-result, whole-dataset-every-batch


def total_updates(n, batch_size, epochs):
    return n * epochs
