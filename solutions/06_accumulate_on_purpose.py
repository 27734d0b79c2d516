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
# # 06 · Accumulating on purpose
#
# In notebook 05 the adding was a bug: nobody asked for it. Here you ask for it. Suppose that the batch you want
# does not fit into memory. You send it through in pieces, let `backward` add the pieces up, and update once.
#
# **Afterwards you can** build the gradient of a big batch out of small ones, exactly, also when the pieces
# differ in size; handle what is left over at the end of an epoch; and say what "one update per epoch" really is.
#
# **About 40 minutes.** Builds on 02 (batches) and 05 (the loop with an optimizer).

# %%
import matplotlib.pyplot as plt
import numpy as np
import torch
from torch import nn

from autograder.learn import check, hint, line_data, outcome, predict, record, solution
from autograder.learn.stills import picture, table

x, y = (torch.from_numpy(column)[:, None] for column in line_data())
loss_fn = nn.MSELoss()


def line_model(lr):
    """A line that starts at w = 0, b = 0, and an optimizer that holds its two parameters."""
    model = nn.Linear(1, 1, dtype=torch.float64)
    nn.init.zeros_(model.weight)
    nn.init.zeros_(model.bias)
    return model, torch.optim.SGD(model.parameters(), lr=lr)


print(f"x and y: {len(x)} rows each, shape {tuple(x.shape)}")

# %% [markdown]
# ## 1. Four pieces of 25 against one batch of 100
#
# A piece of a batch is called a **micro-batch**. We send rows 1 to 100 through at once, then in four
# micro-batches without a reset between them, and look at the gradient of w.

# %%
predict(
    "06-pieces",
    "Four micro-batches of 25, backward after each, no reset. How does the gradient of w compare with "
    "that of all 100 rows at once?",
    choices=["the same", "2 times", "4 times", "a quarter"],
)


# %%
def gradient_of(*pieces, weights=None):
    """The gradient of w at w = b = 0 after one backward per piece. Each loss is multiplied by its weight."""
    model, _ = line_model(lr=0.05)
    for rows, weight in zip(pieces, weights or [1.0] * len(pieces)):
        (weight * loss_fn(model(x[rows]), y[rows])).backward()
    return model.weight.grad.item()


whole = gradient_of(slice(0, 100))
quarters = [slice(0, 25), slice(25, 50), slice(50, 75), slice(75, 100)]
added = gradient_of(*quarters)
divided = gradient_of(*quarters, weights=[1 / 4] * 4)
table(
    ["what went backward", "gradient of w", "times that of the batch"],
    [
        ("100 rows at once", f"{whole:.6f}", f"{1:.6f}"),
        ("4 times 25 rows", f"{added:.6f}", f"{added / whole:.6f}"),
        ("4 times 25 rows, each loss divided by 4", f"{divided:.6f}", f"{divided / whole:.6f}"),
    ],
    "One batch, whole and in pieces",
)

# %%
outcome(
    "06-pieces",
    {1: "the same", 2: "2 times", 4: "4 times"}[round(added / whole)],
    "The pile of four is {value} the batch's gradient.",
)

# %% [markdown]
# `backward` **adds**. It never averages. Each micro-batch's loss is a mean over its own 25 rows, so four of
# them make four times the mean over 100. If you want the mean, you divide, and you divide the *loss*, before
# `backward`.
#
# ## 2. Pieces of different sizes
#
# Now 40, 40 and 20 rows. Dividing each loss by 3 takes the mean of three means.

# %%
predict(
    "06-unequal",
    "Pieces of 40, 40 and 20 rows, each loss divided by 3. Is the sum the gradient of all 100 rows?",
    choices=["yes, exactly", "yes, up to rounding", "no"],
)

# %%
pieces, sizes = [slice(0, 40), slice(40, 80), slice(80, 100)], [40, 40, 20]
mean_of_means = gradient_of(*pieces, weights=[1 / 3] * 3)
by_rows = gradient_of(*pieces, weights=[size / sum(sizes) for size in sizes])
table(
    ["how the pieces weigh", "gradient of w", "off by"],
    [
        ("all 100 rows at once", f"{whole:.6f}", "0"),
        ("1/3, 1/3, 1/3 (mean of means)", f"{mean_of_means:.6f}", f"{abs(mean_of_means - whole):.1e}"),
        ("40/100, 40/100, 20/100 (by rows)", f"{by_rows:.6f}", f"{abs(by_rows - whole):.1e}"),
    ],
    "One batch in three unequal pieces",
)

# %%
off = abs(mean_of_means - whole)
outcome(
    "06-unequal",
    "yes, exactly" if off == 0 else "yes, up to rounding" if off < 1e-12 else "no",
    f"The answer is {{value}}: it is off by {off:.4f}, since a row of the short piece weighs "
    f"{sizes[0] / sizes[-1]:.0f} times as much as another.",
)

# %% [markdown]
# A row is a row. Give every piece the weight **its rows / all rows of the group**, and the sum is the mean over
# all rows, whatever the sizes.
#
# ## 3. What is left over
#
# An epoch of 10 batches in groups of 4 batches: 4, 4, and then 2 are left. If you step "at every fourth batch",
# those two never step. Two things can then happen, and both are wrong: their gradient is thrown away at the
# next reset, or it stays in `.grad` and leaks into the next epoch's first update.

# %%
predict(
    "06-leftover",
    "10 batches per epoch, one update per 4 batches, nothing lost: how many updates per epoch?",
    number=True,
)

# %%
n_batches, steps = 10, 4
groups = [list(range(first, min(first + steps, n_batches))) for first in range(0, n_batches, steps)]
for number, group in enumerate(groups, start=1):
    print(f"update {number}: batches {', '.join(str(batch + 1) for batch in group)}")
outcome("06-leftover", len(groups), "It takes {value} updates, the last from a smaller group.")

# %% [markdown]
# ## 4. Your loop: accumulate
#
# One update per `accumulation_steps` batches, from the gradient of the *mean loss over all rows of the group*.
# Each batch of `batch_size` rows goes forward once. The last batch of an epoch may be smaller, and so may the
# last group; neither is lost, and nothing leaks into the next epoch.


# %% nbgrader={"grade": false, "grade_id": "train_accumulated", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_accumulated(
    model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps
):
    """Train the model with one update per group of `accumulation_steps` batches.

    loss_fn averages over the rows it is given. Returns the number of updates made.
    """
    ### BEGIN SOLUTION
    updates, group_size = 0, batch_size * accumulation_steps
    for _ in range(epochs):
        for group_start in range(0, len(x), group_size):
            group_end = min(group_start + group_size, len(x))
            optimizer.zero_grad()
            for start in range(group_start, group_end, batch_size):
                end = min(start + batch_size, group_end)
                loss = loss_fn(model(x[start:end]), y[start:end])
                (loss * (end - start) / (group_end - group_start)).backward()
            optimizer.step()
            updates += 1
    return updates
    ### END SOLUTION


# %%
check("06.train_accumulated", train_accumulated)

# %% [markdown]
# Stuck? `hint("06.train_accumulated")`. To go on first and come back later:
# `train_accumulated = solution("06.train_accumulated")`. The cells that follow give the points.

# %% nbgrader={"grade": true, "grade_id": "accumulated_updates_per_epoch", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import torch

from autograder.learn import line_data, prove, record

x, y = (torch.from_numpy(column)[:, None] for column in line_data())
model = torch.nn.Linear(1, 1, dtype=torch.float64)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
trace = record(
    train_accumulated, model, optimizer, torch.nn.MSELoss(), x, y, epochs=2, batch_size=25, accumulation_steps=4
)
assert trace.updates_per_epoch == [10, 10], "40 batches in groups of 4: ten updates in each epoch"
trace = record(
    train_accumulated, model, optimizer, torch.nn.MSELoss(), x, y, epochs=2, batch_size=100, accumulation_steps=4
)
assert trace.updates_per_epoch == [3, 3], "10 batches in groups of 4: 4, 4 and the 2 left over"
### BEGIN HIDDEN TESTS
prove("06.train_accumulated", train_accumulated, "updates_per_epoch", seed=60211)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "accumulated_every_row_once", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import torch

from autograder.learn import line_data, prove, record

x, y = (torch.from_numpy(column)[:, None] for column in line_data())
model = torch.nn.Linear(1, 1, dtype=torch.float64)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
trace = record(
    train_accumulated, model, optimizer, torch.nn.MSELoss(), x, y, epochs=2, batch_size=64, accumulation_steps=3
)
assert trace.rows_per_epoch == [1000, 1000], "each epoch sees all 1000 rows"
assert sum(len(rows) for rows in trace.pass_rows) == 2000, "and sends each of them forward once"
assert max(len(rows) for rows in trace.pass_rows) == 64, "in batches of 64"
### BEGIN HIDDEN TESTS
prove("06.train_accumulated", train_accumulated, "every_row_once", seed=61305)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "accumulated_fresh_gradients", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np
import torch

from autograder.learn import line_data, prove, record

x, y = (torch.from_numpy(column)[:, None] for column in line_data())
model = torch.nn.Linear(1, 1, dtype=torch.float64)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
trace = record(
    train_accumulated, model, optimizer, torch.nn.MSELoss(), x, y, epochs=2, batch_size=100, accumulation_steps=4
)
assert [len(rows) for rows in trace.rows] == [400, 400, 200, 400, 400, 200], "the rows behind each update"
for before, after, rows in zip(trace.weights, trace.weights[1:], trace.rows):
    x_rows, y_rows = x[rows, 0].numpy(), y[rows, 0].numpy()
    error = before[0] * x_rows + before[1] - y_rows
    own = np.array([2 * np.mean(error * x_rows), 2 * np.mean(error)])
    assert np.allclose((before - after) / 0.05, own), (
        "every update uses its own group's gradient: all of it, and nothing older"
    )
### BEGIN HIDDEN TESTS
prove("06.train_accumulated", train_accumulated, "fresh_gradients", seed=62477)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "accumulated_weights", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np
import torch

from autograder.learn import line_data, prove, record

x, y = (torch.from_numpy(column)[:, None] for column in line_data())
model = torch.nn.Linear(1, 1, dtype=torch.float64)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)
trace = record(
    train_accumulated, model, optimizer, torch.nn.MSELoss(), x, y, epochs=2, batch_size=64, accumulation_steps=3
)
assert len(trace) == 12, "16 batches in groups of 3: six updates in each of two epochs"
velocity = np.zeros(2)
for before, after, rows in zip(trace.weights, trace.weights[1:], trace.rows):
    x_rows, y_rows = x[rows, 0].numpy(), y[rows, 0].numpy()
    error = before[0] * x_rows + before[1] - y_rows
    own = np.array([2 * np.mean(error * x_rows), 2 * np.mean(error)])
    velocity = 0.9 * velocity + own
    assert np.allclose(after, before - 0.05 * velocity), (
        "each row of a group weighs the same, also in a smaller last batch"
    )
### BEGIN HIDDEN TESTS
prove("06.train_accumulated", train_accumulated, "weights", seed=63542)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "accumulated_count", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import torch

from autograder.learn import line_data, prove, record

x, y = (torch.from_numpy(column)[:, None] for column in line_data())
model = torch.nn.Linear(1, 1, dtype=torch.float64)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
trace = record(
    train_accumulated, model, optimizer, torch.nn.MSELoss(), x, y, epochs=2, batch_size=100, accumulation_steps=4
)
assert trace.result == 6, "it returns how many updates it made"
### BEGIN HIDDEN TESTS
prove("06.train_accumulated", train_accumulated, "count", seed=64198)
### END HIDDEN TESTS

# %% [markdown]
# ## 5. The same path
#
# If the arithmetic is right, then 4 micro-batches of 25 walk the path of batches of 100, update for update. Here is the
# loop of notebook 05 beside yours.

# %%
predict(
    "06-path",
    "1000 updates each: how far is the loop in micro-batches ever from the loop in whole batches?",
    choices=["the same to 12 decimals", "a little apart, 0.001 or so", "far apart"],
)


# %%
def train_whole(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    """The loop of notebook 05."""
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[start : start + batch_size]), y[start : start + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses


big = record(train_whole, *line_model(lr=0.05), loss_fn, x, y, epochs=100, batch_size=100)
small = record(
    train_accumulated, *line_model(lr=0.05), loss_fn, x, y, epochs=100, batch_size=25, accumulation_steps=4
)
assert len(small) == len(big), f"{len(big)} updates with whole batches, {len(small)} with micro-batches"
gap = np.abs(big.weights - small.weights).max()
print(f"{len(small)} updates each; largest difference of a weight after any of them: {gap:.1e}")
assert gap < 1e-12
outcome("06-path", "the same to 12 decimals" if gap < 1e-12 else "far apart", "They are {value}.")

# %% [markdown]
# Now play: the size of the micro-batch, how many make a group, mean or sum, and what becomes of the leftover.

# %%
from autograder.labs import accumulation

accumulation()

# %% [markdown]
# ## 6. Once per epoch
#
# "Gradients pile up over the epoch, and the optimizer updates once, at its end." In notebook 05 that was not what
# the loop did. But you can write a loop that does, and it is an honest, old algorithm. Read the batches one by
# one, and make the one update of an epoch equal to that of all rows at once: **full-batch gradient descent**.


# %% nbgrader={"grade": false, "grade_id": "train_once_per_epoch", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_once_per_epoch(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    """Train the model with one update per epoch, from the mean loss over all its rows.

    The rows go forward in batches of `batch_size`. Returns the number of updates made.
    """
    ### BEGIN SOLUTION
    for _ in range(epochs):
        optimizer.zero_grad()
        for start in range(0, len(x), batch_size):
            x_batch, y_batch = x[start : start + batch_size], y[start : start + batch_size]
            loss = loss_fn(model(x_batch), y_batch)
            (loss * len(x_batch) / len(x)).backward()
        optimizer.step()
    return epochs
    ### END SOLUTION


# %%
check("06.train_once_per_epoch", train_once_per_epoch)

# %% [markdown]
# Stuck? `hint("06.train_once_per_epoch")`, or `train_once_per_epoch = solution("06.train_once_per_epoch")`.

# %% nbgrader={"grade": true, "grade_id": "once_updates_per_epoch", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import torch

from autograder.learn import line_data, prove, record

x, y = (torch.from_numpy(column)[:, None] for column in line_data())
model = torch.nn.Linear(1, 1, dtype=torch.float64)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
trace = record(train_once_per_epoch, model, optimizer, torch.nn.MSELoss(), x, y, epochs=3, batch_size=100)
assert trace.updates_per_epoch == [1, 1, 1], "one update in each of three epochs"
### BEGIN HIDDEN TESTS
prove("06.train_once_per_epoch", train_once_per_epoch, "updates_per_epoch", seed=65033)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "once_every_row_once", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import torch

from autograder.learn import line_data, prove, record

x, y = (torch.from_numpy(column)[:, None] for column in line_data())
model = torch.nn.Linear(1, 1, dtype=torch.float64)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
trace = record(train_once_per_epoch, model, optimizer, torch.nn.MSELoss(), x, y, epochs=3, batch_size=64)
assert trace.rows_per_epoch == [1000, 1000, 1000], "each epoch sees all 1000 rows"
assert sum(len(rows) for rows in trace.pass_rows) == 3000, "and sends each of them forward once"
assert max(len(rows) for rows in trace.pass_rows) == 64, "in batches of 64"
### BEGIN HIDDEN TESTS
prove("06.train_once_per_epoch", train_once_per_epoch, "every_row_once", seed=66904)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "once_fresh_gradients", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
import torch

from autograder.learn import line_data, prove, record

x, y = (torch.from_numpy(column)[:, None] for column in line_data())
model = torch.nn.Linear(1, 1, dtype=torch.float64)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
trace = record(train_once_per_epoch, model, optimizer, torch.nn.MSELoss(), x, y, epochs=3, batch_size=100)
assert [len(rows) for rows in trace.rows] == [1000, 1000, 1000], "all rows are behind each update"
for before, after, rows in zip(trace.weights, trace.weights[1:], trace.rows):
    x_rows, y_rows = x[rows, 0].numpy(), y[rows, 0].numpy()
    error = before[0] * x_rows + before[1] - y_rows
    own = np.array([2 * np.mean(error * x_rows), 2 * np.mean(error)])
    assert np.allclose((before - after) / 0.05, own), (
        "every update uses its own epoch's gradient: all of it, and nothing older"
    )
### BEGIN HIDDEN TESTS
prove("06.train_once_per_epoch", train_once_per_epoch, "fresh_gradients", seed=67621)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "once_weights", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np
import torch

from autograder.learn import line_data, prove, record

x, y = (torch.from_numpy(column)[:, None] for column in line_data())
model = torch.nn.Linear(1, 1, dtype=torch.float64)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)
trace = record(train_once_per_epoch, model, optimizer, torch.nn.MSELoss(), x, y, epochs=3, batch_size=64)
assert len(trace) == 3, "one update in each of three epochs"
velocity = np.zeros(2)
for before, after, rows in zip(trace.weights, trace.weights[1:], trace.rows):
    x_rows, y_rows = x[rows, 0].numpy(), y[rows, 0].numpy()
    error = before[0] * x_rows + before[1] - y_rows
    own = np.array([2 * np.mean(error * x_rows), 2 * np.mean(error)])
    velocity = 0.9 * velocity + own
    assert np.allclose(after, before - 0.05 * velocity), (
        "full-batch gradient descent: each of the 1000 rows weighs the same"
    )
### BEGIN HIDDEN TESTS
prove("06.train_once_per_epoch", train_once_per_epoch, "weights", seed=68350)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "once_count", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import torch

from autograder.learn import line_data, prove, record

x, y = (torch.from_numpy(column)[:, None] for column in line_data())
model = torch.nn.Linear(1, 1, dtype=torch.float64)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
trace = record(train_once_per_epoch, model, optimizer, torch.nn.MSELoss(), x, y, epochs=3, batch_size=100)
assert trace.result == 3, "it returns how many updates it made"
### BEGIN HIDDEN TESTS
prove("06.train_once_per_epoch", train_once_per_epoch, "count", seed=69417)
### END HIDDEN TESTS

# %% [markdown]
# ## 7. Which is better?
#
# Here are both, 60 epochs each: the loop of notebook 05, with an update per batch, and yours, with an update per
# epoch. A third, with all 1000 rows in one batch, shows whether yours is what it claims to be.

# %%
predict(
    "06-once",
    "60 epochs, 1000 rows in batches of 100: how many updates does train_once_per_epoch make?",
    number=True,
)
predict(
    "06-faster",
    "Same data, same learning rate 0.05, batches of 100. Which loop needs fewer passes over the data to "
    "come within 1 % of the best loss?",
    choices=["ten updates per epoch", "one update per epoch", "no difference"],
)

# %%
x_line, y_line = line_data()
EPOCHS = 60
per_batch = record(train_whole, *line_model(lr=0.05), loss_fn, x, y, epochs=EPOCHS, batch_size=100)
full_batch = record(train_whole, *line_model(lr=0.05), loss_fn, x, y, epochs=EPOCHS, batch_size=1000)
per_epoch = record(train_once_per_epoch, *line_model(lr=0.05), loss_fn, x, y, epochs=EPOCHS, batch_size=100)
gap = np.abs(per_epoch.weights - full_batch.weights).max()
print(f"one update per epoch against full-batch gradient descent: largest difference of a weight {gap:.1e}")
assert gap < 1e-12
outcome(
    "06-once", len(per_epoch), f"{{value}} updates, where the loop with an update per batch makes {len(per_batch)}."
)

# %%
best_w, best_b = np.polyfit(x_line, y_line, 1)
best_loss = np.mean((best_w * x_line + best_b - y_line) ** 2)


def loss_after_each_update(trace):
    """The loss over all rows before the first update and after each."""
    w, b = trace.weights.T
    return np.mean((np.outer(w, x_line) + b[:, None] - y_line) ** 2, axis=1)


curves = {
    "ten updates per epoch": loss_after_each_update(per_batch),
    "one update per epoch": loss_after_each_update(full_batch),
}
needed = {}
for name, losses in curves.items():
    update = int(np.argmax(losses < 1.01 * best_loss))
    needed[name] = update * EPOCHS / (len(losses) - 1)
    print(
        f"{name:22}: within 1 % of the best loss ({best_loss:.4f}) after {update} updates, {needed[name]:.1f} epochs"
    )

# %%
outcome("06-faster", min(needed, key=needed.get), "Fewer passes over the data: {value}.")

# %% jupyter={"source_hidden": true}
figure, axes = plt.subplots(1, 2, figsize=(8, 3.2), sharey=True, layout="constrained")
looks = {"ten updates per epoch": ("#0072B2", "-"), "one update per epoch": ("#D55E00", "--")}
for name, losses in curves.items():
    color, line = looks[name]
    axes[0].semilogy(np.arange(EPOCHS + 1), losses[:: (len(losses) - 1) // EPOCHS], line, color=color, label=name)
    axes[1].semilogy(np.arange(EPOCHS + 1), losses[: EPOCHS + 1], line, color=color, label=name)
axes[0].set(xlabel="epoch (passes over the data)", ylabel="loss over all rows")
axes[1].set(xlabel="update")
axes[0].legend()
at_ten = {name: losses[10] for name, losses in curves.items()}
picture(
    figure,
    f"Left, by epoch: ten updates per epoch need {needed['ten updates per epoch']:.1f} epochs, one update per epoch "
    f"{needed['one update per epoch']:.1f}. Right, by update: after 10 updates the losses are "
    f"{at_ten['ten updates per epoch']:.2f} and {at_ten['one update per epoch']:.2f}, nearly the same.",
)

# %% [markdown]
# By update they go down side by side. By epoch, ten quick looks at the data beat one thorough look. Neither is wrong:
# they are two algorithms, and the thorough look has its own merit, no noise from the choice of the batch.
#
# ## 8. Break it on purpose
#
# Take the division out. Everything else stays: the groups, the reset, the one update per group. People who ask why
# accumulation made their training worse often have this loop.

# %%
predict(
    "06-break",
    "No division: the sum of 4 micro-batches goes into step. At learning rate 0.3 the right loop "
    "converges. And this one?",
    choices=["converges too", "converges, more slowly", "explodes"],
)


# %%
def train_undivided(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    """As above, without the division. Returns the number of updates."""
    updates = 0
    for _ in range(epochs):
        optimizer.zero_grad()
        for number, start in enumerate(range(0, len(x), batch_size), start=1):
            loss_fn(model(x[start : start + batch_size]), y[start : start + batch_size]).backward()
            if number % accumulation_steps == 0:
                optimizer.step()
                optimizer.zero_grad()
                updates += 1
    return updates


def loss_after(loop, lr, **sizes):
    """The loss over all rows after 20 epochs."""
    model, optimizer = line_model(lr)
    loop(model, optimizer, loss_fn, x, y, epochs=20, **sizes)
    with torch.no_grad():
        return loss_fn(model(x), y).item()


ends = {
    rate: (
        loss_after(train_whole, rate, batch_size=100),
        loss_after(train_undivided, rate, batch_size=25, accumulation_steps=4),
        loss_after(train_whole, 4 * rate, batch_size=100),
    )
    for rate in (0.05, 0.1, 0.2, 0.3)
}
start_loss = np.mean(y_line**2)
table(
    ["learning rate", "batches of 100", "4 times 25 rows, not divided", "batches of 100, at 4 times the rate"],
    [(rate, *(f"{loss:.4g}" for loss in losses)) for rate, losses in ends.items()],
    f"Loss after 20 epochs; it starts at {start_loss:.4g}",
)
right, broken, _ = ends[0.3]
outcome("06-break", "explodes" if not broken < start_loss else "converges too", "At rate 0.3 it {value}.")

# %% [markdown]
# Read the last two columns: without the division the loop is the right one at `accumulation_steps` times the rate. At
# a small rate nobody notices; at a larger one it explodes. And it has a second mistake, which 40 batches in groups of 4
# do not show. Hand it to `check` in a cell of your own: `check("06.train_accumulated", train_undivided)`.
#
# ## What you settled
#
# - `backward` adds; it never averages. An average is what you get by dividing, and it has to be weighted when pieces
#   differ in size (claim 19).
# - One update per epoch from all batches is a right algorithm, and a different one: full-batch gradient descent
#   (claim 16).
# - That gradients pile up over an epoch is true of loops that do not reset in between, by mistake or on purpose
#   (claims 4 and 15).
#
# You now have all it takes. **Next, in 07**, you sit in judgment over all 23 claims.
