"""'One update per epoch': 1000."""
# also fair: wrong-number-of-epochs, wrong-result


def total_updates(n, batch_size, epochs):
    return epochs
