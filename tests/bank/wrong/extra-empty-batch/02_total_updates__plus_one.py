"""Someone who adds one to every epoch, also where it divides."""
# also fair: wrong-result


def total_updates(n, batch_size, epochs):
    return (n // batch_size + 1) * epochs
