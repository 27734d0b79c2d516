"""Someone who mixes up slope and intercept."""


def forward(x, w, b):
    return b * x + w
