"""A learner's path in real JupyterLab in Chromium, from cleared notebooks: run, predict, be wrong, be right, lose nothing."""

import json
import shutil

import nbformat
import pytest

pytest.importorskip("playwright")
from at_the_notebook import Cell, dialog, picture, wait_until_idle
from living_notebook import REPOSITORY, browser_page, chromium, jupyterlab_on, open_notebook, run_all, save

from autograder.grade.sample_class import fill, read_learner

pytestmark = [
    pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine"),
    pytest.mark.xdist_group("learner_path"),
]
HEAD = "def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):"
NEVER_RESET = f"""{HEAD}
    losses = []
    for epoch in range(epochs):
        for start in range(0, len(x), batch_size):
            loss = loss_fn(model(x[start:start + batch_size]), y[start:start + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses"""
RESET = NEVER_RESET.replace("            loss = ", "            optimizer.zero_grad()\n            loss = ")
FORWARD = "def forward(x, w, b):\n    return w * x + b"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A folder with the released notebooks; in 01 all is written but `forward`."""
    folder = tmp_path_factory.mktemp("course")
    for source in REPOSITORY.glob("notebooks/*/*.ipynb"):
        target = folder / "notebooks" / source.stem / source.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    learner = read_learner(REPOSITORY / "tests" / "sample_class" / "ines.py")
    del learner.cells["01", "forward"]
    path = notebook_file(folder, "01_one_update")
    nbformat.write(fill(nbformat.read(path, as_version=4), "01", learner), path)
    return folder


@pytest.fixture(scope="module")
def living(course):
    with jupyterlab_on(course) as address, browser_page(1280, 1000) as page:
        yield page, address


@pytest.fixture
def progress_file(course):
    return course / ".jupyter-home" / "progress.json"


def notebook_file(folder, name: str):
    return folder / "notebooks" / name / f"{name}.ipynb"


def opened(living, name: str):
    page, address = living
    open_notebook(page, address, f"notebooks/{name}/{name}.ipynb")
    return page


def exercises(progress_file) -> dict:
    return json.loads(progress_file.read_text())["exercises"]


def restart_kernel(page) -> None:
    page.get_by_role("button", name="Restart the kernel").first.click()
    dialog(page, "Restart Kernel?").get_by_role("button", name="Confirm").click()
    wait_until_idle(page)


def answer_the_second(cell: Cell) -> None:
    """Choose the second answer below the cell that has just run, by the keys that notebook 00 names."""
    chosen = cell.output.get_by_role("radio").nth(1)
    for _ in range(6):
        if chosen.evaluate("(radio) => document.activeElement === radio"):
            break
        cell.page.keyboard.press("Tab")
    cell.page.keyboard.press("Space")


def test_the_first_notebook_is_found_runs_and_answers_the_keyboard(living):
    page, address = living
    page.goto(f"{address}/lab/tree/notebooks?reset")
    page.get_by_text("00_start_here").dblclick(timeout=60_000)
    page.get_by_text("00_start_here.ipynb").dblclick()
    page.wait_for_selector(".jp-Notebook-cell", timeout=60_000)
    wait_until_idle(page)
    run_all(page)
    Cell(page, "installation()").says("Everything is here")
    picture(page, "learner-1-start")
    lab = Cell(page, "one_update()").output.locator(".tu-lab")
    lab.get_by_role("slider", name="Slope w").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    lab.locator("figcaption").get_by_text("With w = 0.3 ").wait_for()
    picture(page, "learner-2-slider")
    Cell(page, "practice=True").says("01.forward: 2 of 3 hold", "off by the same amount, which is b")
    picture(page, "learner-2b-first-check")
    Cell(page, "progress()").says("0 of 20 exercises hold")
    assert page.locator(".jp-Notebook [data-mime-type='application/vnd.jupyter.error']").count() == 0


def test_a_loop_that_never_resets_is_told_so_and_the_mended_one_counts(living, progress_file):
    page = opened(living, "05_zero_grad")
    Cell(page, "import matplotlib").run()
    Cell(page, HEAD).write(NEVER_RESET).run()
    check = Cell(page, 'check("05.train"').run()
    check.says("05.train: 3 of 5 hold", "the batches before it were still in it", "You can go on below and come back")
    picture(page, "learner-3-finding", check)
    assert exercises(progress_file)["05.train"]["passed"] is False
    Cell(page, HEAD).write(RESET).run()
    Cell(page, 'check("05.train"').run().says("05.train: all 5 hold")
    picture(page, "learner-4-right")
    assert exercises(progress_file)["05.train"]["passed"] is True


def test_the_solution_opens_after_a_try_and_progress_tells_where_one_stands(living, progress_file):
    page, _ = living
    check = Cell(page, 'check("05.train"')
    end = check.below('train = solution("05.train")').run()
    end.says("05.train: one way to write it", "optimizer.zero_grad()")
    picture(page, "learner-5-solution", end)
    end = check.below("from autograder.learn import progress\n\nprogress()").run()
    end.says("1 of 20 exercises hold", "✓ holds, solution seen")
    picture(page, "learner-6-progress", end)
    save(page)


def test_validate_names_the_cells_that_fail_and_then_is_content(living):
    page = opened(living, "01_one_update")
    page.get_by_role("button", name="Validate").click()
    told = dialog(page, "Validation Results")
    picture(page, "learner-7-validate-fails")
    assert told.get_by_text("The following cell failed").count() == 3
    assert "`forward` is still to be written" in told.inner_text()
    told.get_by_role("button", name="Ok").click()
    Cell(page, "def forward").write(FORWARD)
    page.get_by_role("button", name="Validate").click()
    told = dialog(page, "Validation Results")
    picture(page, "learner-8-validate-passes")
    assert "Success! Your notebook passes all the tests." in told.inner_text()
    told.get_by_role("button", name="Ok").click()


def test_a_restart_and_a_reload_lose_no_answer_and_no_progress(living):
    page = opened(living, "00_start_here")
    Cell(page, "installation()").run()
    question = Cell(page, "predict(").run()
    answer_the_second(question)
    question.says("✓ Kept: False")
    restart_kernel(page)
    Cell(page, "installation()").run()
    Cell(page, "predict(").run().says("✓ Kept: False")
    save(page)
    page.reload()
    page.wait_for_selector(".jp-Notebook-cell", timeout=60_000)
    wait_until_idle(page)
    Cell(page, "outcome(").run().says("You predicted False, and so it is.")
    picture(page, "learner-9-after-a-restart")
    Cell(page, "progress()").run().says("5 of 20 exercises hold")  # 01.* through Validate, and 05.train


def test_a_broken_progress_file_is_set_aside_and_an_unwritable_place_is_said(living, progress_file):
    page, _ = living
    progress_file.write_text('{"exercises": ')
    question = Cell(page, "predict(").run()
    answer_the_second(question)
    question.says("✓ Kept: False", "The progress file was damaged, and a new one is begun")
    picture(page, "learner-10-broken-file")
    assert progress_file.with_name("progress.broken-1.json").read_text() == '{"exercises": '
    nowhere = f'%env AUTOGRADER_PROGRESS={progress_file / "no folder" / "progress.json"}'
    Cell(page, "installation()").below(nowhere).run()
    question = Cell(page, "predict(").run()
    answer_the_second(question)
    question.says("Your answers are kept only until this kernel stops")
    picture(page, "learner-11-unwritable")
    Cell(page, "outcome(").run().says("You predicted False, and so it is.")
