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
# # 03 · What carries over
#
# A training loop makes thousands of things: predictions, losses, gradients, weights. Most are gone a moment later.
# In this notebook you find out which ones, and put an end to the idea that some gradients are kept because they are better than others.
#
# **Afterwards you can** say what lives for one batch, for one epoch and for the whole training, shuffle rows without breaking pairs,
# and account for every gradient of a run.
#
# **About 40 minutes.** Builds on the two loops of `02_batches_and_epochs`, given again below.

# %%
import numpy as np

from autograder.labs import batches_and_epochs, flight_recorder
from autograder.learn import check, hint, line_data, outcome, predict, record, solution
from autograder.learn.look import BLUE, GREEN, ORANGE, PURPLE, new_figure
from autograder.learn.stills import picture, table

x, y = line_data()


def forward(x, w, b):
    return w * x + b


def mse(y_hat, y):
    return float(np.mean((y_hat - y) ** 2))


def gradients(x, y, y_hat):
    return 2 * float(np.mean((y_hat - y) * x)), 2 * float(np.mean(y_hat - y))


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for start in range(0, len(x), batch_size):
            x_batch, y_batch = x[start : start + batch_size], y[start : start + batch_size]
            y_hat = forward(x_batch, w, b)
            losses.append(mse(y_hat, y_batch))
            dw, db = gradients(x_batch, y_batch, y_hat)
            w, b = w - lr * dw, b - lr * db
    return w, b, losses


how = dict(batch_size=100, lr=0.05)
w, b, losses = train(x, y, 0.0, 0.0, epochs=1000, **how)
print(
    f"{len(x)} rows, batches of {how['batch_size']}, {len(losses)} updates: w = {w:.4f}, b ="
    f" {b:.4f}"
)

# %% [markdown]
# ## Three levels, one inside the other
#
# Read `train` once more, and ask of every name how long it lives.
#
# - **Batch level**, the inner loop: `x_batch`, `y_batch`, `y_hat`, `dw`, `db`. Made for one update, overwritten by the next.
# - **Epoch level**, the outer loop: the order of the rows, and where in it the loop has got to.
# - **Model level**, outside both: `w` and `b`. They come in at the top and go out at the bottom. (`losses` lives as long, but only to be looked at.
#   In notebook 8 the memory of an optimizer joins them.)
#
# Training a model contains epochs, an epoch contains batches. Only what lives at model level can carry anything over a border.
#
# ## Are epochs independent?
#
# It is often said that gradients are cleared "so that epochs do not influence each other". Try it.

# %%
predict(
    "03-two-epochs",
    "One call with two epochs, or two calls with one epoch, the second starting from the weights of"
    " the first. The weights at the end are…",
    choices=["the same, to the last bit", "nearly the same", "clearly different"],
)

# %%
together = train(x, y, 0.0, 0.0, epochs=2, **how)
first = train(x, y, 0.0, 0.0, epochs=1, **how)
second = train(x, y, first[0], first[1], epochs=1, **how)
afresh = train(x, y, 0.0, 0.0, epochs=1, **how)

same = together[:2] == second[:2]
close = np.allclose(together[:2], second[:2])
answer = (
    "the same, to the last bit" if same else "nearly the same" if close else "clearly different"
)
outcome("03-two-epochs", answer, "The weights are {value}.")
table(
    ["", "w", "b", "loss over all rows"],
    [
        (name, f"{run[0]:.6f}", f"{run[1]:.6f}", f"{mse(forward(x, *run[:2]), y):.6f}")
        for name, run in {
            "two epochs in one call": together,
            "one epoch": first,
            "and one more from there": second,
            "one epoch, then one from zero again": afresh,
        }.items()
    ],
    caption="Two epochs, in one call and in two",
)

# %% [markdown]
# Two numbers, `w` and `b`, were all that passed from the first call to the second, and nothing was lost. So they are all that carries over;
# and since they do carry over, epochs are *not* independent. The last row shows independent epochs: the second forgets what the first had learned.
#
# What about the gradient? Let us wipe it out after every update, as thoroughly as we can.

# %%
predict(
    "03-wiped",
    "After each update, dw and db are set to zero. What happens to the weights at the end?",
    choices=["they are zero too", "they change a little", "they are the same, to the last bit"],
)


# %%
def train_and_wipe(x, y, w, b, *, epochs, batch_size, lr):
    for epoch in range(epochs):
        for start in range(0, len(x), batch_size):
            x_batch, y_batch = x[start : start + batch_size], y[start : start + batch_size]
            dw, db = gradients(x_batch, y_batch, forward(x_batch, w, b))
            w, b = w - lr * dw, b - lr * db
            dw, db = 0.0, 0.0  # the gradient is gone; the weights are other variables
    return w, b


wiped = train_and_wipe(x, y, 0.0, 0.0, epochs=2, **how)
answer = "they are zero too" if wiped == (0, 0) else "they change a little"
if wiped == together[:2]:
    answer = "they are the same, to the last bit"
outcome("03-wiped", answer, f"w = {wiped[0]:.6f}, b = {wiped[1]:.6f}: {{value}}.")

# %% [markdown]
# Zeroing a gradient takes nothing away from what was learned: the update has already put it into the weights.
# With plain NumPy you do not even have to, since `dw = …` *replaces* the old number. In notebook 4 you meet a tool that *adds* instead.
#
# ## A new order for every epoch
#
# So far each epoch took the rows in the order of the file. That is a risk: files are often sorted.
# Here the rows are sorted by `x`, so that the first batches know only the left end of the data.

# %%
predict(
    "03-sorted",
    "Five updates, half an epoch, with the rows sorted by x or in random order. Which has the lower"
    " loss over all rows?",
    choices=["sorted", "random order", "the same"],
)

# %%
by_size = np.argsort(x)
at_random = np.random.default_rng(0).permutation(len(x))
curves = {}
for name, order in {"sorted": by_size, "random order": at_random}.items():
    path = record(train, x[order], y[order], 0.0, 0.0, epochs=1, **how).weights
    curves[name] = [mse(forward(x, *place), y) for place in path]
half = {name: curve[5] for name, curve in curves.items()}
outcome(
    "03-sorted",
    min(half, key=half.get),
    f"Sorted: {half['sorted']:.2f}. Random order: {half['random order']:.2f}. The lower one is"
    " {value}.",
)

figure, axes = new_figure()
for (name, curve), style, colour in zip(curves.items(), ("o--", "s-"), (ORANGE, BLUE)):
    axes.plot(curve, style, color=colour, label=name)
axes.set(xlabel="updates made", ylabel="loss over all rows", ylim=(0, None))
axes.legend()
picture(
    figure,
    f"One epoch. In random order the loss falls at once, to {half['random order']:.2f} after five"
    f" updates. Sorted, it is still at {half['sorted']:.2f} then, because the first batches speak"
    " for one end of the data only. At the end of the epoch, when both have seen all rows, they"
    f" stand at {curves['random order'][-1]:.2f} and {curves['sorted'][-1]:.2f}.",
)

# %% [markdown]
# A batch should be a fair sample of the rows. Sorted ones are not, and for half an epoch the line is pulled to one side.
# So rows are *shuffled*: every epoch visits all of them once, in a new random order. Two ways to do it are wrong and look right.
#
# - Drawing rows at random for each batch. Then some rows come twice and others not at all, and it is no epoch.
# - Shuffling `x` and `y` each for itself. You break that one on purpose at the end.

# %%
predict(
    "03-drawn",
    "Out of 1000 rows you draw 1000 times, any row each time. How many different rows do you get?",
    number=True,
)

# %%
rng = np.random.default_rng(1)
drawn, permuted = rng.integers(0, len(x), size=len(x)), rng.permutation(len(x))
outcome(
    "03-drawn",
    len(set(drawn)),
    "{value} different rows were drawn. A permutation, which is what shuffling makes, has"
    f" {len(set(permuted))}.",
)

visits = np.bincount(np.bincount(drawn, minlength=len(x)))
table(
    ["visits in one epoch", "rows, drawn at random", "rows, permuted"],
    [(times, count, len(x) if times == 1 else 0) for times, count in enumerate(visits)],
    caption="How many rows are visited how often in one epoch",
)

# %% [markdown]
# ## Exercise 1: train_shuffled
#
# The loop of notebook 2 with one more argument, `rng`, a NumPy random generator. At the start of every epoch draw a new order of all rows from it,
# and let the batches follow that order. Each `x` keeps its `y`. The caller's arrays stay as they are.


# %% nbgrader={"grade": false, "grade_id": "train_shuffled", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    """Train the line w * x + b by mini-batches, every epoch in a new order from rng.

    Returns (w, b, losses).
    """
    ### BEGIN SOLUTION
    losses = []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        for start in range(0, len(x), batch_size):
            rows = order[start : start + batch_size]
            y_hat = forward(x[rows], w, b)
            losses.append(mse(y_hat, y[rows]))
            dw, db = gradients(x[rows], y[rows], y_hat)
            w, b = w - lr * dw, b - lr * db
    return w, b, losses
    ### END SOLUTION


# %%
check("03.train_shuffled", train_shuffled)
# Stuck? hint("03.train_shuffled"). Or move on: train_shuffled = solution("03.train_shuffled")

# %% nbgrader={"grade": true, "grade_id": "shuffled_updates", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from autograder.learn import line_data, record

x, y = line_data()
rng = np.random.default_rng(7)
trace = record(train_shuffled, x, y, 0.0, 0.0, epochs=3, batch_size=100, lr=0.05, rng=rng)
assert len(trace) == 30, "ten updates in each of three epochs"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("03.train_shuffled", train_shuffled, "updates_per_epoch", seed=53001)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "shuffled_rows", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np

inputs, targets = np.zeros(5), np.array([1.0, 2.0, 3.0, 4.0, 5.0])
rng = np.random.default_rng(7)
_, _, losses = train_shuffled(inputs, targets, 0.0, 0.0, epochs=1, batch_size=1, lr=0.0, rng=rng)
assert sorted(round(float(loss), 9) for loss in losses) == [
    1.0,
    4.0,
    9.0,
    16.0,
    25.0,
], "with lr = 0 the losses show the rows: each comes once"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("03.train_shuffled", train_shuffled, "every_row_once", seed=53002)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "shuffled_order", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from autograder.learn import line_data

x, y = line_data()
rng = np.random.default_rng(7)
_, _, losses = train_shuffled(x, y, 0.0, 0.0, epochs=3, batch_size=100, lr=0.0, rng=rng)
assert len({losses[0], losses[10], losses[20]}) == 3, "each epoch begins with another batch"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("03.train_shuffled", train_shuffled, "new_order", seed=53003)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "shuffled_fresh", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np

inputs, targets = np.array([1.0, 2.0]), np.array([3.0, 5.0])
rng = np.random.default_rng(7)
w_end, b_end, _ = train_shuffled(inputs, targets, 0.0, 0.0, epochs=1, batch_size=2, lr=0.5, rng=rng)
assert np.allclose((w_end, b_end), (6.5, 4.0)), "from zero, by the mean gradient of both rows"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("03.train_shuffled", train_shuffled, "fresh_gradients", seed=53004)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "shuffled_losses", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np

inputs, targets = np.array([1.0, 2.0]), np.array([3.0, 5.0])
rng = np.random.default_rng(7)
_, _, losses = train_shuffled(inputs, targets, 0.0, 0.0, epochs=1, batch_size=2, lr=0.5, rng=rng)
assert np.isclose(losses[0], 17.0), "the loss of both rows, before their update"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("03.train_shuffled", train_shuffled, "losses", seed=53005)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "shuffled_result", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from autograder.learn import line_data

x, y = line_data()
rng = np.random.default_rng(7)
w_end, b_end, _ = train_shuffled(x, y, 0.0, 0.0, epochs=30, batch_size=100, lr=0.05, rng=rng)
assert abs(w_end - 3) < 0.1 and abs(b_end - 2) < 0.1, "the rows were made with w = 3 and b = 2"
assert np.array_equal((x, y), line_data()), "the data comes back unchanged"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("03.train_shuffled", train_shuffled, "result", seed=53006)
### END HIDDEN TESTS

# %%
x, y = line_data()
shuffled = record(train_shuffled, x, y, 0.0, 0.0, epochs=3, rng=np.random.default_rng(0), **how)
table(
    ["epoch", "updates", "different rows", "first rows of the epoch"],
    [
        (
            epoch + 1,
            shuffled.updates_per_epoch[epoch],
            shuffled.rows_per_epoch[epoch],
            ", ".join(str(row) for row in shuffled.rows[list(shuffled.epoch).index(epoch)][:6])
            + ", …",
        )
        for epoch in range(shuffled.epochs)
    ],
    caption="Three epochs of your loop, each in an order of its own",
)

# %% [markdown]
# Here is the recording to travel through, and after it a lab with a switch for shuffling. With a small batch and a high rate,
# look at how the path ends: a fixed order goes round and round in the same small circle, a new order never does the same twice.

# %%
flight_recorder(shuffled)

# %%
batches_and_epochs()

# %% [markdown]
# ## The ledger: every gradient counted, none chosen
#
# Perhaps you have read that "from each batch the best gradient is kept, and the final model holds the best gradients of all epochs".
# Then look through your loop for the line that compares two gradients. There is none. To settle it, keep books.
#
# ## Exercise 2: train_with_ledger
#
# The loop of notebook 2 again, rows in order. In place of the losses return `ledger`: one line `(dw, db)` for every update, in order.


# %% nbgrader={"grade": false, "grade_id": "train_with_ledger", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_with_ledger(x, y, w, b, *, epochs, batch_size, lr):
    """Train the line w * x + b by mini-batches, rows in order.

    Returns (w, b, ledger), ledger of shape (updates, 2).
    """
    ### BEGIN SOLUTION
    ledger = []
    for epoch in range(epochs):
        for start in range(0, len(x), batch_size):
            x_batch, y_batch = x[start : start + batch_size], y[start : start + batch_size]
            dw, db = gradients(x_batch, y_batch, forward(x_batch, w, b))
            w, b = w - lr * dw, b - lr * db
            ledger.append((dw, db))
    return w, b, np.array(ledger).reshape(-1, 2)
    ### END SOLUTION


# %%
check("03.train_with_ledger", train_with_ledger)
# Stuck? hint("03.train_with_ledger"). Or move on: train_with_ledger = solution("03.train_with_ledger")

# %% nbgrader={"grade": true, "grade_id": "ledger_updates", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
from autograder.learn import line_data, record

x, y = line_data()
trace = record(train_with_ledger, x, y, 0.0, 0.0, epochs=3, batch_size=100, lr=0.05)
assert len(trace) == 30, "ten updates in each of three epochs"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("03.train_with_ledger", train_with_ledger, "updates_per_epoch", seed=53007)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "ledger_rows", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
from autograder.learn import line_data, record

x, y = line_data()
trace = record(train_with_ledger, x, y, 0.0, 0.0, epochs=3, batch_size=64, lr=0.05)
assert set(trace.rows_per_epoch) <= {1000}, "each epoch uses every row, the smaller last batch too"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("03.train_with_ledger", train_with_ledger, "every_row_once", seed=53008)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "ledger_fresh", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np

inputs, targets = np.array([1.0, 2.0]), np.array([3.0, 5.0])
w_end, b_end, _ = train_with_ledger(inputs, targets, 0.0, 0.0, epochs=1, batch_size=2, lr=0.5)
assert np.allclose((w_end, b_end), (6.5, 4.0)), "from zero, by the mean gradient of both rows"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("03.train_with_ledger", train_with_ledger, "fresh_gradients", seed=53009)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "ledger_lines", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np

inputs, targets = np.array([1.0, 2.0]), np.array([3.0, 5.0])
_, _, ledger = train_with_ledger(inputs, targets, 0.0, 0.0, epochs=2, batch_size=2, lr=0.5)
assert np.array_equal(ledger, [(-13, -8), (31.5, 19.5)]), "one line (dw, db) per update"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("03.train_with_ledger", train_with_ledger, "ledger", seed=53010)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "ledger_result", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np

from autograder.learn import line_data

x, y = line_data()
w_end, b_end, _ = train_with_ledger(x, y, 0.0, 0.0, epochs=30, batch_size=100, lr=0.05)
assert abs(w_end - 3) < 0.1 and abs(b_end - 2) < 0.1, "the rows were made with w = 3 and b = 2"
assert np.array_equal((x, y), line_data()), "the data comes back unchanged"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("03.train_with_ledger", train_with_ledger, "result", seed=53011)
### END HIDDEN TESTS

# %%
predict(
    "03-lines",
    "How many lines has the ledger of 1000 epochs, with batches of 100 from 1000 rows?",
    number=True,
)

# %%
predict("03-model", "And how many numbers does the trained model itself hold?", number=True)

# %%
x, y = line_data()
w, b, ledger = train_with_ledger(x, y, 0.0, 0.0, epochs=1000, **how)
ledger = np.asarray(ledger)
outcome("03-lines", len(ledger), "{value} lines: one for every update.")
outcome(
    "03-model",
    len((w, b)),
    f"{{value}} numbers, w = {w:.4f} and b = {b:.4f}. The ledger, which you can throw away, holds"
    f" {ledger.size}.",
)

steps = how["lr"] * ledger  # what each update subtracted
total = steps.sum(axis=0)
table(
    ["", "w", "b"],
    [
        ("start", 0.0, 0.0),
        ("minus the sum of lr times gradient, ALL of them", *(f"{-part:.12f}" for part in total)),
        ("end of training", f"{w:.12f}", f"{b:.12f}"),
        ("difference", *(f"{abs(end + part):.0e}" for end, part in zip((w, b), total))),
    ],
    caption="The books of a whole training",
)

# %% [markdown]
# Start, minus learning rate times gradient, summed over every single one, is the end. Nothing is left over: no gradient was skipped, none counted twice, none preferred.
# And what is stored is the *result* of adding them, not the gradients.
#
# ## After every update
#
# The books balance not only at the end. The running total gives the weights after *every* update.

# %%
recorded = record(train, x, y, 0.0, 0.0, epochs=1000, **how).weights
running = np.vstack([[0.0, 0.0], -np.cumsum(steps, axis=0)])
difference = np.abs(running - recorded).max()
print(f"largest difference of any weight over {len(ledger)} updates: {difference:.1e}")
assert difference < 1e-13

# %% [markdown]
# ## What "only the best" would do
#
# Of course you could write a loop which picks. This one looks at all batches of an epoch and updates with one of them only, the one with the lowest loss.

# %%
predict(
    "03-best",
    "After ten epochs, the loop that keeps only the best batch of each epoch has…",
    choices=["a lower loss than the loop that uses all", "the same loss", "a higher loss"],
)


# %%
def train_best_only(x, y, w, b, *, epochs, batch_size, lr):
    made = used = 0
    for epoch in range(epochs):
        candidates = []
        for start in range(0, len(x), batch_size):
            x_batch, y_batch = x[start : start + batch_size], y[start : start + batch_size]
            y_hat = forward(x_batch, w, b)
            candidates.append((mse(y_hat, y_batch), gradients(x_batch, y_batch, y_hat)))
        _, (dw, db) = min(candidates)
        w, b = w - lr * dw, b - lr * db
        made, used = made + len(candidates), used + 1
    return w, b, made, used


best = train_best_only(x, y, 0.0, 0.0, epochs=10, **how)
longer = train_best_only(x, y, 0.0, 0.0, epochs=100, **how)
everyone = train_with_ledger(x, y, 0.0, 0.0, epochs=10, **how)
loss_best, loss_everyone = (mse(forward(x, *run[:2]), y) for run in (best, everyone))
ordered = np.sign(round(loss_best - loss_everyone, 9))
answer = {-1: "a lower loss than the loop that uses all", 0: "the same loss", 1: "a higher loss"}[
    ordered
]
outcome("03-best", answer, f"{loss_best:.3f} against {loss_everyone:.3f}: {{value}}.")
table(
    ["", "epochs", "gradients made", "gradients used", "w", "b", "loss over all rows"],
    [
        ("only the best", 10, *best[2:], f"{best[0]:.4f}", f"{best[1]:.4f}", f"{loss_best:.4f}"),
        (
            "only the best",
            100,
            *longer[2:],
            f"{longer[0]:.4f}",
            f"{longer[1]:.4f}",
            f"{mse(forward(x, *longer[:2]), y):.4f}",
        ),
        (
            "all of them",
            10,
            len(everyone[2]),
            len(everyone[2]),
            f"{everyone[0]:.4f}",
            f"{everyone[1]:.4f}",
            f"{loss_everyone:.4f}",
        ),
    ],
    caption="Choosing a gradient against using all of them",
)

# %% [markdown]
# It is another algorithm: it does the work of all batches and throws most of it away. Given as many
# updates as the other, in ten times the epochs, it comes close, and still ends elsewhere. And what would "best" mean?
# A batch with a low loss is one from which there is little left to learn.
#
# ## Does the start matter?
#
# If the weights carry everything, then perhaps the place where they begin decides where they end?

# %%
predict(
    "03-start",
    "Five trainings of the line start from five random places. After all epochs they are…",
    choices=["at the same place", "at five different places"],
)

# %%
starts = np.random.default_rng(5).normal(0, 4, size=(5, 2))
recordings = [record(train, x, y, float(w), float(b), epochs=1000, **how) for w, b in starts]
ends = np.array([run.weights[-1] for run in recordings])
spread = np.ptp(ends, axis=0).max()
outcome(
    "03-start",
    "at the same place" if spread < 1e-9 else "at five different places",
    f"The ends differ by {spread:g} at most: they are {{value}}.",
)

figure, axes = new_figure(height=3.8)
for run, colour, marker in zip(recordings, (BLUE, ORANGE, GREEN, PURPLE, "black"), "osD^v"):
    axes.plot(*run.weights[:200].T, color=colour)
    axes.plot(*run.weights[0], marker, color=colour, markersize=8)
axes.plot(*ends[0], "*", color="black", markersize=16)
axes.set(xlabel="w", ylabel="b")
picture(
    figure,
    f"The path of the weights from {len(starts)} random starts, each with a marker of its own, over"
    f" the first {len(recordings[0].weights[:200]) - 1} updates. All run into the star at w ="
    f" {ends[0, 0]:.3f}, b = {ends[0, 1]:.3f}.",
)

# %% [markdown]
# For a straight line there is one valley with one bottom, and any start will do, zero included. Random starts are a habit that *networks* need:
# with several layers there are many valleys, and units that start equal stay equal. You will see that in notebook 7.
#
# ## Break it on purpose
#
# Shuffle `x` and `y`, but each for itself. Every row is still there, every epoch complete, the counts are perfect.

# %%
predict(
    "03-pairs",
    "With x and y shuffled apart, the slope w ends near…",
    choices=["3, as before", "0", "minus 3"],
)


# %%
def train_pairs_broken(x, y, w, b, *, epochs, batch_size, lr, rng):
    """The bug: two permutations where one is needed."""
    for epoch in range(epochs):
        x_mixed, y_mixed = rng.permutation(x), rng.permutation(y)
        w, b, _ = train(x_mixed, y_mixed, w, b, epochs=1, batch_size=batch_size, lr=lr)
    return w, b


w_broken, b_broken = train_pairs_broken(
    x, y, 0.0, 0.0, epochs=1000, rng=np.random.default_rng(0), **how
)
near = {"3, as before": 3.0, "0": 0.0, "minus 3": -3.0}
outcome(
    "03-pairs",
    min(near, key=lambda name: abs(near[name] - w_broken)),
    f"w = {w_broken:.3f}: near {{value}}.",
)

figure, axes = new_figure()
axes.plot(x, y, ".", color=BLUE, alpha=0.25, label="the rows")
ends = np.array([x.min(), x.max()])
axes.plot(ends, forward(ends, w, b), "-", color=BLUE, label="pairs kept")
axes.plot(ends, forward(ends, w_broken, b_broken), "--", color=ORANGE, label="pairs broken")
axes.set(xlabel="x", ylabel="y")
axes.legend()
picture(
    figure,
    f"With pairs kept the line goes through the rows (w = {w:.2f}). With pairs broken it is nearly"
    f" flat (w = {w_broken:.2f}) at the mean of y, {np.mean(y):.2f}: when x says nothing about y,"
    " the mean is the best there is to say. The loss is"
    f" {mse(forward(x, w_broken, b_broken), y):.2f}, where {mse(forward(x, w, b), y):.2f} is"
    " possible.",
)

# %% [markdown]
# The loop looks perfect line by line, and its loss stays where it is for ever. Only the pairs tell.
#
# ## What you have settled
#
# - **Claim 8**, batch level, epoch level, model level are nested: *true*, model contains epochs contains batches.
# - **Claims 7 and 12**, zeroing gradients does not zero the weights, and does not make epochs independent: *true*; the weights carry on.
# - **Claim 10**, from each batch only the best gradient is kept: *false*. Every one is used, none is compared. The books balance.
# - **Claim 11**, the final model holds the gradients of all epochs: *false*. It holds weights.
# - **Claim 13**, weights start at random values: *true in practice, no law*. For the line any start will do.
#
# Next, [04_why_gradients_accumulate](../04_why_gradients_accumulate/04_why_gradients_accumulate.ipynb): let a machine find the gradients, and see why it adds where NumPy replaced.
