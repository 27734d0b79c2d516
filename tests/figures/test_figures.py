"""Pictures of traces: that they are well-formed, say what the numbers say, and mark the place."""

import types
import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import numpy as np
import pytest
from bs4 import BeautifulSoup

from autograder.figures import Figure, Table, batch_figure, rows_figure, trace_figure
from autograder.figures.run import run_of
from autograder.figures.timeline import shorten
from autograder.trace import Trace

SVG = "{http://www.w3.org/2000/svg}"
FINDING = types.SimpleNamespace(code="zeroed-once-per-epoch", message="…", epoch=1, batch=2)


def make_trace(epochs=3, batches=10, stale=True, parameters=(("w", ()), ("b", ()))) -> Trace:
    """A loop of `batches` batches of two rows; with `stale`, `.grad` is emptied at the start of an epoch only."""
    updates, size = epochs * batches, sum(int(np.prod(shape)) for _, shape in parameters)
    place = np.arange(updates) % batches
    fresh = np.ones((updates, size))
    stood = fresh * (place + 1 if stale else 1 + 0 * place)[:, None]
    rows = tuple(np.array([2 * k, 2 * k + 1]) for k in place)
    weights = np.vstack([np.zeros(size), -0.01 * np.cumsum(stood, axis=0)])
    order = tuple((("zero_grad",) if k == 0 else ()) + ("forward", "loss", "backward", "step") for k in place) + ((),)
    return Trace(
        parameters, rows, 10.0 / (1 + np.arange(updates)), fresh, np.arange(updates), stood, weights, order, 2 * batches
    )


def words_of(figure: Figure) -> list[str]:
    return [text.text for text in ElementTree.fromstring(figure.svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("draw", [trace_figure, batch_figure, rows_figure])
def test_a_picture_is_well_formed_scales_and_names_itself(draw):
    root = ElementTree.fromstring(draw(make_trace(), FINDING).svg)
    assert root.get("width") == "100%" and root.get("height") is None and root.get("viewBox")
    assert (
        root.get("role") == "img"
        and root.find(f"{SVG}title").text
        and root.find(f"{SVG}desc").text in root.get("aria-label")
    )


@pytest.mark.parametrize("draw", [trace_figure, batch_figure])
def test_the_finding_is_marked_where_it_is(draw):
    figure = draw(make_trace(), FINDING)
    assert "▼ zeroed-once-per-epoch" in words_of(figure)
    assert "batch 3" in figure.caption


def test_caption_and_table_carry_the_numbers_of_the_trace():
    figure = trace_figure(make_trace(epochs=2))
    assert figure.caption == (
        "Updates 1 to 20 of 20, in 2 epochs. At update 10, 90\u202f% of what stood in .grad was stale; "
        "18 of 20 steps used stale gradient. The loss goes from 10 to 0.5."
    )
    assert figure.table.head == ("update", "epoch", "batch", "rows", "loss", "fresh", "stale", "w", "b", "order")
    assert figure.table.rows[10] == ("11", "2", "1", "2", "0.9091", "1.414", "0", "−0.56", "−0.56", "0 F L B S")
    assert figure.table.rows[11][5:7] == ("1.414", "1.414")


def test_a_correct_loop_is_said_to_be_one():
    assert "Every step used the gradient of its own batch alone." in trace_figure(make_trace(stale=False)).caption


def test_stale_bars_are_hatched_and_fresh_ones_are_not():
    assert "hatch)" not in batch_figure(make_trace(stale=False)).svg.split("from before")[1]
    assert batch_figure(make_trace()).svg.split("from before")[1].count("hatch)") == 9


def test_ten_thousand_updates_stay_small():
    figure = trace_figure(make_trace(1000), first=5000, last=5040)
    assert len(figure.svg) < 90_000
    assert len(figure.table.rows) == 40
    assert figure.caption.startswith("Updates 5001 to 5040 of 10\u202f000, in 1000 epochs.")


def test_a_range_beyond_the_run_is_brought_back():
    assert trace_figure(make_trace(1), first=90, last=300).caption.startswith("Updates 10 to 10 of 10")


def test_a_long_epoch_is_drawn_about_the_place():
    finding = types.SimpleNamespace(code="never-zeroed", message="", epoch=0, batch=70)
    figure = batch_figure(make_trace(1, 100), finding)
    assert len(figure.table.rows) == 24 and "71" in [row[0] for row in figure.table.rows]


def test_a_run_without_updates_says_what_was_seen():
    trace = make_trace(0)
    trace = Trace(
        trace.parameters,
        (),
        np.empty(0),
        np.empty((0, 2)),
        np.empty(0, dtype=int),
        trace.stood,
        trace.weights,
        (("forward", "loss", "backward") * 3,),
        20,
    )
    assert (
        trace_figure(trace).caption
        == "No update was made: the weights never moved. What was seen: 3 forward, 3 loss, 3 backward, 0 step, 0 zero_grad."
    )
    assert batch_figure(trace, FINDING).caption == trace_figure(trace).caption


def test_numbers_that_are_not_finite_are_drawn_as_such():
    trace = make_trace()
    trace.pass_fresh[3] = np.nan
    trace.stood[5:] = np.inf
    trace.weights[6:] = np.inf
    trace.pass_losses[6:] = np.nan
    for figure in (trace_figure(trace), batch_figure(trace, FINDING)):
        ElementTree.fromstring(figure.svg)
        assert "nan" not in figure.svg and "inf" not in figure.svg
    assert "×" in words_of(trace_figure(trace))


def test_many_parameters_become_one_line():
    run = run_of(make_trace(parameters=(("layer.weight", (8, 4)), ("layer.bias", (8,)))))
    assert run.names == ("length of all weights",) and run.weights.shape == (31, 1)


def test_repeated_verbs_are_folded():
    assert shorten(("forward", "loss", "backward") * 4 + ("step", "zero_grad")) == [("FLB", 4), ("S", 1), ("0", 1)]
    assert shorten(("forward", "loss", "backward", "backward", "step")) == [("F", 1), ("L", 1), ("B", 2), ("S", 1)]


def test_the_image_form_survives_where_svg_is_stripped():
    figure = trace_figure(make_trace())
    assert "<svg" not in figure.image() and "data:image/svg+xml;base64," in figure.image()
    assert "<svg" in figure.inline() and "<figcaption" in figure.inline()
    assert set(figure.mime_bundle()) == {"text/plain", "text/html", "image/svg+xml"}


@pytest.mark.parametrize("form", ["inline", "image"])
def test_a_caption_is_the_last_thing_in_its_figure_and_the_table_follows_it(form):
    soup = BeautifulSoup(getattr(trace_figure(make_trace()), form)(), "html.parser")
    assert soup.figure.find_all(recursive=False)[-1] == soup.figcaption
    assert soup.figure.find_next_sibling().name == "details" and soup.details.table


def rows_in_order(*batches, n):
    """A trace of updates that used these rows."""
    plain = make_trace(1, len(batches))
    return replace(plain, pass_rows=tuple(map(np.array, batches)), n=n)


def test_a_picture_of_rows_has_a_column_for_each_update_of_two_epochs():
    figure = rows_figure(rows_in_order([0, 1, 4], [2, 3], [4, 0, 1], [3, 2], [0, 1, 2], n=5), types.SimpleNamespace(code="never-reshuffled", epoch=1, batch=0))
    assert figure.table.rows == (("1", "1", "1", "1, 2, 5"), ("2", "1", "2", "3, 4"), ("3", "2", "1", "5, 1, 2"), ("4", "2", "2", "4, 3"))
    assert figure.caption == "The rows of updates 1 to 4, one column each. Epoch 1: 5 of 5 rows; epoch 2: 5 of 5 rows. Marked: never-reshuffled, at update 3."
    assert figure.svg.count('fill="var(--tu-fresh)"') == 2 + 1 + 2 + 1
    assert {"row 1", "row 5", "▼ never-reshuffled"} <= set(words_of(figure))


def test_rows_drawn_with_replacement_are_counted_in_epochs_of_n():
    finding = types.SimpleNamespace(code="sampled-with-replacement", epoch=0, batch=0)
    figure = rows_figure(rows_in_order([0, 0], [0, 3], [1, 2], [1, 1], n=4), finding)
    assert "Epoch 1: 2 of 4 rows, one of them 3 times; epoch 2: 2 of 4 rows, one of them 3 times." in figure.caption


def test_a_long_epoch_of_many_rows_stays_small():
    figure = rows_figure(rows_in_order(*np.split(np.arange(100_000), 1000), n=100_000), types.SimpleNamespace(code="x", epoch=0, batch=700))
    assert len(figure.table.rows) == 24 and len(figure.svg) < 20_000 and "…" in figure.table.rows[0][3]


def test_unknown_rows_cannot_be_drawn():
    with pytest.raises(ValueError, match="rows are known"):
        rows_figure(replace(make_trace(1, 2), pass_rows=(None, None)))


def test_names_from_a_learner_cannot_break_the_page():
    figure = trace_figure(make_trace(), types.SimpleNamespace(code="<script>&", message="", epoch=0, batch=1))
    assert "<script>" not in figure.inline()


def test_the_same_trace_gives_the_same_bytes():
    assert trace_figure(make_trace(), FINDING).svg == trace_figure(make_trace(), FINDING).svg


def test_a_table_is_aligned():
    assert Table(("a", "long"), (("12", "3"),)).text() == " a  long\n12     3"
