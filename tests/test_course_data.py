"""The data in data/: what its README promises."""

import hashlib
import runpy
from pathlib import Path

import numpy as np
import pytest

DATA = Path(__file__).parents[1] / "data"


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_line_is_what_its_script_makes_to_the_byte():
    assert (DATA / "line_1000.csv").read_text() == runpy.run_path(str(DATA / "make_line.py"))["line_text"]()


def test_the_best_line_through_the_data_is_near_the_one_it_was_made_from():
    x, y = np.loadtxt(DATA / "line_1000.csv", delimiter=",", skiprows=1).T
    w, b = np.polyfit(x, y, 1)
    assert (len(x), round(w, 1), round(b, 1)) == (1000, 3.0, 2.0)
    assert np.mean((w * x + b - y) ** 2) == pytest.approx(0.25, abs=0.03)


def digits() -> tuple[np.ndarray, np.ndarray]:
    parts = [np.load(DATA / name, allow_pickle=False) for name in ("digits_1000.npz", "digits_test.npz")]
    return tuple(np.concatenate([part[key] for part in parts]) for key in ("x", "y"))


def test_the_digits_are_1797_images_with_every_class_in_both_parts():
    x, y = digits()
    assert (x.shape, x.dtype, x.min(), x.max()) == ((1797, 64), np.uint8, 0, 16)
    assert set(y[:1000]) == set(y[1000:]) == set(range(10))


def test_the_digits_script_writes_the_same_bytes_again(tmp_path):
    runpy.run_path(str(DATA / "make_digits.py"))["write"](tmp_path, *digits())
    for name in ("digits_1000.npz", "digits_test.npz"):
        assert digest(tmp_path / name) == digest(DATA / name)


def test_the_readme_names_every_file_its_source_and_its_licence():
    text = (DATA / "README.md").read_text()
    files = [path.name for path in DATA.iterdir() if path.suffix in (".csv", ".npz")]
    assert [word for word in ["CC BY 4.0", "UCI", "10.24432/C50P49", *files] if word not in text] == []
