"""From key press to changed picture, in JupyterLab in Chromium: the median over 20 ticks, for every lab.

    python tests/benchmarks/bench_labs.py [--screenshots FOLDER] [--dark] [--width 1280]

The clock starts in the browser at the key's event and stops after the frame that shows the new picture.
"""

import argparse
import statistics
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "browser"))

from living_notebook import browser_page, jupyterlab, notebook_of, open_notebook, run_all  # noqa: E402

TICKS = 20
LIMIT_MS = 100.0
TEN_THOUSAND = """
import numpy as np
from autograder.labs.line import course_line
from autograder.labs.resets import run_resets
from autograder.trace import Trace
line = course_line()
done = run_resets(line.batch_means(100), (0.0, 0.0), 0.01, 1000, "once-per-epoch")
rows = tuple(np.arange(100 * (k % 10), 100 * (k % 10) + 100) for k in range(10_000))
order = tuple(("zero_grad",) * (k % 10 == 0) + ("forward", "loss", "backward", "step") for k in range(10_000)) + ((),)
losses = np.array([np.mean((w * line.x[r] + b - line.y[r]) ** 2) for (w, b), r in zip(done.weights, rows)])
trace = Trace((("w", ()), ("b", ())), rows, losses, done.fresh, np.arange(10_000), done.stood, done.weights, order, 1000)
class finding: code, message, epoch, batch = "zeroed-once-per-epoch", "", 0, 1
"""
LABS = {
    "one_update": ("one_update()", "Slope w"),
    "batches_and_epochs": ("batches_and_epochs().set(epochs=1000)", "Learning rate lr"),
    "batches_and_epochs, shuffled": ("batches_and_epochs().set(epochs=1000, shuffle=True)", "Learning rate lr"),
    "batches_and_epochs, batch size": ("batches_and_epochs().set(epochs=1000, batch_size=20)", "Batch size"),
    "press_backward": ("press_backward()", None),
    "where_zero_grad": ('where_zero_grad().set(locked="explodes", epochs=1000)', "Learning rate lr"),
    "where_zero_grad, every k": (
        'where_zero_grad().set(locked="explodes", epochs=1000, place="every-k", k=7)',
        "Reset every k",
    ),
    "flight_recorder": ("flight_recorder(trace, finding)", "Update"),
    "accumulation": ("accumulation().set(epochs=1000, micro=25)", "Learning rate lr"),
}
CLOCK = """(lab) => {
  window.times = [];
  window.pressed = null;
  lab.addEventListener("keydown", () => { window.pressed = performance.now(); }, true);
  new MutationObserver(() => {
    const pressed = window.pressed;
    if (pressed === null) return;
    window.pressed = null;
    requestAnimationFrame(() => setTimeout(() => window.times.push(performance.now() - pressed)));
  }).observe(lab.querySelector(".tu-drawing"), { attributes: true, attributeFilter: ["data-tick"] });
}"""


def sources() -> list[str]:
    calls = [call for call, _ in LABS.values()]
    return ["from autograder.labs import *\n" + TEN_THOUSAND, *calls]


def measure(page, lab, control: str | None) -> list[float]:
    """Milliseconds of each tick of one lab."""
    lab.scroll_into_view_if_needed()
    page.wait_for_timeout(1500)
    lab.evaluate(CLOCK)
    target = lab.get_by_label(control, exact=True) if control else lab.get_by_role("button", name="forward")
    target.focus()
    for tick in range(TICKS):
        page.keyboard.press("Space" if control is None else "ArrowRight" if tick % 8 < 4 else "ArrowLeft")
        page.wait_for_function(f"() => window.times.length > {tick}", timeout=10_000)
    return page.evaluate("() => window.times")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--screenshots", type=Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--width", type=int, default=1280)
    chosen = parser.parse_args()
    slow = 0
    with (
        jupyterlab({"labs.ipynb": notebook_of(sources())}, dark=chosen.dark) as (address, _),
        browser_page(chosen.width, 1000) as page,
    ):
        open_notebook(page, address, "labs.ipynb")
        run_all(page)
        for k, (name, (_, control)) in enumerate(LABS.items()):
            lab = page.locator(".jp-Notebook-cell").nth(k + 1).locator(".tu-lab")
            times = measure(page, lab, control)
            median = statistics.median(times)
            slow += median > LIMIT_MS
            print(f"{name:34} median {median:6.1f} ms   slowest {max(times):6.1f} ms   {len(times)} ticks", flush=True)
            if chosen.screenshots:
                chosen.screenshots.mkdir(parents=True, exist_ok=True)
                lab.screenshot(path=chosen.screenshots / f"{k}_{name.replace(', ', '_').replace(' ', '_')}.png")
    return int(slow > 0)


if __name__ == "__main__":
    sys.exit(main())
