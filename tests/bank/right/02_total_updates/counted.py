"""Someone who runs the empty loops and counts."""


def total_updates(n, batch_size, epochs):
    count = 0
    for epoch in range(epochs):
        for start in range(0, n, batch_size):
            count += 1
    return count
