"""Untouched."""


def forward(x, w, b):
    raise NotImplementedError("your code here")
