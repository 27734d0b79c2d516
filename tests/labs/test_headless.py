"""Labs in an executed notebook without a browser: no waiting, and a picture that stays."""

import time

import nbformat
import pytest
from nbclient import NotebookClient

CALLS = ("one_update()", "batches_and_epochs()", "press_backward()", "where_zero_grad()", "accumulation()")


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    sources = ["from autograder.labs import *", *CALLS]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
    client = NotebookClient(
        notebook, timeout=60, resources={"metadata": {"path": str(tmp_path_factory.mktemp("here"))}}
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUTOGRADER_PROGRESS", str(tmp_path_factory.mktemp("kept") / "progress.json"))
        patch.chdir(tmp_path_factory.mktemp("elsewhere"))
        start = time.monotonic()
        client.execute()
    return notebook, time.monotonic() - start


def test_every_lab_leaves_picture_caption_and_table(executed):
    for cell in executed[0].cells[1:]:
        still = cell.outputs[0]["data"]
        assert still["image/svg+xml"].startswith("<svg") and "<figcaption" in still["text/html"]
        assert len(still["text/plain"]) > 40


def test_without_the_widget_the_picture_is_still_there(executed):
    for cell in executed[0].cells[1:]:
        without = [output for output in cell.outputs if not any("widget-view" in kind for kind in output["data"])]
        assert len(without) == 1 and "image/svg+xml" in without[0]["data"]


def test_labs_do_not_slow_a_run_without_a_browser(executed):
    assert executed[1] < 60


def test_exported_to_html_the_pictures_show(executed):
    from nbconvert import HTMLExporter

    body, _ = HTMLExporter().from_notebook_node(executed[0])
    assert body.count("data:image/svg+xml;base64,") >= len(CALLS) and body.count("<figcaption") >= len(CALLS)
