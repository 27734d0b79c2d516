"""Someone who returns a column because 'models want 2-D'."""
# also fair: wrong-result


def forward(x, w, b):
    return w * x.reshape(-1, 1) + b
