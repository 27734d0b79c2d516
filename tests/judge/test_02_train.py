"""02.train: a right loop passes, a wrong one is named, and keeps the properties that it keeps."""

import pytest

from autograder.exercises import get, observe_all
from autograder.exercises.observation import decode, encode
from autograder.judge import judge, verify

from loops_by_hand import IN_ORDER, written

SEED = 417
STEP = "            w, b = w - lr * dw, b - lr * db\n"
GATHER = "            total_w, total_b = total_w + dw, total_b + db\n"
GATHERED = GATHER + STEP.replace("dw", "total_w").replace("db", "total_b")
BATCHES = "range(0, len(x), batch_size)"
LOSS = "            losses.append((error**2).mean())\n"


def codes(verdict):
    return [finding.code for finding in verdict.findings]


def broken(verdict):
    return {name for name, holds in verdict.properties.items() if not holds}


WRONG = {
    "never reset": ([(STEP, GATHERED)], ["never-zeroed"], {"fresh_gradients", "result"}),
    "reset once per epoch": (
        [(STEP, GATHERED), ("        for start", "        total_w = total_b = 0.0\n        for start")],
        ["zeroed-once-per-epoch"],
        {"fresh_gradients", "result"},
    ),
    "stepped after the epoch": (
        [(STEP, GATHER), ("    return", "        w, b, total_w, total_b = w - lr * total_w, b - lr * total_b, 0.0, 0.0\n    return")],
        ["stepped-once-per-epoch"],
        {"updates_per_epoch", "fresh_gradients", "losses", "result"},
    ),
    "stepped before backward": (
        [("            dw, db", STEP.replace("dw", "total_w").replace("db", "total_b") + "            dw, db"), (STEP, "            total_w, total_b = dw, db\n")],
        ["step-before-backward"],
        {"fresh_gradients", "result"},
    ),
    "never stepped": ([(STEP, "")], ["never-stepped"], {"updates_per_epoch", "losses", "result"}),
    "floor division": ([(BATCHES, "range(0, len(x) - batch_size + 1, batch_size)")], ["last-batch-dropped"], {"updates_per_epoch", "every_row_once", "result"}),
    "a batch too many": ([(BATCHES, "range(0, len(x) + 1, batch_size)")], ["extra-empty-batch"], {"updates_per_epoch", "result"}),
    "first batch again": ([("slice(start, start + batch_size)", "slice(0, batch_size)")], ["first-batch-only"], {"every_row_once", "result"}),
    "one batch per epoch": ([(STEP, STEP + "            break\n")], ["one-batch-per-epoch"], {"updates_per_epoch", "every_row_once", "result"}),
    "all rows in each batch": ([("slice(start, start + batch_size)", "slice(None)")], ["whole-dataset-every-batch"], {"every_row_once", "result"}),
    "a hundred rows": ([("batch_size):", "100):"), ("start + batch_size", "start + 100")], ["batch-size-ignored"], {"updates_per_epoch", "result"}),
    "loops swapped": (
        [("    for epoch in range(epochs):\n", f"    for start in {BATCHES}:\n"), (f"        for start in {BATCHES}:\n            rows", "        for epoch in range(epochs):\n            rows")],
        ["loops-swapped"],
        {"every_row_once", "result"},
    ),
    "one epoch too many": ([("range(epochs)", "range(epochs + 1)")], ["wrong-number-of-epochs"], {"updates_per_epoch", "result"}),
    "stopped early": (
        [("        for start", "        if len(losses) > 1 and abs(losses[-1] - losses[-2]) < 1e-4:\n            break\n        for start")],
        ["wrong-number-of-epochs"],
        {"updates_per_epoch", "result"},
    ),
    "each batch a row too long": ([("start + batch_size)", "start + batch_size + 1)")], ["wrong-result"], {"every_row_once", "fresh_gradients", "losses", "result"}),
    "sum for mean": ([(").mean(), 2 * error.mean()", ").sum(), 2 * error.sum()")], ["gradient-scaled"], {"fresh_gradients", "result"}),
    "uphill": ([("w - lr * dw, b - lr * db", "w + lr * dw, b + lr * db")], ["gradient-sign"], {"fresh_gradients", "result"}),
    "y turned round": ([("- y[rows]", "- y[::-1][rows]")], ["pairs-broken"], {"every_row_once", "result"}),
    "every row against every row": (
        [("error = w * x[rows] + b - y[rows]", "error = (w * x[rows] + b)[:, None] - y[rows]"), ("error * x[rows]", "error * x[rows][:, None]")],
        ["shape-broadcast"],
        {"fresh_gradients", "result"},
    ),
    "weights made anew": ([("        for start", "        w, b = w0, b0\n        for start"), ("    losses = []\n", "    losses, w0, b0 = [], w, b\n")], ["weights-reset"], {"result"}),
    "only a better batch": (
        [("        for start", "        best = np.inf\n        for start"), (STEP, "            if losses[-1] < best:\n                best = losses[-1]\n    " + STEP)],
        ["best-gradient-only"],
        {"updates_per_epoch", "losses", "result"},
    ),
    "loss of the epoch": ([(LOSS, ""), ("    return", "        losses.append(((w * x + b - y) ** 2).mean())\n    return")], ["losses-miscounted"], {"losses"}),
    "loss after the update": ([(LOSS, ""), (STEP, STEP + "            losses.append(((w * x[rows] + b - y[rows]) ** 2).mean())\n")], ["losses-miscounted"], {"losses"}),
    "x centred in place": ([("    losses = []\n", "    losses = []\n    x -= 0.1\n")], ["input-changed"], {"fresh_gradients", "losses", "result"}),
    "floor division and a sum": (
        [(BATCHES, "range(0, len(x) - batch_size + 1, batch_size)"), (").mean(), 2 * error.mean()", ").sum(), 2 * error.sum()")],
        ["last-batch-dropped", "gradient-scaled"],
        {"updates_per_epoch", "every_row_once", "fresh_gradients", "result"},
    ),
    "rows drawn at random": (
        [("rows = slice(start, start + batch_size)", "rows = np.random.randint(0, len(x), size=len(x[start : start + batch_size]))")],
        ["sampled-with-replacement"],
        {"every_row_once", "fresh_gradients", "losses", "result"},
    ),
    "reset in a pattern of its own": (
        [(STEP, "            if len(losses) in (1, 2, 4, 7):\n                total_w = total_b = 0.0\n" + GATHERED)],
        ["zeroed-irregularly"],
        {"fresh_gradients", "result"},
    ),
    "seven rows": ([("batch_size):", "7):"), ("start + batch_size", "start + 7")], ["batch-size-ignored"], {"updates_per_epoch", "result"}),
    "seventeen epochs": ([("range(epochs)", "range(17)")], ["wrong-number-of-epochs"], {"updates_per_epoch", "result"}),
    "three times": ([("w - lr * dw, b - lr * db", "w - 3 * lr * dw, b - 3 * lr * db")], ["gradient-scaled"], {"fresh_gradients", "result"}),
    "a rate of its own": ([("w - lr * dw, b - lr * db", "w - 0.01 * dw, b - 0.01 * db")], ["wrong-result"], {"fresh_gradients", "result"}),
    "the gradient of all rows": (
        [("dw, db = 2 * (error * x[rows]).mean(), 2 * error.mean()", "e = w * x + b - y\n            dw, db = 2 * (e * x).mean(), 2 * e.mean()")],
        ["whole-dataset-every-batch"],
        {"fresh_gradients", "result"},
    ),
    "the row that fits best": (
        [("            dw, db", "            best = np.argmin(error**2)\n            dw, db"), ("2 * (error * x[rows]).mean(), 2 * error.mean()", "2 * error[best] * x[rows][best], 2 * error[best]")],
        ["best-gradient-only"],
        {"fresh_gradients", "result"},
    ),
    "no losses returned": ([("return w, b, losses", "return w, b")], ["losses-miscounted"], {"losses"}),
    "absolute losses": ([("(error**2).mean())", "abs(error).mean())")], ["losses-miscounted"], {"losses"}),
    "x sorted": ([("    losses = []\n", "    losses, x = [], np.sort(x)\n")], ["pairs-broken"], {"every_row_once", "fresh_gradients", "losses", "result"}),
    "something else": ([("b - y[rows]", "b - y[rows] + 0.1")], ["wrong-result"], {"fresh_gradients", "losses", "result"}),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_loop_is_named_and_keeps_what_it_keeps(name):
    changes, expected, fails = WRONG[name]
    verdict = judge("02.train", (written(IN_ORDER, *changes),), SEED)
    assert (verdict.passed, codes(verdict), broken(verdict)) == (False, expected, fails)


@pytest.mark.parametrize("seed", range(20))
def test_the_right_loop_passes_on_every_seed(seed):
    verdict = judge("02.train", (written(IN_ORDER),), seed)
    assert (verdict.passed, verdict.score, verdict.findings) == (True, 1.0, ())


@pytest.mark.parametrize(
    "returned",
    ["(w, b, np.array(losses))", "[w, b, tuple(losses)]", "(np.float64(w), b, iter(losses))", "(w, b, np.array(losses, dtype=np.float32))"],
)
def test_any_container_of_losses_is_right(returned):
    assert judge("02.train", (written(IN_ORDER, ("return w, b, losses", f"return {returned}")),), SEED).passed


def test_the_first_stale_update_is_told_with_its_factor():
    changes, *_ = WRONG["reset once per epoch"]
    (finding,) = judge("02.train", (written(IN_ORDER, *changes),), SEED).findings
    assert (finding.epoch, finding.batch) == (0, 1)
    assert finding.message.startswith("At epoch 1, batch 2, the gradient was ") and "times that of its own batch" in finding.message


def test_an_observation_survives_the_border_between_processes():
    observed = observe_all("02.train", (written(IN_ORDER),), SEED)
    assert verify("02.train", SEED, decode(encode(observed))) == judge("02.train", (written(IN_ORDER),), SEED)


def test_right_numbers_of_other_cases_do_not_pass():
    observed = observe_all("02.train", (written(IN_ORDER),), SEED)
    assert not verify("02.train", SEED + 1, observed).passed


def test_one_wrong_number_does_not_pass():
    observed = observe_all("02.train", (written(IN_ORDER),), SEED)
    observed["observations"][4]["losses"][-1] += 1e-4
    assert not verify("02.train", SEED, observed).passed


@pytest.mark.parametrize("part, value", [("losses", "many"), ("w", [1, 2]), ("losses", [[1.0, 2.0]]), ("changed", 3)])
def test_a_malformed_observation_is_refused_or_fails(part, value):
    observed = observe_all("02.train", (written(IN_ORDER),), SEED)
    observed["observations"][0][part] = value
    try:
        assert not verify("02.train", SEED, observed).passed
    except ValueError:
        pass


@pytest.mark.parametrize("body", ["pass", "...", "return None", "raise NotImplementedError('later')"])
def test_a_stub_is_not_attempted(body):
    space: dict = {}
    exec(f"def train(x, y, w, b, *, epochs, batch_size, lr):\n    {body}", space)
    verdict = judge("02.train", (space["train"],), SEED)
    assert (verdict.passed, codes(verdict), verdict.score) == (False, ["not-attempted"], 0.0)


def test_cases_hold_what_the_course_hard_codes_nowhere():
    cases = get("02.train").draw(SEED)
    shapes = [(case["n"], case["batch_size"], case["epochs"]) for case in cases]
    assert any(n % size for n, size, _ in shapes) and any(n < size for n, size, _ in shapes)
    assert any(n == 1 for n, *_ in shapes) and any(epochs == 0 for *_, epochs in shapes)
    assert all(n not in (100, 1000) and size not in (10, 100) for n, size, _ in shapes)
