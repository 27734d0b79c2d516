"""The labs in real JupyterLab in Chromium: keys, dragging, themes, tablets, a notebook opened again."""

import json
import time

import pytest

pytest.importorskip("playwright")
from living_notebook import browser_page, chromium, jupyterlab, notebook_of, open_notebook, run_all, save

pytestmark = pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine")
CELLS = [
    "from autograder.labs import *",
    "one_update()",
    "batches_and_epochs().set(epochs=1000)",
    "where_zero_grad()",
    "press_backward()",
]
DRAG = """(input) => {
  const drawing = input.closest(".tu-lab").querySelector(".tu-drawing");
  window.drawn = 0;
  const count = () => { window.drawn += 1; };
  new MutationObserver(count).observe(drawing, { attributes: true, attributeFilter: ["data-tick"] });
  for (let place = 0; place < 40; place += 1) {
    input.value = place % 25;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
  input.value = 20;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}"""
INK_AND_GROUND = """(lab) => {
  const svg = lab.querySelector("svg");
  return ["text", ":scope > rect"].map((part) => getComputedStyle(svg.querySelector(part)).fill);
}"""
ROOM_AND_DRAWING = """(lab) => {
  const svg = lab.querySelector("svg");
  return [lab.clientWidth, svg.getBoundingClientRect().width, svg.viewBox.baseVal.width];
}"""


@pytest.fixture(scope="module")
def living():
    with jupyterlab({"labs.ipynb": notebook_of(CELLS)}) as (address, folder), browser_page(1280, 1200) as page:
        open_notebook(page, address, "labs.ipynb")
        run_all(page)
        page.wait_for_selector(".tu-lab")
        yield page, address, folder


def lab_of(page, cell: int):
    place = page.locator(".jp-Notebook-cell").nth(cell)
    place.scroll_into_view_if_needed()
    lab = place.locator(".tu-lab")
    lab.wait_for()
    return lab


def caption(lab) -> str:
    return lab.locator("figcaption").inner_text()


def wait_for_caption(page, lab, words: str) -> None:
    handle = lab.locator("figcaption").element_handle()
    page.wait_for_function("([node, words]) => node.textContent.includes(words)", arg=[handle, words], timeout=20_000)


def wait_until(page, true, seconds: float = 20) -> None:
    """The lab draws again when the theme or the width changes, when it likes: look until it is as it should be."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f"not so after {seconds:g} s"
        page.wait_for_timeout(200)


def test_arrow_keys_move_the_slider_and_the_picture_and_not_the_notebook(living):
    page, _, _ = living
    lab = lab_of(page, 1)
    slope = lab.get_by_role("slider", name="Slope w")
    slope.focus()
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    wait_for_caption(page, lab, "With w = 0.3 ")
    assert slope.get_attribute("aria-valuetext") == "0.3"
    assert slope.evaluate("(input) => document.activeElement === input")


def test_a_dragged_slider_floods_nobody_and_stops_at_the_newest_picture(living):
    page, _, _ = living
    lab = lab_of(page, 2)
    rate = lab.get_by_role("slider", name="Learning rate lr")
    rate.evaluate(DRAG)
    wait_for_caption(page, lab, "learning rate 0.1,")
    page.wait_for_timeout(400)
    assert "learning rate 0.1," in caption(lab)
    assert page.evaluate("() => window.drawn") <= 5


def test_an_exact_number_can_be_typed(living):
    page, _, _ = living
    lab = lab_of(page, 2)
    lab.get_by_label("Batch size, exact number").fill("137")
    wait_for_caption(page, lab, "Batches of 137")


def test_nothing_is_shown_before_the_prediction_is_locked(living):
    page, _, _ = living
    lab = lab_of(page, 3)
    assert not lab.locator("figure").is_visible()
    assert lab.get_by_role("slider", name="Learning rate lr").is_disabled()
    lab.get_by_role("radio", name="explodes").check()
    lab.get_by_role("button", name="Lock my prediction").click()
    lab.locator("figure").wait_for(state="visible")
    assert "You predicted" in caption(lab)
    lab.get_by_label("Where zero_grad stands").select_option("never")
    wait_for_caption(page, lab, "zero_grad never")


def test_buttons_pressed_in_a_hurry_are_all_counted(living):
    page, _, _ = living
    lab = lab_of(page, 4)
    lab.evaluate("""(lab) => {
      for (const name of ["forward", "backward", "forward", "backward", "step"])
        [...lab.querySelectorAll("button")].find((button) => button.textContent.endsWith(name)).click();
    }""")
    wait_for_caption(page, lab, "5. step: w and b moved by the sum of 2 backwards")


def test_the_table_opens_with_the_same_facts(living):
    page, _, _ = living
    lab = lab_of(page, 4)
    lab.locator("summary").click()
    lab.locator("tbody tr").nth(4).wait_for()  # the kernel sends the rows when the table is opened
    assert lab.locator("tbody tr").count() == 5


@pytest.mark.parametrize("theme, ground_is_dark", [("JupyterLab Dark", True), ("JupyterLab Light", False)])
def test_both_themes_are_legible(living, theme, ground_is_dark):
    page, _, _ = living
    page.evaluate("(theme) => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", theme)
    lab = lab_of(page, 1)

    def legible() -> bool:
        colours = lab.evaluate(INK_AND_GROUND)
        if not all(colours):
            return False  # a drawing that has just been taken off the page has no colours
        ink, ground = map(_brightness, colours)
        return (ground < 0.2) is ground_is_dark and abs(ink - ground) > 0.6

    wait_until(page, legible)


def test_a_tablet_shows_the_whole_picture(living):
    page, _, _ = living
    page.set_viewport_size({"width": 768, "height": 1024})
    for cell in (1, 2, 4):
        lab = lab_of(page, cell)

        def fits(lab=lab) -> bool:
            room, drawn, asked = lab.evaluate(ROOM_AND_DRAWING)
            return 0 < drawn <= room and abs(asked - room) < 60

        wait_until(page, fits)
    page.set_viewport_size({"width": 1280, "height": 1200})


def test_a_notebook_opened_again_shows_the_stills_and_no_error(living):
    page, address, folder = living
    stills = saved_stills(page, folder / "labs.ipynb", "With w = 0.3 ")
    assert len(stills) == 4
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    lab = lab_of(page, 1)  # other labs may say it too, which answer to the width that JupyterLab gives them
    lab.get_by_role("slider", name="Slope w").focus()
    page.keyboard.press("ArrowUp")
    lab.get_by_text("No answer from the kernel").wait_for()
    open_notebook(page, address, "labs.ipynb")
    page.wait_for_selector(".tu-still img", state="visible")
    page.wait_for_timeout(1500)
    assert not page.get_by_text("model not found").locator("visible=true").count()
    assert page.locator(".tu-still img").locator("visible=true").count()


def saved_stills(page, path, words: str) -> list[dict]:
    """The stills of the saved notebook, as soon as the first one says `words`."""
    for _ in range(40):
        save(page)
        page.wait_for_timeout(500)
        saved = json.loads(path.read_text())
        stills = [
            output["data"] for cell in saved["cells"] for output in cell["outputs"] if "image/svg+xml" in output["data"]
        ]
        if stills and words in "".join(stills[0]["text/plain"]):
            return stills
    raise AssertionError(f"no saved still says {words!r}")


def _brightness(colour: str) -> float:
    return sum(float(part) for part in colour[4:-1].split(",")) / 765
