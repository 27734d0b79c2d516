"""The README's picture is the one that the code draws today."""

import re

import pytest

from autograder.labs.readme_figure import PATH, readme_figure

NUMBER = r"-?\d+\.?\d*"


def test_the_readme_picture_is_current():
    kept, drawn = (
        re.sub(r"-[0-9a-f]{8}-", "-", svg) for svg in (PATH.read_text(encoding="utf-8"), readme_figure().svg)
    )
    again = "run: python -m autograder.labs.readme_figure"
    assert re.split(NUMBER, kept) == re.split(NUMBER, drawn), again
    numbers = [[float(number) for number in re.findall(NUMBER, svg)] for svg in (kept, drawn)]
    assert numbers[0] == pytest.approx(numbers[1], abs=0.11), again
