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
# # 01 · One update
#
# Training is one small act, repeated. In this notebook you do that act once, by hand, with nothing but NumPy.
#
# **Afterwards you can** write the four functions of every training loop (predict, measure, find the slope, step),
# derive the slope and check it without trusting anybody, and say what an update changes and what it leaves alone.
#
# **About 35 minutes.** Builds on Python functions and NumPy arrays. No calculus is taken for granted.
#
# Run the cells from the top with Shift+Enter. Where you find a function that only says *not implemented*, it is your turn.
# Under each such function stands a `check`: it tells you what holds and what does not, and you can run it as often as you like.
# Cells that draw a picture or a table are there to be run, not studied: look at what comes out.
# *Run All* stops at the first exercise that is still open, and shows you the end of the page: scroll back up to it.

# %%
import numpy as np

from autograder.labs import one_update
from autograder.learn import check, hint, line_data, outcome, predict, solution
from autograder.learn.look import BLUE, GREEN, ORANGE, PURPLE, new_figure
from autograder.learn.stills import picture, table

x, y = line_data()
print(f"x has shape {x.shape}, y has shape {y.shape}: {len(x)} rows, each a pair of numbers.")
print(f"The first row: x = {x[0]}, y = {y[0]}")

# %% [markdown]
# ## A model with two numbers
#
# The model is a straight line. For a row with input $x$ it predicts
#
# $$\hat y = w\,x + b$$
#
# In words: multiply the input by `w`, then add `b`. `w` says how far the prediction rises when `x` rises by one,
# `b` is the prediction at `x = 0`. These two numbers are called *parameters*, or *weights*.
# They are all that training ever changes, and all that is left of it at the end.
#
# To begin somewhere, set both to zero.

# %%
w, b = 0.0, 0.0

shown = slice(None, None, 25)
ends = np.array([x.min(), x.max()])  # a straight line needs two points
figure, axes = new_figure()
axes.plot(x, y, ".", color=BLUE, alpha=0.35, label="the rows")
axes.plot(ends, w * ends + b, color=ORANGE, linewidth=2.5, label=f"the line with w = {w}, b = {b}")
axes.vlines(
    x[shown], w * x[shown] + b, y[shown], color=ORANGE, linestyle=":", label="some of the errors"
)
axes.set(xlabel="x", ylabel="y")
axes.legend()
rising = "rise" if np.corrcoef(x, y)[0, 1] > 0 else "fall"
above = np.mean(y > w * x + b)
picture(
    figure,
    f"{len(x)} rows that {rising} from left to right, and a flat line at zero. "
    f"{above:.0%} of the rows lie above the line; a dotted stroke is the error of one row.",
)

# %% [markdown]
# ## Exercise 1: forward
#
# Give the predictions for all rows at once. `x` is an array of shape `(n,)`, so is the result: NumPy multiplies and adds row by row.
# Computing predictions is called the *forward pass*.


# %% nbgrader={"grade": false, "grade_id": "forward", "locked": false, "schema_version": 3, "solution": true, "task": false}
def forward(x, w, b):
    """The predictions w * x + b for all rows, shape (n,)."""
    ### BEGIN SOLUTION
    return w * x + b
    ### END SOLUTION


# %%
check("01.forward", forward)
# Stuck? hint("01.forward") gives the next hint.
# Want to move on? After a check, forward = solution("01.forward") lends you ours.

# %% [markdown]
# What was asked, as plain statements. Cells like these carry the points, and are locked. When they say nothing, all is well.

# %% nbgrader={"grade": true, "grade_id": "forward_value", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np

inputs = np.array([0.0, 1.0, 2.0])
assert np.allclose(np.ravel(forward(inputs, 3.0, 2.0)), [2.0, 5.0, 8.0]), "each prediction is w * x + b"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("01.forward", forward, "value", seed=51001)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "forward_shape", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np

assert np.shape(forward(np.linspace(-1, 1, 7), 0.5, 1.0)) == (7,), "one prediction per row"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("01.forward", forward, "shape", seed=51002)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "forward_inputs", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np

inputs = np.array([0.0, 1.0, 2.0])
forward(inputs, 3.0, 2.0)
assert list(inputs) == [0.0, 1.0, 2.0], "x is left as it was"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("01.forward", forward, "inputs_unchanged", seed=51003)
### END HIDDEN TESTS

# %% [markdown]
# ## How wrong is the line?
#
# Each row has an error, $\hat y - y$. One number for all of them: square every error, and take the mean.
#
# $$L = \frac1n \sum_{i=1}^{n} (\hat y_i - y_i)^2$$
#
# In words: the *mean squared error*. It is the *loss* of this course: smaller is better, zero is perfect.
# Squaring makes errors on both sides count alike, and does something more. Decide before you run on.

# %%
predict(
    "01-squares",
    "The error of one row becomes twice as large. How many times as large is its part in the loss?",
    number=True,
)

# %%
small, large = 1.5, 3.0
times = (large**2 / len(x)) / (small**2 / len(x))
outcome(
    "01-squares",
    times,
    f"An error of {large} instead of {small} adds {{value}} times as much to the loss.",
)

# %% [markdown]
# ## Exercise 2: mse
#
# One `float` for the whole array. You do not need your `forward` for it.


# %% nbgrader={"grade": false, "grade_id": "mse", "locked": false, "schema_version": 3, "solution": true, "task": false}
def mse(y_hat, y):
    """The mean squared error of the predictions y_hat against y, both (n,): one float."""
    ### BEGIN SOLUTION
    return float(np.mean((y_hat - y) ** 2))
    ### END SOLUTION


# %%
check("01.mse", mse)
# Stuck? hint("01.mse"). Or move on: mse = solution("01.mse")

# %% nbgrader={"grade": true, "grade_id": "mse_value", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np

assert mse(np.array([1.0, 2.0]), np.array([1.0, 2.0])) == 0, "no error, no loss"
assert round(mse(np.array([0.0, 0.0]), np.array([1.0, -3.0])), 9) == 5, "the mean of 1 and 9"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("01.mse", mse, "value", seed=51004)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "mse_number", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np

assert np.ndim(mse(np.zeros(7), np.ones(7))) == 0, "one number for all rows"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("01.mse", mse, "single_number", seed=51005)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "mse_inputs", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np

predicted, targets = np.zeros(2), np.array([1.0, -3.0])
mse(predicted, targets)
assert list(predicted) == [0, 0] and list(targets) == [1, -3], "both arrays are left as they were"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("01.mse", mse, "inputs_unchanged", seed=51006)
### END HIDDEN TESTS

# %% [markdown]
# Now the line you began with, and three others, have a number each.

# %%
tried = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)]
table(
    ["w", "b", "loss"],
    [(*line, f"{mse(forward(x, *line), y):.4f}") for line in tried],
    caption="Four lines and their loss",
)

# %% [markdown]
# ## Which way is down?
#
# You could go on trying lines. There is a better way: stand where you are, and ask how the loss answers to a tiny nudge of `w`.
# That answer, change of loss divided by the nudge, is a *slope*. Look at the first picture again and decide.

# %%
predict(
    "01-sign",
    "You stand at w = 0, b = 0 and raise w a little. What does the loss do?",
    choices=["it falls", "it stays", "it rises"],
)

# %%
nudge = 0.001
change = mse(forward(x, w + nudge, b), y) - mse(forward(x, w, b), y)
answer = "it falls" if change < 0 else "it rises" if change > 0 else "it stays"
outcome(
    "01-sign",
    answer,
    f"The loss changes by {change:.6f} when w rises by {nudge}: {{value}}. The slope is about"
    f" {change / nudge:.2f}.",
)

# %% [markdown]
# ## The slope, derived
#
# Nudging costs two forward passes for every weight, and a model may have millions. So work it out once, with a pencil.
# Follow a nudge of `w` on its way to the loss, one link at a time:
#
# 1. $\hat y_i = w x_i + b$: when `w` moves by one, the prediction of row $i$ moves by $x_i$.
# 2. $(\hat y_i - y_i)^2$: when the prediction moves by one, the square moves by $2(\hat y_i - y_i)$, for small moves.
# 3. The mean divides by $n$ and adds up over the rows.
#
# Multiply the links and add up the rows:
#
# $$\frac{\partial L}{\partial w} = \frac2n \sum_{i=1}^{n} (\hat y_i - y_i)\,x_i
# \qquad\qquad
# \frac{\partial L}{\partial b} = \frac2n \sum_{i=1}^{n} (\hat y_i - y_i)$$
#
# In words: for `w`, twice the mean of error times input. For `b` the first link is just one, because the prediction moves exactly as `b` does:
# twice the mean error. The two slopes together are the *gradient*. Finding it is the *backward pass*: from the loss back to the weights.
#
# **Every row has its say in these sums, and none is picked out.** Keep that in mind for later.
#
# ## Exercise 3: gradients


# %% nbgrader={"grade": false, "grade_id": "gradients", "locked": false, "schema_version": 3, "solution": true, "task": false}
def gradients(x, y, y_hat):
    """The slopes (dw, db) of the mean squared error at y_hat: two floats."""
    ### BEGIN SOLUTION
    error = y_hat - y
    dw = 2 * float(np.mean(error * x))
    db = 2 * float(np.mean(error))
    return dw, db
    ### END SOLUTION


# %%
check("01.gradients", gradients)
# Stuck? hint("01.gradients"). Or move on: gradients = solution("01.gradients")

# %% nbgrader={"grade": true, "grade_id": "gradients_dw", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np

inputs, targets = np.array([1.0, 2.0]), np.array([3.0, 5.0])
assert np.isclose(gradients(inputs, targets, np.zeros(2))[0], -13), "dw: twice the mean of error times x"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("01.gradients", gradients, "dw", seed=51007)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "gradients_db", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np

inputs, targets = np.array([1.0, 2.0]), np.array([3.0, 5.0])
assert np.isclose(gradients(inputs, targets, np.zeros(2))[1], -8), "db: twice the mean error"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("01.gradients", gradients, "db", seed=51008)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "gradients_two", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np

inputs, targets = np.array([1.0, 2.0]), np.array([3.0, 5.0])
dw, db = gradients(inputs, targets, np.zeros(2))
assert np.ndim(dw) == np.ndim(db) == 0, "two numbers, first dw, then db"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("01.gradients", gradients, "two_numbers", seed=51009)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "gradients_inputs", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np

inputs, targets = np.array([1.0, 2.0]), np.array([3.0, 5.0])
gradients(inputs, targets, np.zeros(2))
assert list(inputs) == [1, 2] and list(targets) == [3, 5], "x and y are left as they were"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("01.gradients", gradients, "inputs_unchanged", seed=51010)
### END HIDDEN TESTS

# %% [markdown]
# ## Trust nobody: check by nudging
#
# A derived slope and a nudged one must agree. Nudge a little up and a little down, and divide by the way between
# (this *central difference* is far more exact than a nudge to one side). The check needs no teacher, and works for every model there is.


# %%
def nudged_slope(loss_at, value, nudge=1e-5):
    """How the loss answers to a tiny change of one number."""
    return (loss_at(value + nudge) - loss_at(value - nudge)) / (2 * nudge)


dw, db = gradients(x, y, forward(x, w, b))
dw_nudged = nudged_slope(lambda value: mse(forward(x, value, b), y), w)
db_nudged = nudged_slope(lambda value: mse(forward(x, w, value), y), b)
table(
    ["slope", "derived", "nudged", "difference"],
    [
        ("dw", f"{dw:.9f}", f"{dw_nudged:.9f}", f"{abs(dw - dw_nudged):.1e}"),
        ("db", f"{db:.9f}", f"{db_nudged:.9f}", f"{abs(db - db_nudged):.1e}"),
    ],
    caption="The gradient at w = 0, b = 0, found in two ways",
)
assert max(abs(dw - dw_nudged), abs(db - db_nudged)) < 1e-7

# %%
ws = np.linspace(-1, 7, 161)
along = [mse(forward(x, value, b), y) for value in ws]
here = mse(forward(x, w, b), y)
figure, axes = new_figure()
axes.plot(ws, along, color=BLUE, label="the loss, for every w (b = 0)")
reach = np.array([w - 1, w + 1.5])
axes.plot(
    reach, here + dw * (reach - w), "--", color=ORANGE, linewidth=2.5, label=f"the slope at w = {w}"
)
axes.plot([w], [here], "o", color=ORANGE, markersize=9, label="you are here")
axes.set(xlabel="w", ylabel="loss", ylim=(0, max(along)))
axes.legend()
bottom = ws[int(np.argmin(along))]
picture(
    figure,
    f"The loss as a valley over w, with its bottom near w = {bottom:.2f}. At w = {w} the loss is"
    f" {here:.2f} and the slope {dw:.2f}: downhill is to the {'right' if dw < 0 else 'left'}.",
)

# %% [markdown]
# ## Exercise 4: update
#
# The gradient points uphill, so go the other way, in proportion to it:
#
# $$w \leftarrow w - \eta \,\frac{\partial L}{\partial w} \qquad\qquad b \leftarrow b - \eta \,\frac{\partial L}{\partial b}$$
#
# In words: from each weight subtract its slope, scaled by the *learning rate* $\eta$ (eta; `lr` in code), a small positive number.
# Return the new pair. First decide what comes out.

# %%
predict(
    "01-moves",
    "The slope dw at w = 0 is negative. After one update, w will be…",
    choices=["smaller than 0", "still 0", "larger than 0"],
)


# %% nbgrader={"grade": false, "grade_id": "update", "locked": false, "schema_version": 3, "solution": true, "task": false}
def update(w, b, dw, db, lr):
    """One step downhill: the new (w, b). The old ones stay as they are."""
    ### BEGIN SOLUTION
    return w - lr * dw, b - lr * db
    ### END SOLUTION


# %%
check("01.update", update)
# Stuck? hint("01.update"). Or move on: update = solution("01.update")

# %% nbgrader={"grade": true, "grade_id": "update_w", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
assert round(update(1.0, 2.0, 4.0, -8.0, 0.25)[0], 9) == 0.0, "w minus lr times dw"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("01.update", update, "w", seed=51011)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "update_b", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
assert round(update(1.0, 2.0, 4.0, -8.0, 0.25)[1], 9) == 4.0, "b minus lr times db"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("01.update", update, "b", seed=51012)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "update_downhill", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
w_new, b_new = update(1.0, 2.0, 4.0, -8.0, 0.25)
assert not w_new > 1.0, "dw is positive here, so w must not rise"
assert not b_new < 2.0, "db is negative here, so b must not fall"
### BEGIN HIDDEN TESTS
from autograder.learn import prove

prove("01.update", update, "downhill", seed=51013)
### END HIDDEN TESTS

# %% [markdown]
# ## One update, whole
#
# Forward, loss, backward, update: four lines. This is the act that training repeats.

# %%
w, b, lr = 0.0, 0.0, 0.05

y_hat = forward(x, w, b)
loss_before = mse(y_hat, y)
dw, db = gradients(x, y, y_hat)
w_new, b_new = update(w, b, dw, db, lr)

loss_after = mse(forward(x, w_new, b_new), y)
moved = "larger than 0" if w_new > 0 else "smaller than 0" if w_new < 0 else "still 0"
outcome(
    "01-moves",
    moved,
    f"w went from {w} to {w_new:.4f}: {{value}}. A negative slope, subtracted, adds.",
)
table(
    ["", "w", "b", "loss"],
    [
        ("before the update", f"{w:.4f}", f"{b:.4f}", f"{loss_before:.4f}"),
        ("after the update", f"{w_new:.4f}", f"{b_new:.4f}", f"{loss_after:.4f}"),
    ],
    caption="One update",
)

# %% [markdown]
# Look at what is *not* in those lines. The data did not change. The gradient was used once and is of no more use:
# at the new weights the slopes are others, and have to be found anew. What the update learned is in `w` and `b`, and nowhere else.
#
# The learning rate says how much of the slope to take. Take twice as much, and…

# %%
predict(
    "01-twice",
    "With a learning rate twice as large, the loss of one update falls…",
    choices=["less than twice as far", "exactly twice as far", "more than twice as far"],
)


# %%
def fall(lr):
    """How far one update from w = 0, b = 0 brings the loss down."""
    dw, db = gradients(x, y, forward(x, 0.0, 0.0))
    return mse(forward(x, 0.0, 0.0), y) - mse(forward(x, *update(0.0, 0.0, dw, db, lr)), y)


rates = [0.05, 0.1, 0.2, 0.4, 0.8, 1.6]
ratio = fall(2 * lr) / fall(lr)
comparison = "exactly" if np.isclose(ratio, 2) else "less than" if ratio < 2 else "more than"
outcome(
    "01-twice",
    f"{comparison} twice as far",
    f"It falls by {fall(lr):.3f} with lr = {lr}, by {fall(2 * lr):.3f} with lr = {2 * lr}:"
    f" {{value}} ({ratio:.2f} times).",
)
table(
    ["lr", "the loss falls by", "the slope alone promised"],
    [(rate, f"{fall(rate):.3f}", f"{rate * (dw**2 + db**2):.3f}") for rate in rates],
    caption="One update from w = 0, b = 0 at several learning rates",
)

# %% [markdown]
# The slope is true only where you stand; the valley bends up under a long step. In the last row the step is so long that it jumps across
# and lands higher than it began: a fall below zero is a rise. Now the same at your own pace.
#
# ## Lab: one update after another
#
# Place `w` and `b` anywhere, and choose a learning rate: the dashed line is where one update would take you.
# Look for a rate that lands right beside the cross, and for one that lands farther from it than you stood.

# %%
one_update()

# %% [markdown]
# ## Ten updates
#
# An update is small. Repeat it, each time with the gradient of the new place.

# %%
w, b, lr = 0.0, 0.0, 0.1
path = [(w, b)]
for _ in range(10):
    dw, db = gradients(x, y, forward(x, w, b))
    w, b = update(w, b, dw, db, lr)
    path.append((w, b))
by_update = [mse(forward(x, *place), y) for place in path]

figure, (left, right) = new_figure(2)
left.plot(x, y, ".", color=BLUE, alpha=0.2)
for count, style, colour in [
    (0, ":", ORANGE),
    (1, "--", PURPLE),
    (3, "-.", GREEN),
    (10, "-", ORANGE),
]:
    left.plot(
        ends, forward(ends, *path[count]), style, color=colour, linewidth=2, label=f"after {count}"
    )
left.set(xlabel="x", ylabel="y", title="the line")
left.legend(title="updates")
right.plot(by_update, "o-", color=BLUE)
right.set(xlabel="updates made", ylabel="loss", title="the loss", ylim=(0, None))
picture(
    figure,
    "Left: the line turns towards the rows as updates are made. Right: the loss falls from"
    f" {by_update[0]:.2f} to {by_update[1]:.2f} with the first update and to {by_update[-1]:.2f}"
    f" with {len(path) - 1}; each update gains less than the one before, because the slope itself"
    " becomes smaller.",
)

# %% [markdown]
# ## Break it on purpose
#
# Turn the minus of the update into a plus. Nothing else changes: same data, same gradient, same rate. What will it look like?

# %%
predict(
    "01-uphill",
    "After ten updates with + in place of −, the loss is…",
    choices=["lower than at the start", "the same", "higher than at the start"],
)

# %%
w, b = 0.0, 0.0
uphill = [mse(forward(x, w, b), y)]
for _ in range(10):
    dw, db = gradients(x, y, forward(x, w, b))
    w, b = w + lr * dw, b + lr * db  # the bug: + instead of -
    uphill.append(mse(forward(x, w, b), y))

change = uphill[-1] - uphill[0]
verdict = (
    "higher than at the start"
    if change > 0
    else "lower than at the start" if change < 0 else "the same"
)
outcome("01-uphill", verdict, f"The loss went from {uphill[0]:.2f} to {uphill[-1]:.2f}: {{value}}.")
print("The loss after each update:", ", ".join(f"{loss:.1f}" for loss in uphill))

# %% [markdown]
# No error, no warning: the code runs and gets worse. That is what most bugs of training look like, and why this course looks at
# what a loop *did* instead of how its last number looks. Mend the line and run the cell again, if you like.
#
# ## What you have settled
#
# - **Claim 17**, an update subtracts a scaled gradient from the parameters: *true* of this plain update, and you wrote it. Later optimizers
#   scale a history of gradients; you meet one in notebook 8.
# - **Claim 2**, one iteration is one forward pass, one loss, one backward pass and one update: you have now done each of the four by hand.
#   Whether a whole loop keeps to it is seen in the next notebook.
# - **Claim 23**, the parameters get better step by step: it *depends* on the learning rate already for a single step, as the table of rates showed.
#
# So far every update looked at all rows. In [02_batches_and_epochs](../02_batches_and_epochs/02_batches_and_epochs.ipynb) the same four functions get a few rows at a time, and you count:
# what is a batch, what is an epoch, and how many updates are there in all?
