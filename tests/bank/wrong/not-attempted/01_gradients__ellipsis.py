"""Someone who wrote three dots."""


def gradients(x, y, y_hat):
    """dw and db."""
    ...
