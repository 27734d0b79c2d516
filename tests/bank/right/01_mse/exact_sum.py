"""Someone careful with rounding: math.fsum."""
import math


def mse(y_hat, y):
    return math.fsum((a - b) ** 2 for a, b in zip(y_hat.tolist(), y.tolist())) / len(y)
