"""Someone who adds up in a loop and divides at the end."""


def mse(y_hat, y):
    total = 0.0
    for guess, truth in zip(y_hat, y):
        total += (guess - truth) ** 2
    return total / len(y)
