"""'The slope is the model': b forgotten."""


def forward(x, w, b):
    return w * x
