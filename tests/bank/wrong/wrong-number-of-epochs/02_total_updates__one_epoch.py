"""Someone who counts one epoch."""
# also fair: wrong-result


def total_updates(n, batch_size, epochs):
    return -(-n // batch_size)
