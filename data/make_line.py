"""Make line_1000.csv: 1000 rows of y = 3 x + 2 + 0.5 noise. Needs NumPy; writes beside itself."""

from pathlib import Path

import numpy as np

ROWS, SLOPE, INTERCEPT, NOISE, SEED = 1000, 3.0, 2.0, 0.5, 0


def line_text() -> str:
    """The file's text: a header, then x and y to six decimals, the noise drawn after all of x."""
    rng = np.random.default_rng(SEED)
    x = rng.standard_normal(ROWS)
    y = SLOPE * x + INTERCEPT + NOISE * rng.standard_normal(ROWS)
    return "x,y\n" + "".join(f"{a:.6f},{b:.6f}\n" for a, b in zip(x, y))


if __name__ == "__main__":
    Path(__file__).with_name("line_1000.csv").write_bytes(line_text().encode())
