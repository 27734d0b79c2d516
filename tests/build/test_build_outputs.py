"""Outputs that are kept: still, without traces of this machine, and the same but for rounding."""

from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from autograder.build.rounding import alike, keep_where_alike
from autograder.build.settling import settle, unsettled

VIEW = "application/vnd.jupyter.widget-view+json"


def _notebook(*outputs):
    return new_notebook(cells=[new_code_cell("x", id="x", outputs=list(outputs))])


def _shown(**data):
    return new_output("display_data", data)


def test_a_living_widget_goes_and_its_still_stays():
    lab = _shown(**{VIEW: {"model_id": "1"}, "text/plain": "Lab()", "text/html": "<img>"})
    bare = _shown(**{VIEW: {"model_id": "2"}, "text/plain": "IntSlider(value=0)"})
    notebook = _notebook(lab, bare)
    notebook.metadata.widgets = {"state": {}}
    settle(notebook)
    assert [dict(output.data) for output in notebook.cells[0].outputs] == [{"text/plain": "Lab()", "text/html": "<img>"}]
    assert "widgets" not in notebook.metadata


@pytest.mark.parametrize(
    ("output", "said"),
    [
        (new_output("stream", name="stderr", text="UserWarning: old"), "writes on stderr"),
        (_shown(**{"text/plain": "<function f at 0x7f3a9c1d2e80>"}), "memory address (0x7f3a9c1d2e80)"),
        (new_output("stream", name="stdout", text="/course/root/data/x.csv"), "a folder of this machine"),
        (new_output("stream", name="stdout", text=f"{Path.home()}/x"), "a folder of this machine"),
    ],
)
def test_what_may_not_stay_is_named_with_its_cell(output, said):
    [found] = unsettled(_notebook(output), Path("/course/root"))
    assert found.startswith("cell 1 (`x`): ") and said in found


def test_ordinary_outputs_may_stay():
    outputs = [new_output("stream", text="w = 0x, 3.0\n"), _shown(**{"image/png": "0x7f3a9c1d2e80"})]
    assert unsettled(_notebook(*outputs), Path("/course/root")) == []


def _image(svg):
    import base64

    return f'<img src="data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}" alt="3 lines">'


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("largest difference 1.3e-15", "largest difference 8.9e-16", True),
        ("w = 2.99871234", "w = 2.99871235", True),
        ("w = 2.9987", "w = 2.9988", False),
        ("10000 updates", "10001 updates", False),
        ("it is larger", "it is smaller", False),
        ("1.5 and 2", "1.5 and", False),
        ("loss −5.605", "loss −5.605", True),
        ("loss −5.605", "loss 5.605", False),
        ("a1", "a2", False),
        (_image('<path d="M1.25 3"/>'), _image('<path d="M1.26 3"/>'), True),
        (_image('<path d="M1.25 3"/>'), _image('<path d="M1.35 3"/>'), False),
        (_image('<path id="tu-cb4e6ea1-line"/>'), _image('<path id="tu-00ab12cd-line"/>'), True),
    ],
)
def test_only_rounding_is_overlooked(one, other, same):
    assert alike([{"text": one}], [{"text": other}]) is same


def test_pictures_in_pixels_are_compared_byte_by_byte():
    assert not alike({"image/png": "iVBORw0K1"}, {"image/png": "iVBORw0K2"})


def test_a_cell_that_shows_the_same_keeps_what_it_showed():
    before = _notebook(new_output("stream", text="1.3e-15"))
    made = _notebook(new_output("stream", text="8.9e-16"))
    keep_where_alike(made, {cell.id: cell for cell in before.cells})
    assert made.cells[0].outputs[0].text == "1.3e-15"
    changed = _notebook(new_output("stream", text="0.1"))
    keep_where_alike(changed, {cell.id: cell for cell in before.cells})
    assert changed.cells[0].outputs[0].text == "0.1"
    nbformat.validate(made)
