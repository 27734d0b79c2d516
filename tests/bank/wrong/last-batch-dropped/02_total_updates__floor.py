"""Someone who floors each epoch."""


def total_updates(n, batch_size, epochs):
    return (n // batch_size) * epochs
