"""Someone who saves memory: *= and += on the caller's x."""


def forward(x, w, b):
    x *= w
    x += b
    return x
