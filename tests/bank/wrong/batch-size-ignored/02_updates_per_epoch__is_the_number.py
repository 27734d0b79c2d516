"""'batch_size is the number of batches'."""
# also fair: wrong-result


def updates_per_epoch(n, batch_size):
    return batch_size
