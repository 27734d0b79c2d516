"""Scales, thinning, curves, colours: the parts of every picture."""

import re

import numpy as np
import pytest

from autograder.figures.curves import curve, loss_panel
from autograder.figures.panel import Box, grid
from autograder.figures.scale import Scale, covering, written
from autograder.figures.style import DARK, LIGHT, colour, stylesheet
from autograder.figures.surface import Bowl, ring
from autograder.figures.svg import document, label, points
from autograder.figures.thin import envelope, means, path_points


@pytest.mark.parametrize("value, words", [
    (0.05, "0.05"), (12.453, "12.45"), (1000, "1000"), (10_000, "10\u202f000"), (-3, "−3"), (3e7, "3·10⁷"), (1e-5, "10⁻⁵"), (0, "0"),
    (float("inf"), "∞"), (float("nan"), "not a number"),
])  # fmt: skip
def test_numbers_are_written_for_people(value, words):
    assert written(value) == words


def test_a_scale_maps_its_ends_and_its_middle():
    assert Scale(0, 10, 100, 200)([0, 5, 10]).tolist() == [100, 150, 200]
    assert Scale(1, 100, 0, 10, log=True)(10) == pytest.approx(5)
    assert Scale(0, 99, 0, 10, log=True, shift=1)(9) == pytest.approx(5)


def test_ticks_are_round_and_lie_within():
    assert [value for value, _ in Scale(-2, 8, 0, 1).ticks(6)] == [-2, 0, 2, 4, 6, 8]
    assert [value for value, _ in Scale(1, 10_000, 0, 1, log=True).ticks()] == [1, 10, 100, 1000, 10_000]
    assert [value for value, _ in Scale(1, 3, 0, 1, whole=True).ticks()] == [1, 2, 3]


def test_a_scale_covers_what_is_finite():
    scale = covering([1.0, np.nan, np.inf, 1e300, 4.0], 0, 1)
    assert scale.low < 1 and 4 < scale.high < 5
    assert covering([], 0, 1).high > covering([], 0, 1).low
    assert covering([3.0, 3.0], 0, 1, log=True).high > 3


def test_a_value_beyond_all_pixels_stays_drawable():
    assert abs(Scale(0, 1, 0, 100)(1e300)) <= 1000


def test_thinning_keeps_the_start_the_end_and_every_extreme():
    values = np.sin(np.arange(10_000.0))
    values[7777] = 50.0
    at, lows, highs = envelope(values, np.arange(10_000.0), 200)
    assert at[0] == 0 and len(at) == 200 and highs.max() == 50.0 and lows.min() == values.min()
    chosen = path_points(10_001)
    assert chosen[:40].tolist() == list(range(40)) and chosen[-1] == 10_000 and len(chosen) <= 400


def test_means_of_stretches():
    assert means(np.array([1.0, 3.0, 5.0, 7.0]), np.arange(4.0), 2)[1].tolist() == [2.0, 6.0]


def test_a_long_curve_is_a_band_that_starts_at_the_first_loss():
    losses = np.append([100.0], np.tile([1.0, 2.0], 5000))
    panel = loss_panel(Box(0, 0, 400, 200), losses, len(losses), "t", "x")
    drawn = curve(panel, losses)
    first = re.search(r'polyline points="([\d.]+),([\d.]+)', drawn)
    assert float(first[2]) == pytest.approx(panel.y(100.0), abs=0.1) and len(drawn) < 10_000


def test_rings_lie_where_the_loss_is():
    bowl = Bowl((3.0, 2.0), 0.9, 0.1, 0.25)
    w, b = ring(bowl, 4.0)
    np.testing.assert_allclose(0.9 * (w - 3) ** 2 + 2 * 0.1 * (w - 3) * (b - 2) + (b - 2) ** 2, 4.0)


def test_points_that_are_not_finite_are_left_out():
    assert points([0, 1, np.nan, 3], [0, np.inf, 1, 2]) == "0.0,0.0 3.0,2.0"


def test_narrow_pictures_have_one_column():
    assert [box.x for box in grid(800, 2, 100)] == [0, 400]
    assert [(box.x, box.y) for box in grid(500, 2, 100)] == [(0, 0), (0, 100)]
    assert [(box.x, box.y) for box in grid(600, 3, 100, columns=3)] == [(0, 0), (300, 0), (0, 100)]


def test_two_pictures_on_a_page_do_not_share_ids():
    one, two = (document(10, 10, "t", "d", label(0, 0, words)) for words in ("a", "b"))
    ids = [re.findall(r'id="([^"]+)"', svg) for svg in (one, two)]
    assert ids[0] and not set(ids[0]) & set(ids[1])


def test_both_themes_name_the_same_colours():
    assert LIGHT.keys() == DARK.keys()
    assert colour("fresh") == "var(--tu-fresh)" and "--tu-fresh:#0072b2" in stylesheet()
    with pytest.raises(KeyError, match="fresh"):
        colour("mauve")


def luminance(hexadecimal: str) -> float:
    channels = [int(hexadecimal[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return float(np.dot(linear, [0.2126, 0.7152, 0.0722]))


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_words_and_lines_stand_out_from_the_ground(palette):
    for text in ("ink", "soft"):
        assert contrast(palette[text], palette["ground"]) >= 4.5
    for line in ("fresh", "stale", "loss", "step"):
        assert contrast(palette[line], palette["ground"]) >= 3


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_letters_stand_out_from_their_blocks(palette):
    for verb in ("forward", "loss", "backward", "step"):
        assert contrast("#111111", palette[verb]) >= 4.5
    assert contrast(palette["ground"], palette["zero_grad"]) >= 4.5
