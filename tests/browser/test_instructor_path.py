"""An instructor's path in real JupyterLab in Chromium: formgrader, a submission graded by its button, feedback read."""

import os
import shutil
import sys
from pathlib import Path

import pytest

pytest.importorskip("playwright")
from at_the_notebook import picture
from living_notebook import REPOSITORY, browser_page, chromium, jupyterlab_on
from playwright.sync_api import expect

from autograder.grade import records
from autograder.grade.demo import enrol, generate
from autograder.grade.sample_class import hand_in, read_learner

pytestmark = [
    pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine"),
    pytest.mark.xdist_group("instructor_path"),
]
ASSIGNMENT = "02_batches_and_epochs"
LEARNERS = [read_learner(REPOSITORY / "tests" / "sample_class" / f"{name}.py") for name in ("emeka", "ines")]
MINUTES = 180_000


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    """The repository's own course with one assignment, handed in by a learner who drops the last batch and by another."""
    folder = tmp_path_factory.mktemp("course")
    source = folder / "solutions" / ASSIGNMENT
    source.mkdir(parents=True)
    shutil.copy(REPOSITORY / "solutions" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb", source)
    shutil.copy(REPOSITORY / "nbgrader_config.py", folder)
    generate(folder)
    hand_in(LEARNERS, folder / "notebooks", folder / "class" / "submitted")
    enrol(folder, LEARNERS)
    return folder


@pytest.fixture(scope="module")
def living(course):
    """A page with formgrader open in it, the address, and formgrader's own frame."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    with jupyterlab_on(course, PATH=path) as address, browser_page(1280, 1000) as page:
        page.goto(f"{address}/lab?reset")
        page.get_by_role("menuitem", name="Nbgrader").click(timeout=60_000)
        page.get_by_role("menuitem", name="Formgrader", exact=True).click()
        yield page, address, page.frame_locator("iframe").first


def row_of(formgrader, learner: str):
    return formgrader.get_by_role("row").filter(has_text=learner)


def press(page, formgrader, learner: str, button: str) -> None:
    """Press one of the buttons in a learner's row, wait until formgrader says that it went well, and go on."""
    row_of(formgrader, learner).locator(f"td.{button} a").click()
    formgrader.get_by_role("heading", name="Success").wait_for(timeout=MINUTES)
    picture(page, f"instructor-after-{button}")
    formgrader.get_by_role("button", name="OK").click()
    formgrader.get_by_role("heading", name="Success").wait_for(state="hidden")


def test_formgrader_opens_with_what_was_handed_in(living):
    page, _, formgrader = living
    assignment = row_of(formgrader, ASSIGNMENT)
    assignment.locator("td.num-submissions", has_text="2").wait_for(timeout=60_000)
    picture(page, "instructor-1-formgrader")
    assignment.get_by_role("link", name="2", exact=True).click()
    row_of(formgrader, "Nwosu, Emeka").get_by_text("needs autograding").wait_for(timeout=60_000)


def test_a_submission_is_graded_by_its_button_in_the_sandbox(living, course):
    page, _, formgrader = living
    press(page, formgrader, "emeka", "autograde")
    row_of(formgrader, "emeka").get_by_text("8 / 20").wait_for()
    picture(page, "instructor-2-marks")
    record = records.read(records.place(course / "class" / "autograded", ASSIGNMENT, "emeka", ASSIGNMENT))
    assert record.environment["isolation"] == "bubblewrap"
    assert row_of(formgrader, "ines").get_by_text("needs autograding").count() == 1


def test_the_feedback_page_opens_and_names_the_cause(living):
    page, address, formgrader = living
    press(page, formgrader, "emeka", "generate-feedback")
    page.goto(f"{address}/lab/tree/class/feedback/emeka/{ASSIGNMENT}/{ASSIGNMENT}.html?reset")
    feedback = page.frame_locator("iframe").first
    feedback.get_by_text("last-batch-dropped").first.wait_for(timeout=60_000)
    picture(page, "instructor-3-feedback")
    feedback.get_by_role("link", name="02.train").first.click()
    expect(feedback.locator("pre", has_text="def train(").first).to_be_in_viewport()
    picture(page, "instructor-4-feedback-beside-the-code")
