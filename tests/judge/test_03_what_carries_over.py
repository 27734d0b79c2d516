"""Notebook 03: shuffled loops are judged by numbers alone, in whatever style they are written; ledgers line by line."""

import pytest

from autograder.judge import judge

from loops_by_hand import SHUFFLED, WITH_LEDGER, written

SEED = 29
ORDER = "        order = rng.permutation(len(x))\n"
STEP = "            w, b = w - lr * dw, b - lr * db\n"
NOTE = "            losses.append((dw, db))\n"


def said(exercise_id, function, seed=SEED):
    verdict = judge(exercise_id, (function,), seed)
    return verdict.passed, [finding.code for finding in verdict.findings], {name for name, holds in verdict.properties.items() if not holds}


STYLES = {
    "permutation": ORDER,
    "shuffle of numbers": "        order = np.arange(len(x))\n        rng.shuffle(order)\n",
    "permuted": "        order = rng.permuted(np.arange(len(x)))\n",
    "choice without replacement": "        order = rng.choice(len(x), size=len(x), replace=False)\n",
    "sorted by random keys": "        order = np.argsort(rng.random(len(x)))\n",
    "sorted by a key function": "        order = sorted(range(len(x)), key=lambda row: rng.normal())\n",
    "Fisher and Yates": (
        "        order = list(range(len(x)))\n"
        "        for last in range(len(x) - 1, 0, -1):\n"
        "            other = int(rng.integers(last + 1))\n"
        "            order[last], order[other] = order[other], order[last]\n"
    ),
    "drawn one by one": "        left, order = list(range(len(x))), []\n        while left:\n            order.append(left.pop(int(rng.integers(len(left)))))\n",
    "a child of the generator": "        order = rng.spawn(1)[0].permutation(len(x))\n",
    "pairs in a list": "        pairs = list(zip(x.tolist(), y.tolist()))\n        rng.shuffle(pairs)\n        x, y = map(np.array, zip(*pairs))\n        order = np.arange(len(x))\n",
    "one array of two columns": "        table = rng.permutation(np.column_stack([x, y]))\n        x, y = table.T\n        order = np.arange(len(x))\n",
    "the same seed twice": (
        "        seed = int(rng.integers(2**31))\n        x, y = x.copy(), y.copy()\n"
        "        np.random.default_rng(seed).shuffle(x)\n        np.random.default_rng(seed).shuffle(y)\n        order = np.arange(len(x))\n"
    ),
}


@pytest.mark.parametrize("style", STYLES)
def test_any_way_to_draw_an_order_passes(style):
    function = written(SHUFFLED, (ORDER, STYLES[style]))
    assert [said("03.train_shuffled", function, seed) for seed in range(10)] == [(True, [], set())] * 10


WRONG = {
    "one order for all epochs": ([(ORDER, ""), ("    losses = []\n", "    losses, order = [], rng.permutation(len(x))\n")], ["never-reshuffled"], {"new_order"}),
    "no shuffling": ([(ORDER, "        order = np.arange(len(x))\n")], ["never-reshuffled"], {"new_order"}),
    "a generator of its own": ([("rng.permutation", "np.random.default_rng(0).permutation")], ["never-reshuffled"], {"new_order"}),
    "the global generator": ([("rng.permutation", "np.random.permutation")], ["wrong-result"], {"new_order"}),
    "x shuffled alone": ([("y[rows]", "y[start : start + batch_size]")], ["pairs-broken"], {"every_row_once", "result"}),
    "rows at random": (
        [("rows = order[start : start + batch_size]", "rows = rng.integers(0, len(x), size=len(order[start : start + batch_size]))")],
        ["sampled-with-replacement"],
        {"every_row_once", "new_order", "result"},
    ),
    "never reset": (
        [("    losses = []\n", "    losses, pile = [], np.zeros(2)\n"), (STEP, "            pile += dw, db\n            w, b = w - lr * pile[0], b - lr * pile[1]\n")],
        ["never-zeroed"],
        {"fresh_gradients", "result"},
    ),
    "never reset, one order": (
        [
            (ORDER, ""),
            ("    losses = []\n", "    losses, pile, order = [], np.zeros(2), rng.permutation(len(x))\n"),
            (STEP, "            pile += dw, db\n            w, b = w - lr * pile[0], b - lr * pile[1]\n"),
        ],
        ["never-zeroed", "never-reshuffled"],
        {"fresh_gradients", "new_order", "result"},
    ),
    "floor division": (
        [("range(0, len(x), batch_size)", "range(0, len(x) - batch_size + 1, batch_size)")],
        ["last-batch-dropped"],
        {"updates_per_epoch", "every_row_once", "result"},
    ),
    "loss after the update": (
        [("            losses.append((error**2).mean())\n", ""), (STEP, STEP + "            losses.append(((w * x[rows] + b - y[rows]) ** 2).mean())\n")],
        ["losses-miscounted"],
        {"losses"},
    ),
    "shuffled when the epoch is over": (
        [("    losses = []\n", "    losses, order = [], np.arange(len(x))\n"), (ORDER, ""), ("    return", "        order = rng.permutation(len(x))\n    return")],
        ["never-reshuffled"],
        {"new_order"},
    ),
    "only half of the rows shuffled": ([(ORDER, "        order = np.arange(len(x))\n        rng.shuffle(order[len(x) // 2 :])\n")], ["never-reshuffled"], {"new_order"}),
    "turned on to another beginning": ([(ORDER, "        order = np.roll(np.arange(len(x)), int(rng.integers(len(x))))\n")], ["never-reshuffled"], {"new_order"}),
    "a batch too many": ([("range(0, len(x), batch_size)", "range(0, len(x) + 1, batch_size)")], ["extra-empty-batch"], {"updates_per_epoch", "result"}),
    "rows of the caller shuffled in place": (
        [(ORDER, "        seed = int(rng.integers(2**31))\n        np.random.default_rng(seed).shuffle(x)\n        np.random.default_rng(seed).shuffle(y)\n        order = np.arange(len(x))\n")],
        ["input-changed"],
        {"result"},
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_shuffled_loop_is_named(name):
    changes, codes, fails = WRONG[name]
    passed, found, broken = said("03.train_shuffled", written(SHUFFLED, *changes))
    assert (passed, found) == (False, codes)
    assert fails <= broken or name == "floor division" and broken


LEDGERS = {
    "right": ([], [], set()),
    "as an array": ([("return w, b, losses", "return w, b, np.array(losses)")], [], set()),
    "one line per epoch": ([(NOTE, ""), ("    return", "        losses.append((dw, db))\n    return")], ["losses-miscounted"], {"ledger"}),
    "already times lr": ([("losses.append((dw, db))", "losses.append((lr * dw, lr * db))")], ["gradient-scaled"], {"ledger"}),
    "db first": ([("losses.append((dw, db))", "losses.append((db, dw))")], ["wrong-result"], {"ledger"}),
    "never reset": (
        [(NOTE + STEP, "            total_w, total_b = total_w + dw, total_b + db\n            losses.append((total_w, total_b))\n" + STEP.replace("dw", "total_w").replace("db", "total_b"))],
        ["never-zeroed"],
        {"fresh_gradients", "result"},
    ),
    "only the steepest batch": (
        [
            ("        for start", "        best = (0.0, 0.0)\n        for start"),
            (NOTE + STEP, "            best = max(best, (dw, db), key=lambda pair: np.hypot(*pair))\n"),
            ("    return", "        losses.append(best)\n        w, b = w - lr * best[0], b - lr * best[1]\n    return"),
        ],
        ["best-gradient-only"],
        {"updates_per_epoch", "fresh_gradients", "ledger", "result"},
    ),
}


@pytest.mark.parametrize("name", LEDGERS)
def test_a_ledger_is_checked_line_by_line(name):
    changes, codes, fails = LEDGERS[name]
    assert said("03.train_with_ledger", written(WITH_LEDGER, *changes)) == (not codes, codes, fails)
