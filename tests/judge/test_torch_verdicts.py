"""Verdicts on torch loops: what is named, what is said, and what cannot be forged."""

import copy

import numpy as np
import pytest

from autograder.exercises import get, observe_all
from autograder.exercises.observation import decode, encode
from autograder.judge import judge, verify

SEED = 7


def right(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[start : start + batch_size]), y[start : start + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses


def never_zeroed(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), batch_size):
            loss = loss_fn(model(x[start : start + batch_size]), y[start : start + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses


def stub(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    raise NotImplementedError("your loop here")


def fails_on_line(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    return x.no_such_thing


def observed(function, exercise="05.train"):
    """What the grader would receive: through bytes and back."""
    return decode(encode(observe_all(exercise, (function,), SEED)))


def test_a_right_loop_has_every_property_and_no_finding():
    verdict = judge("05.train", (right,), SEED)
    assert verdict.passed is True
    assert verdict.properties == dict.fromkeys(get("05.train").properties, True)
    assert verdict.findings == ()
    assert verdict.score == 1.0


def test_a_loop_that_never_resets_keeps_what_it_does_right():
    verdict = judge("05.train", (never_zeroed,), SEED)
    assert verdict.properties == {
        "updates_per_epoch": True,
        "every_row_once": True,
        "fresh_gradients": False,
        "weights": False,
        "losses": True,
    }
    assert [finding.code for finding in verdict.findings] == ["never-zeroed"]


def test_the_message_says_how_many_times_larger_the_gradient_was():
    observation = observed(never_zeroed)["observations"][0]
    factor = np.linalg.norm(observation["stood"][1]) / np.linalg.norm(observation["pass_fresh"][1])
    finding = judge("05.train", (never_zeroed,), SEED).findings[0]
    assert (finding.epoch, finding.batch) == (0, 1)
    assert f"At update 2 the gradient was {factor:.3g} times that of its own batch" in finding.message


def test_an_untouched_stub_is_not_attempted():
    verdict = judge("05.train", (stub,), SEED)
    assert [finding.code for finding in verdict.findings] == ["not-attempted"]


def test_an_exception_points_at_the_learners_line():
    finding = judge("05.train", (fails_on_line,), SEED).findings[0]
    assert finding.code == "raised"
    assert "`return x.no_such_thing`" in finding.message
    assert "AttributeError" in finding.message


def test_the_same_loop_in_two_processes_gives_the_same_verdict():
    assert verify("05.train", SEED, observed(never_zeroed)) == judge("05.train", (never_zeroed,), SEED)


def forge_final_weights(plain):
    """The right end, without the chain that leads there."""
    honest = observe_all("05.train", (right,), SEED)["observations"]
    for forged, real in zip(plain["observations"], honest):
        forged["weights"] = np.array(forged["weights"])
        if len(forged["weights"]) == len(real["weights"]):
            forged["weights"][-1] = real["weights"][-1]


def forge_fresh_gradients(plain):
    """The claim that what stood was fresh."""
    for forged in plain["observations"]:
        forged["stood"] = forged["pass_fresh"]


def forge_rows(plain):
    """The claim that the rows came in another order."""
    for forged in plain["observations"]:
        forged["pass_rows"] = forged["pass_rows"][::-1]


def forge_standing_still(plain):
    """Weights that never moved, with losses to match nothing."""
    for forged in plain["observations"]:
        weights = np.array(forged["weights"])
        forged["weights"] = np.repeat(weights[:1], len(weights), axis=0)


@pytest.mark.parametrize("forge", [forge_final_weights, forge_fresh_gradients, forge_rows, forge_standing_still])
def test_a_forged_observation_of_a_wrong_loop_still_fails(forge):
    plain = copy.deepcopy(observed(never_zeroed))
    forge(plain)
    verdict = verify("05.train", SEED, plain)
    assert verdict.passed is False
    assert verdict.properties["weights"] is False


def test_an_observation_of_other_cases_does_not_count():
    plain = decode(encode(observe_all("05.train", (right,), SEED + 1)))
    try:
        assert verify("05.train", SEED, plain).passed is False
    except ValueError:
        pass


@pytest.mark.parametrize(
    "malformed",
    [{}, {"observations": []}, {"observations": [1]}, {"observations": [{"status": "returned"}] * 11}, [], None, "passed"],
)
def test_a_malformed_observation_is_refused(malformed):
    with pytest.raises(ValueError):
        verify("05.train", SEED, malformed)


def accumulated(scale, last_too=True):
    def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
        updates = 0
        for _ in range(epochs):
            optimizer.zero_grad()
            waiting = 0
            for start in range(0, len(x), batch_size):
                xb, yb = x[start : start + batch_size], y[start : start + batch_size]
                group = start // (batch_size * accumulation_steps) * batch_size * accumulation_steps
                rows = min(batch_size * accumulation_steps, len(x) - group)
                (loss_fn(model(xb), yb) * scale(len(xb), rows, accumulation_steps)).backward()
                waiting += 1
                if waiting == accumulation_steps or (last_too and start + batch_size >= len(x)):
                    optimizer.step()
                    optimizer.zero_grad()
                    updates, waiting = updates + 1, 0
        return updates

    return train_accumulated


@pytest.mark.parametrize(
    ("function", "codes"),
    [
        (accumulated(lambda batch, group, steps: batch / group), []),
        (accumulated(lambda batch, group, steps: 1), ["not-averaged"]),
        (accumulated(lambda batch, group, steps: 1 / steps), ["gradient-scaled", "mean-of-means"]),
        (accumulated(lambda batch, group, steps: batch / group, last_too=False), ["leftover-dropped"]),
    ],
)
def test_accumulation(function, codes):
    verdict = judge("06.train_accumulated", (function,), SEED)
    assert [finding.code for finding in verdict.findings] == codes
