"""Someone who adds up over the epochs."""


def total_updates(n, batch_size, epochs):
    return sum((n + batch_size - 1) // batch_size for _ in range(epochs))
