"""The two data sets of the course, as NumPy arrays."""

from pathlib import Path

import numpy as np

from autograder.learn.course import root


def line_data() -> tuple[np.ndarray, np.ndarray]:
    """x and y, each (1000,) float64: a noisy line. Made by data/make_line.py. Raises FileNotFoundError."""
    x, y = np.loadtxt(_path("line_1000.csv"), delimiter=",", skiprows=1, unpack=True)
    return x, y


def digits_data() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """x (1000, 64) and y (1000,) to train on, x (797, 64) and y (797,) to test on.

    Pixels are float64 in [0, 1], classes int64 from 0 to 9. Source: data/README.md. Raises FileNotFoundError.
    """
    train, test = np.load(_path("digits_1000.npz")), np.load(_path("digits_test.npz"))
    return _pixels(train), train["y"].astype(np.int64), _pixels(test), test["y"].astype(np.int64)


def _pixels(part: np.lib.npyio.NpzFile) -> np.ndarray:
    return part["x"].reshape(len(part["y"]), -1) / 16.0


def _path(name: str) -> Path:
    folder = root()
    if folder is None or not (folder / "data" / name).is_file():
        raise FileNotFoundError(f"data/{name} is missing: it belongs to the course's folder, next to notebooks/.")
    return folder / "data" / name
