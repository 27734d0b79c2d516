"""Someone who multiplies with @ where w is a number."""


def forward(x, w, b):
    return x @ w + b
