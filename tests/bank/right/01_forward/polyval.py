"""Someone who knows that a line is a polynomial."""
import numpy as np

forward = lambda x, w, b: np.polyval([w, b], x)
