"""Make digits_1000.npz and digits_test.npz from scikit-learn's copy of the UCI digits.

Needs scikit-learn, which the course itself does not: `pip install scikit-learn`, then run this file.
"""

from pathlib import Path

import numpy as np

TRAIN = 1000


def split(images: np.ndarray, labels: np.ndarray) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """File name -> (x, y): the first 1000 rows to train, the other 797 to test.

    images: (1797, 64) greys from 0 to 16; labels: (1797,) digits. Both come back as uint8.
    The set's own order is kept: it goes by writer, so most writers of the test part are new.
    """
    x, y = images.astype(np.uint8), labels.astype(np.uint8)
    return {"digits_1000.npz": (x[:TRAIN], y[:TRAIN]), "digits_test.npz": (x[TRAIN:], y[TRAIN:])}


def write(folder: Path, images: np.ndarray, labels: np.ndarray) -> None:
    """Write both files, uncompressed, so that the bytes do not depend on a version of zlib."""
    for name, (x, y) in split(images, labels).items():
        np.savez(folder / name, x=x, y=y)


if __name__ == "__main__":
    from sklearn.datasets import load_digits

    digits = load_digits()
    write(Path(__file__).parent, digits.data, digits.target)
