"""The lab of notebook 05: move zero_grad about, and see the stale gradient that it leaves or clears."""

from collections.abc import Callable

import numpy as np

from autograder.figures.figure import Figure
from autograder.figures.resets_figure import ResetFacts, resets_figure, verdict_of
from autograder.figures.run import Run
from autograder.labs.controls import choice, counter, counting_stops, prediction, rate_stops, slider
from autograder.labs.lab import Lab
from autograder.labs.line import Line, course_line, loss_of, losses_before
from autograder.labs.resets import PLACES, ResetRun, final_states, resets_before, run_resets

BATCH_SIZE, START = 100, (0.0, 0.0)
RATES = np.array(rate_stops(0.001, 1.0))
KEPT_AS = "lab-where-zero-grad"
ASKED = {"place": "once-per-epoch", "lr": 0.05, "epochs": 100, "k": 5}
QUESTION = (
    "First your prediction. zero_grad once per epoch, an update after every batch, "
    "learning rate 0.05, 100 epochs. The loss …"
)
ANSWERS = {
    "hides": "ends where the correct loop's ends: nobody would notice",
    "differs": "ends somewhat above the correct loop's, below the start",
    "explodes": "explodes",
    "stays": "stays where it starts",
}
LOOP = (
    ("for epoch in range(epochs):", None, 0),
    ("for x_b, y_b in batches:", None, 1),
    ("y_hat = model(x_b)", "forward", 2),
    ("loss = loss_fn(y_hat, y_b)", "loss", 2),
    ("loss.backward()", "backward", 2),
    ("optimizer.step()", "step", 2),
)
LINE_OF_PLACE = {
    "before-forward": (2, 2),
    "before-backward": (4, 2),
    "after-step": (6, 2),
    "before-step": (5, 2),
    "once-per-epoch": (1, 1),
    "every-k": (2, 2),
}


class WhereZeroGrad:
    """A loop over batches of 100 rows with zero_grad in one of seven places."""

    title = "Where does zero_grad go?"

    def __init__(self, line: Line, locked: str | None = None, remember: Callable[[str], None] = lambda answer: None):
        self.line, self.locked, self.remember = line, locked, remember
        self.means = line.batch_means(min(BATCH_SIZE, len(line)))
        self._ends: dict = {}
        self.controls = [
            prediction("locked", QUESTION, ANSWERS, locked),
            choice("place", "Where zero_grad stands", PLACES, "once-per-epoch", "Three of these are right; which?"),
            slider("lr", "Learning rate lr", RATES.tolist(), 0.05, "Step length per update; logarithmic."),
            slider(
                "epochs", "Epochs", counting_stops(1000), 100, f"{len(self.means)} updates each.", "epochs", exact=True
            ),
            counter("k", "Reset every k", 40, 5, "Counts only where zero_grad stands every k batches.", "batches"),
        ]

    def draw(self, values: dict, width: float, settled: bool = True) -> Figure:
        if values["locked"] != self.locked:
            self.locked = values["locked"]
            self.remember(self.locked)
        return resets_figure(self.facts(values), width)

    def facts(self, values: dict) -> ResetFacts:
        place, k, lr, epochs = values["place"], values["k"], values["lr"], values["epochs"]
        done = run_resets(self.means, START, lr, epochs, place, k)
        right = run_resets(self.means, START, lr, epochs, "before-forward")
        ends, right_ends = self.ends(place, k, epochs), self.ends("before-forward", 1, epochs)
        said = PLACES[place].replace("k batches", f"{k} batches")
        return ResetFacts(
            run=self.run(done, place, k),
            code=code_of(place, k),
            correct=losses_before(self.means, right.weights),
            rates=RATES,
            ends=ends,
            right_ends=right_ends,
            start=self.line.loss(*START),
            place=said,
            lr=lr,
            said=self.beside(values["locked"]),
        )

    def run(self, done: ResetRun, place: str, k: int) -> Run:
        steps, updates = len(self.means), len(done.stood)
        with np.errstate(all="ignore"):
            fresh = np.linalg.norm(done.fresh, axis=1)
            stale = np.linalg.norm(done.stood - done.fresh, axis=1)
        if place == "before-step":
            fresh, stale = np.zeros(updates), np.zeros(updates)
        order = orders_of(place, resets_before(place, k, steps, updates))
        count = np.arange(updates)
        stale = np.where(stale <= 1e-9 * fresh, 0.0, stale)
        return Run(
            losses_before(self.means, done.weights),
            fresh,
            stale,
            done.weights,
            ("w", "b"),
            count // steps,
            count % steps,
            order,
        )

    def ends(self, place: str, k: int, epochs: int) -> np.ndarray:
        """(R,) the loss over all rows at the end, for every learning rate; kept, since the rate does not change it."""
        key = (place, k if place == "every-k" else 0, epochs)
        if key not in self._ends:
            self._ends[key] = loss_of(self.line.means, final_states(self.means, START, RATES, epochs, place, max(k, 1)))
        return self._ends[key]

    def beside(self, locked: str | None) -> str:
        """The prediction beside what came out, both in words."""
        if locked is None:
            return ""
        start = self.line.loss(*START)
        rate = int(np.argmin(np.abs(RATES - ASKED["lr"])))
        ends = (
            self.ends(ASKED["place"], ASKED["k"], ASKED["epochs"])[rate],
            self.ends("before-forward", 1, ASKED["epochs"])[rate],
        )
        outcome = verdict_of(*ends, start)
        said = f"You predicted for once per epoch at 0.05 that the loss {ANSWERS[locked]}"
        return f"{said}: so it is." if outcome == locked else f"{said}; it {ANSWERS[outcome]}."


def code_of(place: str, k: int) -> tuple[tuple[str, str | None, int], ...]:
    """The loop's lines with the reset among them; without it for "never"."""
    if place not in LINE_OF_PLACE:
        return LOOP
    at, indent = LINE_OF_PLACE[place]
    words = f"every {k} batches: zero_grad()" if place == "every-k" else "optimizer.zero_grad()"
    return (*LOOP[:at], (words, "zero_grad", indent), *LOOP[at:])


def orders_of(place: str, resets: np.ndarray) -> tuple[tuple[str, ...], ...]:
    """The verbs of every update in time order."""
    plain = ("forward", "loss", "backward", "step")
    at = {"before-backward": 2, "before-step": 3, "after-step": 4}.get(place, 0)
    with_reset = (*plain[:at], "zero_grad", *plain[at:])
    return (*(with_reset if reset else plain for reset in resets.tolist()), ())


def where_zero_grad(x: np.ndarray | None = None, y: np.ndarray | None = None) -> Lab:
    """Choose where zero_grad stands and the learning rate; a prediction is locked first."""
    from autograder.learn import kept

    locked = kept.each("predictions")(KEPT_AS).get("answer")
    study = WhereZeroGrad(
        course_line(x, y),
        locked if locked in ANSWERS else None,
        lambda answer: kept.change("predictions", KEPT_AS, answer=answer),
    )
    return Lab(study)
