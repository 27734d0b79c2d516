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
# # 04 · Why gradients accumulate
#
# In NumPy you wrote `dw = …`, and each gradient replaced the one before. PyTorch *adds* the new gradient to the old one.
# That looks like a trap. In this notebook you build the machine yourself, and find that it could not be otherwise.
#
# **Afterwards you can** write a small machine that finds gradients by itself (an *autograd*), explain why its `+=` is needed,
# predict what stands in `.grad` after any number of backward passes, and train with PyTorch while the update is still your own.
#
# **About 45 minutes.** Builds on the chain of slopes in `01_one_update` and the two loops of `02_batches_and_epochs`.

# %%
import numpy as np
import torch

from autograder.labs import press_backward
from autograder.learn import check, hint, line_data, outcome, predict, record, solution
from autograder.learn.look import BLUE, ORANGE, new_figure
from autograder.learn.stills import picture, table

x, y = line_data()
batch_size, lr = 100, 0.05
print(f"{len(x)} rows, batches of {batch_size}, learning rate {lr}")

# %% [markdown]
# ## Letting a machine do it
#
# With a pencil you followed a nudge of `w` to the loss, link by link, and multiplied the slopes of the links.
# A machine can do that if every *operation* remembers two things: what went in, and how its result answers to each of them.
#
# - `c = a + b`: when `a` rises by one, so does `c`. The slope is one, for `a` and for `b`.
# - `c = a * b`: when `a` rises by one, `c` rises by `b`. The slope for `a` is the value of `b`, and the other way round.
#
# Chain enough of them and you have the loss of our line. One question is left: what if a number is used *twice*?

# %%
predict(
    "04-twice",
    "c = a * a, and a is 3. How many times as fast as a does c rise? (Nudge it in your head.)",
    number=True,
)

# %%
a, nudge = 3.0, 1e-6
nudged = ((a + nudge) * (a + nudge) - (a - nudge) * (a - nudge)) / (2 * nudge)
by_left, by_right = a, a  # the slope for the left factor is the right one, and the other way round
outcome(
    "04-twice",
    round(nudged, 6),
    f"{{value:g}}, by nudging. One factor contributes {by_left:g}, the other {by_right:g}.",
)
ways = {
    "the later replaces the earlier": by_right,
    "the larger is kept": max(by_left, by_right),
    "their mean": (by_left + by_right) / 2,
    "their sum": by_left + by_right,
}
table(
    ["what to do with the two contributions", "result", "right?"],
    [
        (name, result, "yes" if np.isclose(result, nudged) else "no")
        for name, result in ways.items()
    ],
    caption="Four ways to put two contributions together",
)

# %% [markdown]
# **When a number is used twice, its contributions add up.** That is no convention, it is what the nudge does: it goes both ways at once, and both changes arrive.
# So a machine that visits the uses one by one, without knowing how many will come, must *add* to what is there: `+=`. Replacing would forget all but the last.
#
# ## Exercise 1: Value
#
# Write a number that remembers. `data` is the number, `grad` its slope so far, at the beginning zero.
# `parents` are the Values it was made from, `slopes` says how it answers to each of them.
#
# - `+` and `*` return a new `Value` with the result, both parents, and both slopes.
# - `backward`, called on the end of a calculation, sets its own `grad` to one (the end rises as fast as itself)
#   and hands slopes down. For each node and each of its parents: the parent's `grad` receives the node's `grad` times the slope, added to what is there.
#
# The order is given: `from_the_end` lists all nodes below this one such that each comes before its parents, so its own `grad` is complete when its turn comes.


# %% nbgrader={"grade": false, "grade_id": "value", "locked": false, "schema_version": 3, "solution": true, "task": false}
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=(), slopes=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents
        self.slopes = slopes

    def __add__(self, other):
        ### BEGIN SOLUTION
        return Value(self.data + other.data, (self, other), (1.0, 1.0))
        ### END SOLUTION

    def __mul__(self, other):
        ### BEGIN SOLUTION
        return Value(self.data * other.data, (self, other), (other.data, self.data))
        ### END SOLUTION

    def backward(self):
        """Add to the grad of everything below how fast this value rises with it."""
        ### BEGIN SOLUTION
        self.grad = 1.0
        for node in self.from_the_end():
            for parent, slope in zip(node.parents, node.slopes):
                parent.grad += slope * node.grad
        ### END SOLUTION

    def from_the_end(self):
        """This value and all below it, each before its parents."""
        order, seen, waiting = [], set(), [(self, False)]
        while waiting:
            node, parents_done = waiting.pop()
            if parents_done:
                order.append(node)
            elif node not in seen:
                seen.add(node)
                waiting.append((node, True))
                waiting.extend((parent, False) for parent in node.parents)
        return order[::-1]


# %%
check("04.value", Value)
# Stuck? hint("04.value"). Or move on: Value = solution("04.value")

# %% nbgrader={"grade": true, "grade_id": "value_data", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
assert (Value(2.0) + Value(3.0)).data == 5.0, "a sum"
assert (Value(2.0) * Value(3.0)).data == 6.0, "a product"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("04.value", Value, "data", seed=54001)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "value_single", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
first, second, third = Value(2.0), Value(3.0), Value(4.0)
(first * second + third).backward()
assert (first.grad, second.grad, third.grad) == (3.0, 2.0, 1.0), "the slopes, multiplied on the way"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("04.value", Value, "single_use", seed=54002)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "value_reuse", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
twice = Value(3.0)
(twice * twice + twice).backward()
assert twice.grad == 7.0, "three uses: 3 and 3 from the product, 1 from the sum"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("04.value", Value, "reuse", seed=54003)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "value_second", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
first, second = Value(2.0), Value(3.0)
(first * second).backward()
(first + second).backward()
assert (first.grad, second.grad) == (4.0, 3.0), "what the second graph brings is added"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("04.value", Value, "second_graph", seed=54004)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "value_deep", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
total, one = Value(0.0), Value(2.0)
for _ in range(100):
    total = total + one
total.backward()
assert one.grad == 100.0, "a hundred uses, one above the other"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("04.value", Value, "deep", seed=54005)
### END HIDDEN TESTS

# %% [markdown]
# ## Two batches, one weight
#
# Now comes the point of the whole notebook. `w` is the weight of a tiny model, and a batch is a single row. Build the loss of the first row, and run it backward.
# Then build the loss of a *second* row, from the same `w`, and run that one backward. Nothing is reset in between.

# %%
predict(
    "04-second",
    "After both backward passes, what stands in w.grad?",
    choices=[
        "the first row's gradient",
        "the second row's gradient",
        "the larger of the two",
        "their mean",
        "their sum",
    ],
)


# %%
def row_loss(w, x_row, y_row):
    """The squared error of one row, as a Value."""
    error = w * Value(x_row) + Value(-y_row)
    return error * error


rows = [(2.0, 3.0), (1.0, 4.0)]
alone = []
for x_row, y_row in rows:
    w = Value(0.5)
    row_loss(w, x_row, y_row).backward()
    alone.append(w.grad)

w = Value(0.5)
stands = []
for x_row, y_row in rows:
    row_loss(w, x_row, y_row).backward()
    stands.append(w.grad)

possible = {
    "the first row's gradient": alone[0],
    "the second row's gradient": alone[1],
    "the larger of the two": max(alone),
    "their mean": sum(alone) / 2,
    "their sum": sum(alone),
}
answer = min(possible, key=lambda name: abs(possible[name] - stands[-1]))
outcome("04-second", answer, f"w.grad is {stands[-1]:g}: {{value}}.")
table(
    ["", "gradient of this row alone", "w.grad after its backward"],
    [(f"row {k + 1}", f"{alone[k]:g}", f"{stands[k]:g}") for k in range(len(rows))],
    caption="Two rows, two backward passes, no reset between",
)

# %% [markdown]
# From where `w` stands, two rows of one batch and two batches look exactly the same: somebody used me, and sends a contribution.
# The `+=` that makes one backward pass right is the very same that piles up two. **The machine cannot know that a new batch has begun. Only you know, so you have to say it**,
# by setting `grad` back to zero. It does not average, it does not choose, and it does not forget by itself.
#
# ## Train with it
#
# The whole machine in a loop: build the loss of a batch out of Values, backward, update, reset. One epoch, row by row.


# %%
def batch_loss(w, b, x_batch, y_batch):
    """The mean squared error of a batch, built from one Value per number."""
    total = Value(0.0)
    for x_row, y_row in zip(x_batch, y_batch):
        error = w * Value(x_row) + b + Value(-y_row)
        total = total + error * error
    return total * Value(1 / len(x_batch))


def numpy_gradients(w, b, x_batch, y_batch):
    """The formulas of notebook 1."""
    error = w * x_batch + b - y_batch
    return 2 * np.mean(error * x_batch), 2 * np.mean(error)


w, b = Value(0.0), Value(0.0)
lines = []
for start in range(0, len(x), batch_size):
    x_batch, y_batch = x[start : start + batch_size], y[start : start + batch_size]
    loss = batch_loss(w, b, x_batch, y_batch)
    loss.backward()
    by_hand = numpy_gradients(w.data, b.data, x_batch, y_batch)
    lines.append(
        (
            start // batch_size + 1,
            f"{loss.data:.4f}",
            f"{w.grad:.6f}",
            f"{by_hand[0]:.6f}",
            f"{b.grad:.6f}",
            f"{by_hand[1]:.6f}",
        )
    )
    for weight in (w, b):
        weight.data -= lr * weight.grad
        weight.grad = 0.0  # the batch is over, and only this line says so

table(
    ["update", "loss", "w.grad", "dw by hand", "b.grad", "db by hand"],
    lines,
    caption="One epoch with your machine, beside the formulas",
)

# %% [markdown]
# The machine finds what the pencil found, and nobody derived anything.
#
# ## The same in PyTorch
#
# A PyTorch *tensor* is an array that remembers, exactly as your `Value` does, once you say `requires_grad=True`.
# `loss.backward()` does what yours does, and the slopes appear in `.grad`. Before the first backward `.grad` is `None`: nothing yet, not even a zero.

# %%
predict(
    "04-torch",
    "The two rows from before, in PyTorch, without a reset between them. What does w.grad say after"
    " both?",
    number=True,
)

# %%
w = torch.tensor(0.5, dtype=torch.float64, requires_grad=True)
seen = [w.grad]
for x_row, y_row in rows:
    loss = (w * x_row - y_row) ** 2
    loss.backward()
    seen.append(w.grad.item())

outcome("04-torch", seen[-1], f"{{value:g}}; your Value said {stands[-1]:g}.")
after = [(f"after row {k + 1}", f"{seen[k + 1]:g}", f"{stands[k]:g}") for k in range(len(rows))]
table(
    ["", "PyTorch's w.grad", "your w.grad"],
    [("before", seen[0], 0), *after],
    caption="PyTorch and your Value, on the same two rows",
)
assert seen[1:] == stands

# %% [markdown]
# ## Lab: press backward
#
# Forward, backward, step and zero_grad as buttons. (Step is the update; zero_grad is PyTorch's name for the reset.)
# Press forward, backward, forward, backward: what stands in `.grad` now? Then step: did that change `.grad`? Then zero_grad: did that change the weight?
# In the end, press step twice in a row.

# %%
press_backward()

# %% [markdown]
# ## Exercise 2: train_autograd
#
# The two loops of notebook 2, with PyTorch finding the gradients. `x`, `y` are tensors; `w` and `b` are tensors with `requires_grad=True`,
# and *these very tensors* are the ones to change. Return the losses, one plain number per update (`loss.item()` is the number in a tensor).
#
# Two things are new:
#
# - An update must not be remembered as part of the calculation. What stands under `with torch.no_grad():` is not.
#   And it must change the tensor in place, `w -= …`; `w = w - …` would make another tensor, and leave the caller's as it was.
# - After the update, say that the batch is over: `w.grad = None` or `w.grad.zero_()`, and the same for `b`.


# %% nbgrader={"grade": false, "grade_id": "train_autograd", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_autograd(x, y, w, b, *, epochs, batch_size, lr):
    """Train the line w * x + b by mini-batches, rows in order, changing w and b in place.

    Returns the losses.
    """
    ### BEGIN SOLUTION
    losses = []
    for epoch in range(epochs):
        for start in range(0, len(x), batch_size):
            y_hat = w * x[start : start + batch_size] + b
            loss = ((y_hat - y[start : start + batch_size]) ** 2).mean()
            losses.append(loss.item())
            loss.backward()
            with torch.no_grad():
                w -= lr * w.grad
                b -= lr * b.grad
            w.grad = b.grad = None
    return losses
    ### END SOLUTION


# %%
check("04.train_autograd", train_autograd)
# Stuck? hint("04.train_autograd"). Or move on: train_autograd = solution("04.train_autograd")

# %% nbgrader={"grade": true, "grade_id": "autograd_updates", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import torch

from autograder.learn import line_data, record

x, y = (torch.tensor(column) for column in line_data())
w, b = (torch.tensor(0.0, dtype=torch.float64, requires_grad=True) for _ in range(2))
trace = record(train_autograd, x, y, w, b, epochs=3, batch_size=64, lr=0.05)
assert len(trace) == 48, "sixteen updates in each of three epochs"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("04.train_autograd", train_autograd, "updates_per_epoch", seed=54006)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "autograd_rows", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import torch

inputs, targets = torch.tensor([1.0, 2.0, 4.0]), torch.tensor([3.0, 5.0, 7.0])
w, b = (torch.tensor(0.0, requires_grad=True) for _ in range(2))
losses = train_autograd(inputs, targets, w, b, epochs=1, batch_size=2, lr=0.0)
assert [round(float(loss), 4) for loss in losses] == [17.0, 49.0], "rows 1 and 2, then row 3"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("04.train_autograd", train_autograd, "every_row_once", seed=54007)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "autograd_fresh", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import torch

inputs, targets = torch.tensor([1.0, 2.0]), torch.tensor([3.0, 5.0])
w, b = (torch.tensor(0.0, requires_grad=True) for _ in range(2))
train_autograd(inputs, targets, w, b, epochs=2, batch_size=2, lr=0.5)
assert (round(w.item(), 4), round(b.item(), 4)) == (-9.25, -5.75), "to (6.5, 4), and afresh from there"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("04.train_autograd", train_autograd, "fresh_gradients", seed=54008)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "autograd_losses", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import torch

inputs, targets = torch.tensor([1.0, 2.0]), torch.tensor([3.0, 5.0])
w, b = (torch.tensor(0.0, requires_grad=True) for _ in range(2))
losses = train_autograd(inputs, targets, w, b, epochs=1, batch_size=2, lr=0.5)
assert round(float(losses[0]), 4) == 17.0, "the loss of both rows, before their update"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("04.train_autograd", train_autograd, "losses", seed=54009)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "autograd_no_graph", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import torch

inputs, targets = torch.tensor([1.0, 2.0, 4.0]), torch.tensor([3.0, 5.0, 7.0])
w, b = (torch.tensor(0.0, requires_grad=True) for _ in range(2))
for loss in train_autograd(inputs, targets, w, b, epochs=1, batch_size=2, lr=0.05):
    assert not getattr(loss, "requires_grad", False), "a number, which remembers nothing"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("04.train_autograd", train_autograd, "no_graph", seed=54010)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "autograd_result", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import torch

from autograder.learn import line_data

x, y = (torch.tensor(column) for column in line_data())
w, b = (torch.tensor(0.0, dtype=torch.float64, requires_grad=True) for _ in range(2))
train_autograd(x, y, w, b, epochs=30, batch_size=100, lr=0.05)
assert abs(w.item() - 3) < 0.1 and abs(b.item() - 2) < 0.1, "the caller's own w and b have moved"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("04.train_autograd", train_autograd, "result", seed=54011)
### END HIDDEN TESTS

# %% [markdown]
# ## The ladder: three rungs side by side
#
# NumPy by hand, your own machine, PyTorch: the same training, all updates, compared after every single one.
#
# Your `Value` works number by number, and every row of every epoch would take it a while. A little algebra helps: multiply out the square, and a batch's mean loss needs only five means,
#
# $$L = w^2\,\overline{x^2} + 2wb\,\overline{x} + b^2 - 2w\,\overline{xy} - 2b\,\overline{y} + \overline{y^2}$$
#
# In words: the same loss, written with the batch's means (the bars), so that a handful of Values replaces hundreds.

# %%
x, y = line_data()
epochs = 1000
starts = range(0, len(x), batch_size)


def by_hand():
    """Rung 1: the weights after every update, shape (updates + 1, 2)."""
    w = b = 0.0
    weights = [(w, b)]
    for _ in range(epochs):
        for start in starts:
            dw, db = numpy_gradients(
                w, b, x[start : start + batch_size], y[start : start + batch_size]
            )
            w, b = w - lr * dw, b - lr * db
            weights.append((w, b))
    return np.array(weights)


def by_value():
    """Rung 2: the same with Value, its gradients reset after every update."""
    w, b = Value(0.0), Value(0.0)
    means = []
    for start in starts:
        x_batch, y_batch = x[start : start + batch_size], y[start : start + batch_size]
        numbers = (x_batch**2, 2 * x_batch, -2 * x_batch * y_batch, -2 * y_batch, y_batch**2)
        means.append([Value(float(np.mean(number))) for number in numbers])
    weights = [(w.data, b.data)]
    for _ in range(epochs):
        for xx, x2, xy, y1, yy in means:
            (w * w * xx + w * b * x2 + b * b + w * xy + b * y1 + yy).backward()
            for weight in (w, b):
                weight.data -= lr * weight.grad
                weight.grad = 0.0
            weights.append((w.data, b.data))
    return np.array(weights)


def by_torch():
    """Rung 3: your train_autograd, recorded."""
    w, b = (torch.tensor(0.0, dtype=torch.float64, requires_grad=True) for _ in range(2))
    rows = torch.tensor(x), torch.tensor(y)
    how = dict(epochs=epochs, batch_size=batch_size, lr=lr)
    return record(train_autograd, *rows, w, b, **how).weights


rungs = {"NumPy by hand": by_hand(), "your Value": by_value(), "PyTorch tensors": by_torch()}
(_, lowest), *higher = rungs.items()
for (name, weights), below in zip(higher, list(rungs.values())):
    difference = np.abs(weights - below).max()
    print(
        f"{name}: largest difference from the rung below over {len(weights) - 1} updates:"
        f" {difference:.1e}"
    )
    assert difference < 1e-12

# %% [markdown]
# ## Break it on purpose
#
# Leave out the reset: the one line that says "the batch is over". Everything else stays.

# %%
predict(
    "04-tenth",
    "Without a reset: at the tenth update, how many batches' gradients are in w.grad?",
    number=True,
)

# %%
predict(
    "04-epoch",
    "And after that first epoch, the loss over all rows is…",
    choices=["lower than with the reset", "about the same", "higher than at the very start"],
)


# %%
def train_never_reset(x, y, w, b, *, epochs, batch_size, lr):
    """The bug: nothing ever says that a batch is over. Returns what stood in w.grad at every update."""
    stood = []
    for epoch in range(epochs):
        for start in range(0, len(x), batch_size):
            loss = (
                (w * x[start : start + batch_size] + b - y[start : start + batch_size]) ** 2
            ).mean()
            loss.backward()
            with torch.no_grad():
                w -= lr * w.grad
                b -= lr * b.grad
            stood.append(w.grad.item())
    return stood


def run(function):
    """Three epochs from zero, recorded, and the loss over all rows after every update."""
    w, b = (torch.tensor(0.0, dtype=torch.float64, requires_grad=True) for _ in range(2))
    trace = record(
        function, torch.tensor(x), torch.tensor(y), w, b, epochs=3, batch_size=batch_size, lr=lr
    )
    return trace, [np.mean((w * x + b - y) ** 2) for w, b in trace.weights]


x, y = line_data()
(_, with_reset), (broken, without) = run(train_autograd), run(train_never_reset)
own, stood = broken.fresh[:, 0], broken.result
count = next(k for k in range(1, 11) if np.isclose(own[10 - k : 10].sum(), stood[9]))
outcome("04-tenth", count, "The gradients of {value} batches are in it.")
if without[10] > without[0]:
    answer = "higher than at the very start"
else:
    answer = "lower than with the reset" if without[10] < with_reset[10] else "about the same"
outcome(
    "04-epoch",
    answer,
    f"With the reset {with_reset[10]:.2f}, without {without[10]:.2f}, at the start"
    f" {without[0]:.2f}: {{value}}.",
)
table(
    ["update", "this batch's own gradient of w", "what stood in w.grad", "the sum of all so far"],
    [(k + 1, f"{own[k]:.4f}", f"{stood[k]:.4f}", f"{own[: k + 1].sum():.4f}") for k in range(10)],
    caption="The first epoch without a reset",
)

# %%
figure, axes = new_figure()
axes.plot(without, "o--", color=ORANGE, markersize=4, label="never reset")
axes.plot(with_reset, "s-", color=BLUE, markersize=4, label="reset after every update")
axes.set(xlabel="updates made", ylabel="loss over all rows")
axes.legend()
low = int(np.argmin(without[:11]))
picture(
    figure,
    f"Three epochs. With the reset the loss falls to {with_reset[-1]:.3f}. Without it falls faster"
    f" at first, to {without[low]:.2f} at update {low}, then the pile of old gradients carries the"
    f" weights past the bottom and up to {max(without):.1f}: the loop swings.",
)

# %% [markdown]
# No error here either, and for a few updates it even looks *better*. The old gradients go on pushing in their old direction, long after it has stopped being right.
#
# ## What you have settled
#
# - **Claim 15**, gradients are computed batch by batch and add up over the epoch: it *depends*. So it is when nobody resets between.
# - **Claim 19**, the update takes a weighted average of all batches' gradients: *false*. Backward adds. An average is what you get when you divide.
# - **Claim 20**, PyTorch zeroes for each batch: *false*. You saw a loop without the line.
# - **Claim 21**, a batch's gradient is accumulated, yet earlier ones are not retained: *false*, and against itself. After two backward passes both are there.
# - **Claim 4**, gradients pile up over an epoch and the pile adjusts the weights: *false* of mini-batch training, and true of the loop you broke.
#
# Next, [05_zero_grad](../05_zero_grad/05_zero_grad.ipynb): an optimizer takes over the update and the reset. Where may the reset stand, and where not?
