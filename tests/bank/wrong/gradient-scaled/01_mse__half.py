"""Someone from a course where the loss has a half in front."""
# also fair: wrong-result


def mse(y_hat, y):
    return 0.5 * ((y_hat - y) ** 2).mean()
