"""Labs without a browser: what their controls allow, what they answer, what they leave in a notebook."""

import re
import types

import numpy as np
import pytest

import autograder.labs as labs
from autograder.labs.controls import counting_stops, rate_stops, slider, starting_values, within_bounds
from autograder.labs.lab import VIEW
from autograder.labs.line import course_line
from autograder.labs.where_zero_grad import WhereZeroGrad
from autograder.trace import Trace


@pytest.fixture(autouse=True)
def _own_progress(tmp_path, monkeypatch):
    monkeypatch.setenv("AUTOGRADER_PROGRESS", str(tmp_path / "progress.json"))


@pytest.fixture(scope="module")
def data():
    rng = np.random.default_rng(1)
    x = rng.normal(size=120)
    return x, 3 * x + 2 + 0.5 * rng.normal(size=120)


def small_trace(updates: int = 6) -> Trace:
    rows = tuple(np.arange(2 * (k % 3), 2 * (k % 3) + 2) for k in range(updates))
    fresh = np.full((updates, 2), 1.0)
    stood = fresh * (1 + np.arange(updates) % 3)[:, None]
    weights = np.vstack([np.zeros(2), -0.1 * np.cumsum(stood, axis=0)]) if updates else np.zeros((1, 2))
    order = tuple(("forward", "loss", "backward", "step") for _ in range(updates)) + ((),)
    return Trace(
        (("w", ()), ("b", ())), rows, np.linspace(3, 1, updates), fresh, np.arange(updates), stood, weights, order, 6
    )


def every_lab(x, y):
    finding = types.SimpleNamespace(code="zeroed-once-per-epoch", message="", epoch=0, batch=1)
    yield labs.one_update(x, y)
    yield labs.batches_and_epochs(x=x, y=y)
    yield labs.press_backward(x, y)
    yield labs.where_zero_grad(x, y)
    yield labs.flight_recorder(small_trace(), finding)
    yield labs.accumulation(x, y)


def ask(lab, tick=1, settled=False, **values):
    lab.asked = {"values": {**lab.picture["values"], **values}, "tick": tick, "view": "a", "settled": settled}
    return lab.picture


def test_every_lab_answers_with_picture_caption_and_table(data):
    for lab in every_lab(*data):
        answer = lab.picture
        assert answer["svg"].startswith("<svg") and answer["svg"].endswith("</svg>")
        assert answer["caption"] and answer["caption"] in lab.figure.text()
        assert lab.title and all(control["label"] for control in lab.controls)


def test_every_slider_has_bounds_readouts_and_a_description(data):
    for lab in every_lab(*data):
        for control in lab.controls:
            assert control["help"] or control["kind"] == "prediction"
            if control["kind"] == "slider" and "stops" in control:
                assert len(control["stops"]) == len(control["words"]) and control["stops"] == sorted(control["stops"])


def test_an_answer_carries_the_tick_and_the_view_of_its_question(data):
    answer = ask(labs.one_update(*data), tick=41, w=2.0)
    assert (answer["tick"], answer["view"], answer["values"]["w"]) == (41, "a", 2.0)


def test_values_out_of_bounds_come_back_within_them(data):
    answer = ask(labs.batches_and_epochs(x=data[0], y=data[1]), batch_size=10_000, epochs=-3, lr="much", shuffle=1)
    assert {name: answer["values"][name] for name in ("batch_size", "epochs", "lr", "shuffle")} == {
        "batch_size": 120, "epochs": 1, "lr": 0.05, "shuffle": True,
    }  # fmt: skip


def test_the_picture_is_drawn_for_the_width_that_is_asked(data):
    lab = labs.one_update(*data)
    assert 'viewBox="0 0 500 ' in ask(lab, 1, width=500)["svg"]
    assert 'viewBox="0 0 1000 ' in ask(lab, 2, width=1000)["svg"]


def test_a_displayed_lab_leaves_a_still_beside_the_view(data, monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda bundle, **options: shown.append(bundle))
    labs.one_update(*data)._ipython_display_()
    still, view = shown
    assert set(still) == {"text/plain", "text/html", "image/svg+xml"}
    assert "data:image/svg+xml;base64," in still["text/html"] and "<figcaption" in still["text/html"]
    assert set(view) == {VIEW}


def test_a_settled_lab_renews_the_still_and_a_moving_one_does_not(data, monkeypatch):
    renewed = []
    handle = types.SimpleNamespace(update=lambda bundle, raw: renewed.append(bundle))
    monkeypatch.setattr("IPython.display.display", lambda bundle, **options: handle)
    lab = labs.one_update(*data)
    lab._ipython_display_()
    ask(lab, 1, settled=False, w=1.0)
    assert renewed == []
    ask(lab, 2, settled=True, w=3.0)
    assert "w = 3 " in renewed[0]["text/plain"]


def test_set_moves_controls_and_knows_its_names(data):
    lab = labs.batches_and_epochs(x=data[0], y=data[1]).set(epochs=7, batch_size=60)
    assert lab.picture["values"]["epochs"] == 7 and "2 updates in each of 7 epochs" in lab.picture["caption"]
    with pytest.raises(KeyError, match="batch_size"):
        lab.set(batchsize=3)


def test_counts_and_rates_make_the_round_numbers_easy_to_hit():
    stops = counting_stops(1000)
    assert {1, 10, 100, 1000} <= set(stops) and stops[0] == 1 and stops[-1] == 1000
    assert abs(stops.index(100) - 2 * stops.index(10)) <= 3
    assert counting_stops(1) == [1] and counting_stops(7)[-1] == 7
    assert rate_stops(0.001, 1.0)[0] == 0.001 and rate_stops(0.001, 1.0)[-1] == 1.0


def test_a_slider_goes_to_its_nearest_stop_and_an_exact_one_to_any_number():
    near, exact = slider("a", "A", [1, 10, 100], 10, "."), slider("b", "B", [1, 10, 100], 10, ".", exact=True)
    assert within_bounds([near, exact], {"a": 40, "b": 40}) == {"a": 10, "b": 40}
    assert starting_values([near, exact]) == {"a": 10, "b": 10}


def test_your_own_train_takes_the_place_of_ours_once_the_sliders_rest(data):
    calls = []

    def train(x, y, w, b, *, epochs, batch_size, lr):
        calls.append(epochs)
        return 1.0, 1.0, [5.0] * (epochs * 3)

    lab = labs.batches_and_epochs(train, *data)
    calls.clear()
    moving = ask(lab, 1, settled=False, batch_size=40, epochs=2)
    assert calls == [] and "when the sliders rest" in moving["caption"]
    rested = ask(lab, 2, settled=True, batch_size=40, epochs=2)
    assert calls and "your train" in rested["caption"] and "part from our loop's at update 1" in rested["caption"]


def plain_train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), batch_size):
            error = w * x[start : start + batch_size] + b - y[start : start + batch_size]
            losses.append(float(np.mean(error**2)))
            w, b = w - lr * 2 * np.mean(error * x[start : start + batch_size]), b - lr * 2 * np.mean(error)
    return w, b, losses


def test_a_right_train_equals_ours(data):
    assert "Every loss equals that of our loop." in labs.batches_and_epochs(plain_train, *data).picture["caption"]


def shuffled_train(x, y, w, b, *, epochs, batch_size, lr, rng):
    losses = []
    for _ in range(epochs):
        order = rng.permutation(len(x))
        w, b, of_epoch = plain_train(x[order], y[order], w, b, epochs=1, batch_size=batch_size, lr=lr)
        losses += of_epoch
    return w, b, losses


def without_the_last_batch(x, y, w, b, *, epochs, batch_size, lr):
    kept = len(x) // batch_size * batch_size
    return plain_train(x[:kept], y[:kept], w, b, epochs=epochs, batch_size=batch_size, lr=lr)


@pytest.mark.parametrize("train", [plain_train, shuffled_train, without_the_last_batch])
def test_the_loss_over_all_rows_is_known_after_each_epoch_of_yours(data, train):
    lab = labs.batches_and_epochs(train, *data)
    facts = lab.study.facts({"batch_size": 50, "epochs": 3, "lr": 0.05})
    x, y = data
    rng = (lambda: {"rng": np.random.default_rng(0)}) if train is shuffled_train else dict
    ends = [train(x, y, 0.0, 0.0, epochs=epochs, batch_size=50, lr=0.05, **rng())[:2] for epochs in range(4)]
    assert facts.epoch_losses == pytest.approx([np.mean((w * x + b - y) ** 2) for w, b in ends])
    assert len(facts.weights) == len(facts.losses) + 1


def test_a_loop_that_has_arrived_is_known_to_the_last_epoch(data):
    facts = labs.batches_and_epochs(plain_train, *data).study.facts({"batch_size": len(data[0]), "epochs": 1000, "lr": 0.5})
    assert len(facts.epoch_losses) == 1001


def test_a_ledger_draws_the_whole_path(data):
    def with_ledger(x, y, w, b, *, epochs, batch_size, lr):
        points = [(w, b)]
        for k in range(epochs * -(-len(x) // batch_size)):
            start = k * batch_size % len(x)
            rows = slice(start, start + batch_size)
            points.append(plain_train(x[rows], y[rows], *points[-1], epochs=1, batch_size=batch_size, lr=lr)[:2])
        return *points[-1], -np.diff(np.array(points), axis=0) / lr

    lab = labs.batches_and_epochs(with_ledger, *data)
    ask(lab, 1, settled=True, batch_size=40, epochs=2)
    assert "Every loss equals that of our loop." in lab.picture["caption"]


@pytest.mark.parametrize(
    "error, said",
    [
        (NotImplementedError(), "still to be written"),
        (ZeroDivisionError("by zero"), "raised ZeroDivisionError in line"),
    ],
)
def test_a_train_that_raises_is_told_and_not_raised(data, error, said):
    def train(x, y, w, b, *, epochs, batch_size, lr):
        raise error

    assert said in labs.batches_and_epochs(train, *data).picture["caption"]


@pytest.mark.parametrize("third", [[], [1.0], np.zeros((0, 2)), np.zeros((3, 3)), [np.nan] * 9, [np.inf] * 9, [1] * 9])
def test_whatever_a_train_returns_there_is_a_picture(data, third):
    def train(x, y, w, b, *, epochs, batch_size, lr):
        return float("nan"), 1.0, third

    svg = labs.batches_and_epochs(train, *data).picture["svg"]
    assert svg.startswith("<svg") and "nan" not in svg.replace("nan%", "")


def test_a_train_that_would_take_too_long_is_not_run(data):
    def train(*args, **settings):
        raise AssertionError("must not run")

    lab = labs.batches_and_epochs(plain_train, *data)
    lab.study.train = train
    assert "too long" in ask(lab, 1, settled=True, batch_size=1, epochs=1000)["caption"]


def test_a_prediction_is_kept_and_set_beside_the_outcome(data):
    lab = labs.where_zero_grad(*data)
    assert lab.picture["values"]["locked"] is None and "You predicted" not in lab.picture["caption"]
    ask(lab, 1, locked="stays")
    assert "You predicted" in lab.picture["caption"]
    assert labs.where_zero_grad(*data).picture["values"]["locked"] == "stays"


def test_the_place_of_zero_grad_decides_the_stale_share(data):
    study = WhereZeroGrad(course_line(*data))
    values = {**starting_values(study.controls), "epochs": 3}
    for place in ("before-forward", "before-backward", "after-step"):
        assert study.facts({**values, "place": place}).run.stale_share.max() == 0
    assert study.facts({**values, "place": "never"}).run.stale_share[1:].min() > 0


def test_the_flight_recorder_starts_at_the_finding_and_tells_where_it_is():
    finding = types.SimpleNamespace(code="zeroed-once-per-epoch", message="", epoch=1, batch=2)
    lab = labs.flight_recorder(small_trace(), finding)
    assert lab.picture["values"]["update"] == 6
    assert lab.picture["caption"].startswith("Update 6 (epoch 2, batch 3): loss 1, fresh 1.414, stale 2.828")
    assert "zeroed-once-per-epoch" in lab.picture["svg"]


def test_the_flight_recorder_takes_a_trace_without_updates():
    assert "No update was made" in labs.flight_recorder(small_trace(0)).picture["caption"]


def test_the_flight_recorder_asks_for_a_trace():
    with pytest.raises(TypeError, match="record"):
        labs.flight_recorder([1, 2])


def test_data_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="one shape"):
        labs.one_update(np.zeros(3), np.zeros(4))


def test_nothing_in_a_picture_is_fetched_from_elsewhere(data):
    for lab in every_lab(*data):
        links = re.findall(r"https?://[^\"' )]+", lab.picture["svg"] + str(lab._esm) + str(lab._css))
        assert set(links) <= {"http://www.w3.org/2000/svg"}
