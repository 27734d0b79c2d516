"""What a person does at a notebook in JupyterLab: go to a cell, write, run, read what stands below it, look."""

from pathlib import Path

from living_notebook import IDLE, REPOSITORY

PICTURES = REPOSITORY / "artefacts" / "browser"

# Some words -> the number of the first code cell that holds them, which becomes the active one.
_GO_TO = """(words) => {
  const notebook = window.jupyterapp.shell.currentWidget.content;
  const number = notebook.widgets.findIndex(
    ({ model }) => model.type === "code" && model.sharedModel.getSource().includes(words)
  );
  if (number >= 0) {
    notebook.deselectAll();
    notebook.activeCellIndex = number;
    notebook.mode = "command";
    notebook.activate();
  }
  return number;
}"""
_RAN = """([number, before]) => {
  const cell = window.jupyterapp.shell.currentWidget.content.widgets[number].model;
  return cell.executionCount !== null && cell.executionCount !== before && cell.executionState !== "running";
}"""
_COUNT = "(number) => window.jupyterapp.shell.currentWidget.content.widgets[number].model.executionCount"


class Cell:
    """The first code cell of the open notebook whose source holds some words."""

    def __init__(self, page, words: str):
        """Go to it. Raises LookupError where there is none."""
        self.page, self.number = page, page.evaluate(_GO_TO, words)
        if self.number < 0:
            raise LookupError(f"no cell of the notebook holds {words!r}")
        self.place = page.locator(".jp-Notebook:visible .jp-Notebook-cell").nth(self.number)
        self.place.scroll_into_view_if_needed()

    @property
    def output(self):
        return self.place.locator(".jp-Cell-outputArea")

    def write(self, text: str) -> "Cell":
        """Put this text in place of the cell's own, as a learner who pastes."""
        self.place.locator(".cm-content").click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)
        return self

    def below(self, text: str) -> "Cell":
        """A new cell below it with this text."""
        self.place.locator(".jp-InputPrompt").click()
        for key in ("b", "Enter"):
            self.page.keyboard.press(key)
        self.page.keyboard.insert_text(text)
        return Cell(self.page, text)

    def run(self) -> "Cell":
        """Run it from the keyboard and wait for its end."""
        before = self.page.evaluate(_COUNT, self.number)
        self.place.locator(".cm-content").click()
        self.page.keyboard.press("Control+Enter")
        self.page.wait_for_function(_RAN, arg=[self.number, before], timeout=120_000)
        wait_until_idle(self.page)
        return self

    def says(self, *words: str) -> str:
        """Wait until these words stand below the cell; returns all that stands there."""
        for each in words:
            self.output.get_by_text(each).first.wait_for(timeout=60_000)
        return self.output.inner_text()


def wait_until_idle(page) -> None:
    """Wait until the kernel has a name and is idle, twice: at first it may say so too early."""
    for _ in range(2):
        page.wait_for_function(IDLE, timeout=120_000)
        page.wait_for_timeout(200)


def dialog(page, title: str):
    """The dialogue with this title, as soon as it is there."""
    shown = page.locator(".jp-Dialog").filter(has_text=title)
    shown.wait_for(timeout=120_000)
    return shown


def picture(page, name: str, of: Cell | None = None) -> Path:
    """Keep what is to be seen among the artefacts, for a person to look at. of: the cell whose end is to be in it."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    if of is not None:
        of.output.evaluate("(output) => output.scrollIntoView({ block: 'end' })")
    page.wait_for_timeout(300)
    page.screenshot(path=PICTURES / f"{name}.png")
    return PICTURES / f"{name}.png"
