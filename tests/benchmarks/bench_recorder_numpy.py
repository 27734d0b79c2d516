"""The price of recording a loop by hand: 1000 epochs of 10 updates, bare and recorded, in processor time.

    python tests/benchmarks/bench_recorder_numpy.py

The loops are the worked ones of notebooks 02 and 03, and one that is as short as can be. Exit status 1
where a recorded loop takes more than 1.5 times its bare time, or returns anything else.
"""

import statistics
import time

import numpy as np

from autograder.learn.course import source_of
from autograder.learn.solving import worked
from autograder.trace.numpy_recorder import record_numpy

LIMIT, ROUNDS = 1.5, 9
SETTINGS = {"epochs": 1000, "batch_size": 100, "lr": 0.05}


def compact(x, y, w, b, *, epochs, batch_size, lr):
    """As few operations as the task allows: the hardest case for a recorder."""
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), batch_size):
            x_batch = x[start : start + batch_size]
            error = w * x_batch + b - y[start : start + batch_size]
            losses.append(error @ error / len(error))
            w, b = w - lr * 2 * (error @ x_batch) / len(error), b - lr * 2 * error.mean()
    return w, b, losses


def measure(function, more) -> tuple[float, float, bool]:
    """(bare, recorded) seconds, medians, and whether both returned the same to the last bit."""
    rng = np.random.default_rng(0)
    x = rng.normal(size=1000)
    arguments = (x, 3 * x + 2 + rng.normal(0, 0.5, size=1000), 0.0, 0.0)
    bare, recorded = [], []
    for _ in range(ROUNDS):
        start = time.process_time()
        one = function(*arguments, **SETTINGS, **more())
        bare.append(time.process_time() - start)
        start = time.process_time()
        trace = record_numpy(function, arguments, {**SETTINGS, **more()})
        recorded.append(time.process_time() - start)
    same = one[:2] == trace.result[:2] and one[2] == trace.result[2] and trace.updates_per_epoch == [10] * 1000
    return statistics.median(bare), statistics.median(recorded), same


def main() -> int:
    in_order, shuffled = (worked(name, source_of(name))[1][0] for name in ("02.train", "03.train_shuffled"))
    loops = {"in order": (in_order, dict), "shuffled": (shuffled, lambda: {"rng": np.random.default_rng(1)}), "compact": (compact, dict)}
    worst, all_same = 0.0, True
    for name, (function, more) in loops.items():
        bare, recorded, same = measure(function, more)
        print(f"{name:>9}: bare {bare * 1000:6.1f} ms, recorded {recorded * 1000:6.1f} ms, {recorded / bare:.2f} times; same result: {same}")
        worst, all_same = max(worst, recorded / bare if name != "compact" else 0), all_same and same
    return 0 if worst <= LIMIT and all_same else 1


if __name__ == "__main__":
    raise SystemExit(main())
