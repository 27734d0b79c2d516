# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---
# %% [markdown]
# # 02 · Batches and epochs
#
# One update looked at all rows. From here on an update looks at a few of them, and the question becomes one of counting.
#
# **Afterwards you can** say what a batch, an iteration, an update and an epoch are, count them for any number of rows,
# write the two loops of training, and see from a recording whether a loop does what its author thinks.
#
# **About 40 minutes.** Builds on `01_one_update`; its four functions are given again below, so you need nothing unfinished from there.

# %%
import numpy as np

from autograder.labs import batches_and_epochs, flight_recorder
from autograder.learn import check, hint, line_data, outcome, predict, record, solution
from autograder.learn.look import BLUE, GREEN, ORANGE, new_figure
from autograder.learn.stills import picture, table

x, y = line_data()
batch_size, epochs = 100, 1000
print(f"The setting of this course: {len(x)} rows, batches of {batch_size}, {epochs} epochs.")

# %% [markdown]
# ## Four words
#
# - A **batch** is a handful of rows that are looked at together.
# - An **iteration** deals with one batch: forward pass, loss, backward pass, update. So one iteration makes one **update**: one change of the weights.
# - An **epoch** is one pass over all rows, batch after batch, until each row has had its turn once.
# - Training goes through many epochs. The weights are never put back in between.
#
# Some say that "the data is divided into epochs". It is divided into *batches*; an epoch is once through all of them.
# Some call an epoch an iteration. You will see from a recording why that mixes up two numbers.

# %%
predict(
    "02-updates",
    "The rows and batches of the setting above: how many updates does one epoch make?",
    number=True,
)

# %%
predict("02-total", "And how many updates do all the epochs make together?", number=True)

# %% [markdown]
# ## Exercises 1 and 2: count the updates
#
# Every row has to get its turn, so where the rows do not divide evenly the last batch of an epoch is smaller, and counts as a batch all the same.
# Write both functions for any numbers; the ones above are just an example.


# %% nbgrader={"grade": false, "grade_id": "updates_per_epoch", "locked": false, "schema_version": 3, "solution": true, "task": false}
def updates_per_epoch(n, batch_size):
    """How many batches, and so updates, it takes to visit n rows once: an int."""
    ### BEGIN SOLUTION
    return -(
        -n // batch_size
    )  # dividing the negative rounds up; math.ceil(n / batch_size) does too
    ### END SOLUTION


# %%
check("02.updates_per_epoch", updates_per_epoch)
# Stuck? hint("02.updates_per_epoch"). Or move on: updates_per_epoch = solution("02.updates_per_epoch")

# %% nbgrader={"grade": true, "grade_id": "updates_per_epoch_even", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
assert updates_per_epoch(1000, 100) == 10, "the setting of this course"
assert updates_per_epoch(1000, 1) == 1000, "every row a batch of its own"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("02.updates_per_epoch", updates_per_epoch, "even", seed=52001)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "updates_per_epoch_uneven", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
assert updates_per_epoch(1001, 100) == 11, "the one row left over needs a batch too"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("02.updates_per_epoch", updates_per_epoch, "smaller_last", seed=52002)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "updates_per_epoch_single", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
assert updates_per_epoch(1000, 1000) == 1, "all rows in one batch"
assert updates_per_epoch(3, 100) == 1, "fewer rows than a batch holds"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("02.updates_per_epoch", updates_per_epoch, "single_batch", seed=52003)
### END HIDDEN TESTS


# %% nbgrader={"grade": false, "grade_id": "total_updates", "locked": false, "schema_version": 3, "solution": true, "task": false}
def total_updates(n, batch_size, epochs):
    """How many updates training makes in all: an int."""
    ### BEGIN SOLUTION
    return epochs * -(-n // batch_size)
    ### END SOLUTION


# %%
check("02.total_updates", total_updates)
# Stuck? hint("02.total_updates"). Or move on: total_updates = solution("02.total_updates")

# %% nbgrader={"grade": true, "grade_id": "total_updates_even", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
assert total_updates(1000, 100, 1000) == 10_000, "the setting of this course"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("02.total_updates", total_updates, "even", seed=52004)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "total_updates_uneven", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
assert total_updates(1001, 100, 2) == 22, "the smaller last batch comes round in every epoch"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("02.total_updates", total_updates, "smaller_last", seed=52005)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "total_updates_single", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
assert total_updates(3, 100, 7) == 7, "one update per epoch"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("02.total_updates", total_updates, "single_batch", seed=52006)
### END HIDDEN TESTS

# %%
per_epoch, in_all = updates_per_epoch(len(x), batch_size), total_updates(len(x), batch_size, epochs)
outcome("02-updates", per_epoch, "{value} updates in one epoch.")
outcome("02-total", in_all, "{value} updates in all.")

# %% [markdown]
# ## The smaller last batch

# %%
predict(
    "02-last",
    "1007 rows in batches of 64: how many rows are in the last batch of an epoch?",
    number=True,
)


# %%
def last_batch(n, size):
    """How many rows are left for the last batch of an epoch."""
    return n - size * (updates_per_epoch(n, size) - 1)


settings = [(1000, 100), (1000, 1), (1000, 1000), (1000, 64), (1007, 64), (50, 64)]
outcome(
    "02-last",
    last_batch(1007, 64),
    "{value} rows. Rounding down instead of up would lose them, in every epoch.",
)
table(
    [
        "rows",
        "batch size",
        "updates per epoch",
        "rows in the last batch",
        "rows lost when rounding down",
    ],
    [
        (n, size, updates_per_epoch(n, size), last_batch(n, size), n - size * (n // size))
        for n, size in settings
    ],
    caption="What follows from the rows and the batch size",
)

# %% [markdown]
# ## Exercise 3: batches
#
# Cut the rows into batches, in order: first rows first, every row once, the last batch as small as it has to be and never empty.
# `x` and `y` are cut at the same places, so that each input keeps its answer.
#
# Return anything a `for` loop can go through: a list of pairs, or a function with `yield`, which hands out one pair at a time.


# %% nbgrader={"grade": false, "grade_id": "batches", "locked": false, "schema_version": 3, "solution": true, "task": false}
def batches(x, y, batch_size):
    """The pairs (x_batch, y_batch), in order, that together hold every row once."""
    ### BEGIN SOLUTION
    for start in range(0, len(x), batch_size):
        stop = start + batch_size  # a slice that reaches past the end stops at the end
        yield x[start:stop], y[start:stop]
    ### END SOLUTION


# %%
check("02.batches", batches)
# Stuck? hint("02.batches"). Or move on: batches = solution("02.batches")

# %% nbgrader={"grade": true, "grade_id": "batches_sizes", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np

rows = np.arange(10.0)
assert [len(x_batch) for x_batch, _ in batches(rows, -rows, 4)] == [
    4,
    4,
    2,
], "full ones, then the rest"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("02.batches", batches, "sizes", seed=52007)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "batches_rows", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np

rows = np.arange(10.0)
visited = [row for x_batch, _ in batches(rows, -rows, 4) for row in x_batch]
assert visited == list(rows), "every row once, in order"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("02.batches", batches, "every_row_once", seed=52008)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "batches_pairs", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np

rows = np.arange(10.0)
for x_batch, y_batch in batches(rows, -rows, 4):
    assert list(y_batch) == list(-x_batch), "each x comes with its own y"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("02.batches", batches, "pairs_kept", seed=52009)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "batches_inputs", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np

rows = np.arange(10.0)
for x_batch, y_batch in batches(rows, -rows, 4):
    pass
assert list(rows) == list(range(10)), "the rows are left as they were"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("02.batches", batches, "inputs_unchanged", seed=52010)
### END HIDDEN TESTS

# %% [markdown]
# ## The two loops
#
# Here are the four functions of the last notebook, to use as you like.


# %%
def forward(x, w, b):
    return w * x + b


def mse(y_hat, y):
    return float(np.mean((y_hat - y) ** 2))


def gradients(x, y, y_hat):
    return 2 * float(np.mean((y_hat - y) * x)), 2 * float(np.mean(y_hat - y))


def update(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


# %% [markdown]
# ## Exercise 4: train
#
# Epochs outside, batches inside, and for every batch: forward, loss, backward, update.
# Return the weights at the end, and `losses`: one number per update, the loss of its batch *before* the update.


# %% nbgrader={"grade": false, "grade_id": "train", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train(x, y, w, b, *, epochs, batch_size, lr):
    """Train the line w * x + b by mini-batches, rows in order. Returns (w, b, losses)."""
    ### BEGIN SOLUTION
    losses = []
    for epoch in range(epochs):
        for x_batch, y_batch in batches(x, y, batch_size):
            y_hat = forward(x_batch, w, b)
            losses.append(mse(y_hat, y_batch))
            dw, db = gradients(x_batch, y_batch, y_hat)
            w, b = update(w, b, dw, db, lr)
    return w, b, losses
    ### END SOLUTION


# %%
check("02.train", train)
# Stuck? hint("02.train"). Or move on: train = solution("02.train")

# %% nbgrader={"grade": true, "grade_id": "train_updates", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
from autograder.learn import line_data, record

x, y = line_data()
trace = record(train, x, y, 0.0, 0.0, epochs=3, batch_size=100, lr=0.05)
assert trace.updates_per_epoch == [10, 10, 10], "ten updates in each of three epochs"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("02.train", train, "updates_per_epoch", seed=52011)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "train_rows", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
from autograder.learn import line_data, record

x, y = line_data()
trace = record(train, x, y, 0.0, 0.0, epochs=3, batch_size=64, lr=0.05)
assert set(trace.rows_per_epoch) <= {1000}, "each epoch uses every row, the smaller last batch too"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("02.train", train, "every_row_once", seed=52012)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "train_fresh", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np

inputs, targets = np.array([1.0, 2.0]), np.array([3.0, 5.0])
w_end, b_end, _ = train(inputs, targets, 0.0, 0.0, epochs=1, batch_size=2, lr=0.5)
assert np.allclose((w_end, b_end), (6.5, 4.0)), "from zero, by the mean gradient of both rows"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("02.train", train, "fresh_gradients", seed=52013)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "train_losses", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np

inputs, targets = np.array([1.0, 2.0]), np.array([3.0, 5.0])
_, _, losses = train(inputs, targets, 0.0, 0.0, epochs=1, batch_size=2, lr=0.5)
assert np.isclose(losses[0], 17.0), "the loss of both rows, before their update"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("02.train", train, "losses", seed=52014)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "train_result", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from autograder.learn import line_data

x, y = line_data()
w_end, b_end, _ = train(x, y, 0.5, 0.25, epochs=0, batch_size=100, lr=0.05)
assert (w_end, b_end) == (0.5, 0.25), "no epoch, no update"
w_end, b_end, _ = train(x, y, 0.0, 0.0, epochs=30, batch_size=100, lr=0.05)
assert abs(w_end - 3) < 0.1 and abs(b_end - 2) < 0.1, "the rows were made with w = 3 and b = 2"
assert np.array_equal((x, y), line_data()), "the data comes back unchanged"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("02.train", train, "result", seed=52015)
### END HIDDEN TESTS

# %% [markdown]
# ## What did your loop do?
#
# `record` runs a loop and writes down what it did: which rows went through the model, which loss came out, which gradient, and where the weights went.
# It looks at the loop from outside, so it works for yours, whatever its style.

# %%
x, y = line_data()
trace = record(train, x, y, 0.0, 0.0, epochs=3, batch_size=batch_size, lr=0.05)
print(
    f"updates in each epoch: {trace.updates_per_epoch}, different rows in each epoch:"
    f" {trace.rows_per_epoch}"
)
table(
    ["update", "epoch", "batch", "rows, counted from 0", "loss before", "w after", "b after"],
    [
        (
            k + 1,
            trace.epoch[k] + 1,
            trace.batch[k] + 1,
            f"{trace.rows[k].min()} to {trace.rows[k].max()}",
            f"{trace.losses[k]:.3f}",
            f"{trace.weights[k + 1, 0]:.3f}",
            f"{trace.weights[k + 1, 1]:.3f}",
        )
        for k in range(12)
    ],
    caption="The first updates of the recording",
)


# %%
def draw_visits(trace, axes):
    """One bar per update: the rows it looked at. Plain and hatched take turns, epoch by epoch."""
    for k, rows in enumerate(trace.rows):
        look = dict(color=ORANGE, hatch="//") if trace.epoch[k] % 2 else dict(color=BLUE)
        axes.barh(k + 1, len(rows), left=rows.min(), height=0.8, edgecolor="white", **look)
    axes.set(xlabel="row", ylabel="update", xlim=(0, trace.n), ylim=(len(trace) + 1, 0))


figure, axes = new_figure()
draw_visits(trace, axes)
picture(
    figure,
    f"Which rows each update looked at, from the first update at the top to update {len(trace)} at"
    f" the bottom. Each of the {trace.epochs} staircases, plain or hatched, is one epoch:"
    f" {trace.updates_per_epoch[0]} steps, one batch each, from the first row to the last.",
)

# %% [markdown]
# The weights in the table go on from row to row, also across the border from the first epoch to the second: nothing is put back.
#
# Here is the same recording with a slider to travel through it. Each column is one update; its letters are what happened, from top to bottom.
# Do not mind *zero_grad* and *stale* in its legend: there are none here, and what they mean is the subject of notebooks 4 and 5.

# %%
flight_recorder(trace)

# %% [markdown]
# ## All ten thousand

# %%
predict(
    "02-every",
    "Of all the updates of the full run, how many bring the loss over ALL rows down?",
    choices=["every single one", "nearly every one", "only some of them"],
)

# %%
full = record(train, x, y, 0.0, 0.0, epochs=epochs, batch_size=batch_size, lr=0.05)
on_all_rows = np.array([mse(forward(x, w, b), y) for w, b in full.weights])
share = np.mean(np.diff(on_all_rows) < 0)
answer = (
    "every single one"
    if share == 1
    else "nearly every one" if share > 0.95 else "only some of them"
)
outcome("02-every", answer, f"{share:.1%} of the {len(full)} updates brought it down: {{value}}.")

best_w, best_b = np.polyfit(x, y, 1)
lines = {
    "before training": full.weights[0],
    "after one epoch": full.weights[per_epoch],
    "after all epochs": full.weights[-1],
    "the best line there is": (best_w, best_b),
}
table(
    ["", "w", "b", "loss over all rows"],
    [
        (name, f"{w:.4f}", f"{b:.4f}", f"{mse(forward(x, w, b), y):.5f}")
        for name, (w, b) in lines.items()
    ],
    caption="Where training began, where it went, and the best line there is",
)

# %%
figure, (left, right) = new_figure(2)
many = 6 * per_epoch
left.plot(
    range(1, many + 1),
    full.losses[:many],
    ".-",
    color=BLUE,
    linewidth=1,
    label="of the batch, before its update",
)
left.plot(
    range(many + 1), on_all_rows[: many + 1], color=ORANGE, linewidth=2, label="over all rows"
)
left.set(xlabel="update", ylabel="loss", yscale="log", title="at the beginning")
left.legend(loc="upper right")
late = slice(-3 * per_epoch, None)
right.plot(np.arange(len(full) + 1)[late], full.losses[late], ".-", color=BLUE, linewidth=1)
right.plot(np.arange(len(full) + 1)[late], on_all_rows[late], color=ORANGE, linewidth=2)
right.set(xlabel="update", title="at the end")
right.tick_params(axis="x", rotation=20)
spread = full.losses[late].min(), full.losses[late].max()
picture(
    figure,
    f"Left: over the first {many} updates the loss over all rows falls from {on_all_rows[0]:.2f} to"
    f" {on_all_rows[many]:.3f}; the losses of single batches (dots) scatter around it. Right: over"
    f" the last epochs the loss over all rows stays near {on_all_rows[-1]:.4f}, while batch losses"
    f" repeat between {spread[0]:.3f} and {spread[1]:.3f}.",
)

# %% [markdown]
# Each batch pulls the line towards *its own* rows, which is nearly, but not quite, where all rows together would have it.
# At the beginning all batches agree on the way; near the bottom they argue, and the line goes round in a small circle of as many steps as there are batches.
# So a single update, or a single batch's loss, says little; many of them together say a lot.
#
# ## Small batches or large ones?

# %%
predict(
    "02-sizes",
    "Two epochs with batches of 1000, of 100 and of 10 rows, all at the same learning rate. Which"
    " ends with the lowest loss?",
    choices=["1000 rows", "100 rows", "10 rows"],
)

# %%
sizes, passes = [1000, 100, 10], 2
runs = {
    size: record(train, x, y, 0.0, 0.0, epochs=passes, batch_size=size, lr=0.05) for size in sizes
}
curves = {size: [mse(forward(x, w, b), y) for w, b in run.weights] for size, run in runs.items()}
ends = {size: curve[-1] for size, curve in curves.items()}
winner = min(ends, key=ends.get)
outcome(
    "02-sizes",
    f"{winner} rows",
    f"The lowest loss, {ends[winner]:.4f}, is reached with batches of {{value}}.",
)
table(
    ["batch size", "updates per epoch", "updates in all", "loss over all rows"],
    [(size, run.updates_per_epoch[0], len(run), f"{ends[size]:.4f}") for size, run in runs.items()],
    caption=f"The same {passes} epochs, cut differently",
)


# %%
def by_update(size, updates=20):
    """The loss over all rows for the first few updates with batches of this size."""
    enough = -(-updates // updates_per_epoch(len(x), size))
    weights = record(train, x, y, 0.0, 0.0, epochs=enough, batch_size=size, lr=0.05).weights
    return [mse(forward(x, w, b), y) for w, b in weights[: updates + 1]]


figure, (left, right) = new_figure(2, sharey=True)
for size, colour, style in zip(sizes, (GREEN, BLUE, ORANGE), ("-", "--", ":")):
    look = dict(color=colour, linestyle=style, linewidth=2, label=f"batches of {size}")
    left.plot(np.linspace(0, passes, len(curves[size])), curves[size], **look)
    right.plot(by_update(size), **look)
left.set(xlabel="epochs", ylabel="loss over all rows", yscale="log")
right.set(xlabel="updates")
right.legend()
picture(
    figure,
    f"Left, by epoch: after {passes} epochs batches of {sizes[0]} stand at {ends[sizes[0]]:.2f}, of"
    f" {sizes[1]} at {ends[sizes[1]]:.3f}, of {sizes[2]} at {ends[sizes[2]]:.3f}. Right, by update:"
    " the three curves fall side by side, because an update moves about as far whatever the size"
    " of its batch.",
)

# %% [markdown]
# An epoch costs the same work however it is cut: every row goes through once. But the weights move once per *update*.
# That is why "epoch" and "iteration" must not be mixed up, and why it matters that the update stands *inside* the inner loop.
# (Smaller is not always better: small batches argue more. In the lab, look at the end of the path with batches of 1.)
#
# ## Lab: batches and epochs
#
# The lab runs *your* `train` whenever a slider moves. Watch updates per epoch, the path of the weights, and the loss.

# %%
batches_and_epochs(train)

# %% [markdown]
# ## The ladder, first rung
#
# You will write the same training in several ways: by hand, with your own automatic gradients, with PyTorch. They had better agree.
# At each rung you compare the weights after *every* update, not just at the end. Here the rung below your two loops is one flat loop:
# each update takes the next batch, and after the last one the first again. Nothing else is needed; epochs are bookkeeping.

# %%
w, b = 0.0, 0.0
flat = [(w, b)]
for k in range(total_updates(len(x), batch_size, epochs)):
    start = batch_size * (k % per_epoch)
    x_batch, y_batch = x[start : start + batch_size], y[start : start + batch_size]
    error = w * x_batch + b - y_batch
    w, b = w - 0.05 * 2 * np.mean(error * x_batch), b - 0.05 * 2 * np.mean(error)
    flat.append((w, b))

difference = np.abs(full.weights - np.array(flat)).max()
print(f"largest difference of any weight over {len(full)} updates: {difference:.1e}")
assert difference < 1e-13

# %% [markdown]
# ## Break it on purpose
#
# Swap the two loops: batches outside, epochs inside. Same lines, same number of updates. What could go wrong?

# %%
predict(
    "02-swapped",
    "With the loops swapped, the line at the end fits best to…",
    choices=["all rows together", "the rows of the first batch", "the rows of the last batch"],
)


# %%
def train_swapped(x, y, w, b, *, epochs, batch_size, lr):
    """The bug: the epoch loop stands inside."""
    losses = []
    for start in range(0, len(x), batch_size):
        x_batch, y_batch = x[start : start + batch_size], y[start : start + batch_size]
        for epoch in range(epochs):
            y_hat = forward(x_batch, w, b)
            losses.append(mse(y_hat, y_batch))
            dw, db = gradients(x_batch, y_batch, y_hat)
            w, b = update(w, b, dw, db, lr)
    return w, b, losses


w, b, _ = train_swapped(x, y, 0.0, 0.0, epochs=epochs, batch_size=batch_size, lr=0.05)
targets = {
    "all rows together": slice(None),
    "the rows of the first batch": slice(0, batch_size),
    "the rows of the last batch": slice(-batch_size, None),
}
distance = {
    name: np.hypot(*(np.polyfit(x[part], y[part], 1) - (w, b))) for name, part in targets.items()
}
outcome("02-swapped", min(distance, key=distance.get), "The line ends at the best line of {value}.")
for name, value in distance.items():
    print(f"distance of (w, b) from the best line of {name}: {value:.1e}")
swapped_loss, right_loss = mse(forward(x, w, b), y), on_all_rows[-1]
print(f"loss over all rows: {swapped_loss:.4f}, after the right loop {right_loss:.4f}")

# %%
correct = record(train, x, y, 0.0, 0.0, epochs=3, batch_size=batch_size, lr=0.05)
swapped = record(train_swapped, x, y, 0.0, 0.0, epochs=3, batch_size=batch_size, lr=0.05)
figure, (left, right) = new_figure(2, sharey=True)
draw_visits(correct, left)
left.set(title="epochs outside: right")
draw_visits(swapped, right)
right.set(title="batches outside: swapped", ylabel="")
picture(
    figure,
    f"The rows of each update, from top to bottom, with three epochs asked. Left, {correct.epochs}"
    " staircases through all rows. Right, one single staircase: each batch is taken three times"
    " in a row (plain and hatched take turns when the same rows come again), then never more.",
)

# %% [markdown]
# The loss after it all is not even bad, and no line of code complained. The recording shows the bug at the second update already.
#
# ## What you have settled
#
# - **Claim 1**, the number of iterations per epoch: *true*, and you wrote the rule for any n and batch size.
# - **Claims 2 and 9**, each iteration is one forward pass, one loss, one backward pass, one update, and each batch's gradient moves the weights
#   right after it: *true* of your loop, by its recording.
# - **Claim 3**, when all batches have gone through, the next epoch starts: *true*.
# - **Claim 14**, the data is divided into epochs: *false*. Into batches; an epoch is one pass over all of them.
# - **Claim 23**, better step by step: it *depends*, and not at every step; you counted the steps that were not.
#
# Next, [03_what_carries_over](../03_what_carries_over/03_what_carries_over.ipynb): what exactly survives the border between two batches, or two epochs? And are some gradients better than others?
