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
# # 05 · Where does the reset go?
#
# In notebook 04 you saw that `backward` *adds* to `.grad`. Now an optimizer takes over the subtracting,
# and one short line, `optimizer.zero_grad()`, decides whether an update sees its own batch or a pile of
# old ones.
#
# **Afterwards you can** write PyTorch's training loop from memory; say which call changes what; say where
# the reset may stand and where not; and recognise broken loops by what they did, even while their loss
# looks fine.
#
# **About 45 minutes.** Builds on 02 (the two loops) and 04 (backward adds).

# %%
import matplotlib.pyplot as plt
import numpy as np
import torch
from torch import nn

from autograder.learn import check, hint, line_data, outcome, predict, record, solution
from autograder.learn.stills import picture, table

x, y = (torch.from_numpy(column)[:, None] for column in line_data())
loss_fn = nn.MSELoss()


def line_model(lr, momentum=0.0):
    """A line that starts at w = 0, b = 0, and an optimizer that holds its two parameters."""
    model = nn.Linear(1, 1, dtype=torch.float64)
    nn.init.zeros_(model.weight)
    nn.init.zeros_(model.bias)
    return model, torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)


print(f"x and y: {len(x)} rows each, shape {tuple(x.shape)}")

# %% [markdown]
# ## 1. Five calls make one update
#
# Two objects are new. `loss_fn(prediction, target)` is the mean squared error you wrote yourself in 01.
# The **optimizer** holds the parameters and the learning rate, and has two verbs: `optimizer.step()` moves
# every parameter by its `.grad`, and `optimizer.zero_grad()` empties every `.grad`.

# %%
predict(
    "05-who-moves",
    "zero_grad, forward, loss, backward, step: which of these five calls change the weights w and b?",
    choices=["only step", "backward and step", "zero_grad and step", "all five"],
)

# %%
model, optimizer = line_model(lr=0.05)
seen = []


def look(call):
    """Write down the weights and the gradient as they are after a call."""
    gradient = model.weight.grad
    shown = "None" if gradient is None else f"{gradient.item():.4f}"
    seen.append((call, model.weight.item(), model.bias.item(), shown))


look("(at the start)")
for batch in (0, 1):
    x_batch, y_batch = x[100 * batch : 100 * batch + 100], y[100 * batch : 100 * batch + 100]
    optimizer.zero_grad()
    look("zero_grad")
    prediction = model(x_batch)
    look("forward")
    loss = loss_fn(prediction, y_batch)
    look("loss")
    loss.backward()
    look("backward")
    optimizer.step()
    look("step")

table(
    ["after this call", "w", "b", "gradient of w"],
    [(call, f"{w:.4f}", f"{b:.4f}", shown) for call, w, b, shown in seen],
    "Two updates, call by call",
)

# %%
movers = sorted({after[0] for before, after in zip(seen, seen[1:]) if before[1:3] != after[1:3]})
outcome(
    "05-who-moves",
    "only " + movers[0] if len(movers) == 1 else " and ".join(movers),
    "The weights changed at: {value}.",
)

# %% [markdown]
# Read the column of the gradient: `backward` fills it, `step` leaves it standing, `zero_grad` empties it
# (to `None`; more on that below). The weights stand beside it untouched. **Zeroing gradients does not zero
# weights**: what was learned lives in the weights.
#
# And `step` is no magic. For plain SGD it is the line you wrote in 01:

# %%
w_before, gradient = seen[-2][1], model.weight.grad.item()
by_hand = w_before - 0.05 * gradient
print(f"by hand      w - lr * gradient = {w_before:.6f} - 0.05 * {gradient:.6f} = {by_hand:.6f}")
print(f"after step                   w = {model.weight.item():.6f}")
assert abs(by_hand - model.weight.item()) < 1e-15

# %% [markdown]
# ## 2. Your loop
#
# Put the five calls into the two loops of notebook 02: epochs outside, batches inside, one update per
# batch. The model, the optimizer and the loss function are given to you; use those.
#
# Keep each loss as a plain number (`loss.item()`). A loss tensor still holds the whole graph behind it.


# %% nbgrader={"grade": false, "grade_id": "train", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    """Train the model, one update per batch.

    x, y: tensors with equally many rows. The last batch of an epoch may be smaller.
    Returns the losses: one number per update, the loss of its batch before that update.
    """
    ### BEGIN SOLUTION
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), batch_size):
            x_batch, y_batch = x[start : start + batch_size], y[start : start + batch_size]
            optimizer.zero_grad()
            loss = loss_fn(model(x_batch), y_batch)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
    ### END SOLUTION


# %%
check("05.train", train)

# %% [markdown]
# Stuck? `hint("05.train")` in a new cell gives a nudge, and another one each time. To go on first and come
# back later, `train = solution("05.train")` shows a worked version and lets you use it.
#
# The next cells are the tests that give points. Each asks for one thing; read them as the specification.

# %% nbgrader={"grade": true, "grade_id": "train_updates_per_epoch", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import torch

from autograder.learn import line_data, prove, record

x, y = (torch.from_numpy(column)[:, None] for column in line_data())
model = torch.nn.Linear(1, 1, dtype=torch.float64)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
trace = record(train, model, optimizer, torch.nn.MSELoss(), x, y, epochs=3, batch_size=100)
assert trace.updates_per_epoch == [10, 10, 10], "1000 rows in batches of 100: ten updates in each of three epochs"
trace = record(train, model, optimizer, torch.nn.MSELoss(), x, y, epochs=2, batch_size=64)
assert trace.updates_per_epoch == [16, 16], "1000 rows in batches of 64: sixteen updates, one of them from 40 rows"
### BEGIN HIDDEN TESTS
prove("05.train", train, "updates_per_epoch", seed=50317)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "train_every_row_once", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import torch

from autograder.learn import line_data, prove, record

x, y = (torch.from_numpy(column)[:, None] for column in line_data())
model = torch.nn.Linear(1, 1, dtype=torch.float64)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
trace = record(train, model, optimizer, torch.nn.MSELoss(), x, y, epochs=2, batch_size=64)
assert trace.rows_per_epoch == [1000, 1000], "each epoch sees all 1000 rows"
assert sum(len(rows) for rows in trace.rows) == 2000, "and each of them once"
### BEGIN HIDDEN TESTS
prove("05.train", train, "every_row_once", seed=61520)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "train_fresh_gradients", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np
import torch

from autograder.learn import line_data, prove, record

x, y = (torch.from_numpy(column)[:, None] for column in line_data())
model = torch.nn.Linear(1, 1, dtype=torch.float64)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
trace = record(train, model, optimizer, torch.nn.MSELoss(), x, y, epochs=3, batch_size=100)
assert len(trace) == 30, "thirty updates in three epochs"
for before, after, rows in zip(trace.weights, trace.weights[1:], trace.rows):
    x_rows, y_rows = x[rows, 0].numpy(), y[rows, 0].numpy()
    error = before[0] * x_rows + before[1] - y_rows
    own = np.array([2 * np.mean(error * x_rows), 2 * np.mean(error)])
    assert np.allclose((before - after) / 0.05, own), (
        "every update moves the weights by its own batch's gradient, and nothing older"
    )
### BEGIN HIDDEN TESTS
prove("05.train", train, "fresh_gradients", seed=72904)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "train_weights", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np
import torch

from autograder.learn import line_data, prove, record

x, y = (torch.from_numpy(column)[:, None] for column in line_data())
model = torch.nn.Linear(1, 1, dtype=torch.float64)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)
trace = record(train, model, optimizer, torch.nn.MSELoss(), x, y, epochs=3, batch_size=64)
assert len(trace) == 48, "sixteen updates in each of three epochs"
velocity = np.zeros(2)
for before, after, rows in zip(trace.weights, trace.weights[1:], trace.rows):
    x_rows, y_rows = x[rows, 0].numpy(), y[rows, 0].numpy()
    error = before[0] * x_rows + before[1] - y_rows
    own = np.array([2 * np.mean(error * x_rows), 2 * np.mean(error)])
    velocity = 0.9 * velocity + own
    assert np.allclose(after, before - 0.05 * velocity), (
        "the weights are those that SGD with momentum makes of these gradients"
    )
### BEGIN HIDDEN TESTS
prove("05.train", train, "weights", seed=83411)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "train_losses", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np
import torch

from autograder.learn import line_data, prove, record

x, y = (torch.from_numpy(column)[:, None] for column in line_data())
model = torch.nn.Linear(1, 1, dtype=torch.float64)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
trace = record(train, model, optimizer, torch.nn.MSELoss(), x, y, epochs=3, batch_size=100)
assert len(trace.result) == 30, "one loss per update"
assert not any(getattr(loss, "requires_grad", False) for loss in trace.result), "as numbers, which hold no graph"
for (w, b), rows, loss in zip(trace.weights, trace.rows, trace.result):
    expected = torch.mean((w * x[rows] + b - y[rows]) ** 2)
    assert np.isclose(float(loss), expected.item()), "each is the mean loss of its batch before the update"
### BEGIN HIDDEN TESTS
prove("05.train", train, "losses", seed=94862)
### END HIDDEN TESTS

# %% [markdown]
# ## 3. The same weights, one rung higher
#
# Here is the loop of notebook 02, by hand, in NumPy; and yours, with autograd and an optimizer. Both start
# at zero and make 10 000 updates.

# %%
predict(
    "05-ladder",
    "After 10 000 updates each, how far apart are the weights of the two loops?",
    choices=["the same to the last bit", "the same to 12 decimals", "apart by about 0.001", "apart by about 0.1"],
)

# %%
x_line, y_line = line_data()
w, b, by_hand = 0.0, 0.0, []
for _ in range(1000):
    for start in range(0, 1000, 100):
        x_batch, y_batch = x_line[start : start + 100], y_line[start : start + 100]
        error = w * x_batch + b - y_batch
        w, b = w - 0.05 * 2 * np.mean(error * x_batch), b - 0.05 * 2 * np.mean(error)
        by_hand.append((w, b))

model, optimizer = line_model(lr=0.05)
trace = record(train, model, optimizer, loss_fn, x, y, epochs=1000, batch_size=100)
difference = np.abs(trace.weights[1:] - np.array(by_hand)).max()
print(f"{len(by_hand)} updates by hand, {len(trace)} by the optimizer")
print(f"largest difference of any weight after any update: {difference:.1e}")
assert len(trace) == len(by_hand) == 10_000 and difference < 1e-12
words = "the same to the last bit" if difference == 0 else "the same to 12 decimals"
outcome("05-ladder", words, "After 10 000 updates the weights are {value}.")

# %% [markdown]
# Nothing is hidden in the optimizer. From here on you may trust it as far as you trust your own lines.

# %% [markdown]
# ## 4. Where may the reset stand?
#
# The first line of the loop is a habit, not a law. Here is one loop in which the reset can stand in six
# places.

# %%
PLACES = ["before forward", "before backward", "after step", "between backward and step", "once per epoch", "never"]


def train_with_reset(place, model, optimizer, x, y, *, epochs):
    """The loop of this notebook in batches of 100, with its reset at `place`. Returns the losses."""

    def reset_if(here):
        if here == place:
            optimizer.zero_grad()

    losses = []
    for _ in range(epochs):
        reset_if("once per epoch")
        for start in range(0, len(x), 100):
            reset_if("before forward")
            loss = loss_fn(model(x[start : start + 100]), y[start : start + 100])
            reset_if("before backward")
            loss.backward()
            reset_if("between backward and step")
            optimizer.step()
            reset_if("after step")
            losses.append(loss.item())
    return losses


# %%
predict(
    "05-places",
    f"How many of these six places give the very same weights, to the last bit? ({', '.join(PLACES)})",
    number=True,
)


# %%
def loss_over_all(model):
    """The loss over all 1000 rows, as a number."""
    with torch.no_grad():
        return loss_fn(model(x), y).item()


losses, ends = {}, {}
for place in PLACES:
    model, optimizer = line_model(lr=0.05)
    before = loss_over_all(model)
    train_with_reset(place, model, optimizer, x, y, epochs=20)
    losses[place] = (before, loss_over_all(model))
    ends[place] = np.array([model.weight.item(), model.bias.item()])

apart = {place: np.abs(ends[place] - ends["before forward"]).max() for place in PLACES}
table(
    ["the reset stands", "loss before", "loss after", "weights differ from row 1 by"],
    [(place, f"{losses[place][0]:.3f}", f"{losses[place][1]:.3f}", f"{apart[place]:.3g}") for place in PLACES],
    "One loop with its reset in six places: 20 epochs, learning rate 0.05, loss over all rows",
)

# %%
same = [place for place in PLACES if apart[place] == 0]
outcome("05-places", len(same), "{value} places give the same bits: " + ", ".join(same) + ".")

# %% [markdown]
# Anywhere will do, as long as every `backward` starts from an empty `.grad` and every `step` finds a full
# one. Between `backward` and `step` the reset throws away what was just computed: `step` finds nothing to
# do, and the loss stays where it was.
# The last two rows are the interesting ones: they learn something, or seem to. What do they carry along?

# %% [markdown]
# ## 5. What is in the pile
#
# "Zero the gradients at the start of every epoch" is what many people believe, and some tutorials say. In
# that loop `.grad` is empty before batch 1 only.

# %%
predict(
    "05-stale",
    "Reset once per epoch, 10 batches per epoch. At the 10th update, how many old batches' gradients are "
    "in .grad beside its own?",
    number=True,
)

# %%
model, optimizer = line_model(lr=0.05)
trace = record(train_with_reset, "once per epoch", model, optimizer, x, y, epochs=2)
w_fresh, w_stood = trace.fresh[:, 0], trace.stood[:, 0]


def older_in_pile(update):
    """How many gradients before this update's own (counted from 0) add up with it to what step found."""
    for older in range(update + 1):
        if np.isclose(w_stood[update], w_fresh[update - older : update + 1].sum(), rtol=1e-9):
            return older


pile = [older_in_pile(update) for update in range(10)]
print("old gradients in the pile at updates 1 to 10:", pile)
outcome("05-stale", pile[9], "Beside the batch's own gradient there were {value} old ones.")

# %% jupyter={"source_hidden": true}
updates = np.arange(1, 21)
figure, axes = plt.subplots(figsize=(8, 3.2), layout="constrained")
axes.bar(updates - 0.2, w_fresh, width=0.4, color="#0072B2", label="this batch's own gradient")
axes.bar(
    updates + 0.2,
    w_stood,
    width=0.4,
    color="#D55E00",
    hatch="///",
    edgecolor="white",
    label="what step found in .grad",
)
axes.axhline(0, color="black", linewidth=0.8)
axes.axvline(10.5, color="gray", linestyle="--")
axes.annotate("epoch 2: reset", (10.6, 0.97 * w_stood.max()), va="top")
axes.set(xlabel="update", ylabel="gradient of w", xticks=updates)
axes.legend()
picture(
    figure,
    f"Reset once per epoch, learning rate 0.05. At update 1 step finds the batch's own gradient ({w_fresh[0]:.2f}). "
    f"At update 10 the batch's own is {w_fresh[9]:.2f}, but step finds {w_stood[9]:.2f}: the sum of all ten. "
    f"At update 11, after the reset, own and found agree again ({w_fresh[10]:.2f} and {w_stood[10]:.2f}).",
)

# %% [markdown]
# So the reset at the border does what it promises: nothing of an earlier epoch comes in. Within the epoch
# it does nothing: the k-th update carries k − 1 old gradients, taken at weights that are long gone. With
# one update per batch, the reset has to happen **once per update**.

# %% [markdown]
# ## 6. Why nobody notices
#
# Such a bug should show in the loss. Does it? Here are many learning rates at once: `w` and `b` are arrays
# with one entry per rate. Everything else is the loop you know, 1000 epochs long.

# %%
predict(
    "05-explodes",
    "Reset once per epoch. At which of these learning rates does the loss explode?",
    choices=["at 0.01", "at 0.05", "at 0.1", "at all three", "at none"],
)

# %%
asked = [0.01, 0.05, 0.1]
rates = np.unique([*np.geomspace(0.001, 0.2, 60), *asked])


def final_losses(rates, reset, epochs=1000, batch_size=100):
    """The loss over all rows at the end of training, one for each learning rate."""
    rates = np.asarray(rates, dtype=float)
    w, b, dw, db = np.zeros((4, len(rates)))
    for _ in range(epochs):
        for start in range(0, 1000, batch_size):
            if reset == "every update" or (reset == "once per epoch" and start == 0):
                dw, db = 0.0, 0.0
            x_batch, y_batch = x_line[start : start + batch_size], y_line[start : start + batch_size]
            error = np.outer(x_batch, w) + b - y_batch[:, None]
            dw, db = dw + 2 * x_batch @ error / batch_size, db + 2 * error.mean(axis=0)
            w, b = w - rates * dw, b - rates * db
    return np.mean((np.outer(x_line, w) + b - y_line[:, None]) ** 2, axis=0)


curves = {reset: final_losses(rates, reset) for reset in ("every update", "once per epoch", "never")}
places = np.searchsorted(rates, asked)
table(
    ["the reset", *(f"loss at rate {rate}" for rate in asked)],
    [(reset, *(f"{loss:.4g}" for loss in losses[places])) for reset, losses in curves.items()],
    "Loss after 1000 epochs",
)

# %%
start_loss = np.mean(y_line**2)
exploded = [rate for rate, loss in zip(asked, curves["once per epoch"][places]) if not loss < start_loss]
words = {0: "at none", 3: "at all three"}.get(len(exploded), "at " + " and ".join(map(str, exploded)))
outcome("05-explodes", words, "It exploded {value}.")

# %% jupyter={"source_hidden": true}
ratio = curves["once per epoch"] / curves["every update"]
hides, explodes = ratio < 1.05, ~(curves["once per epoch"] < start_loss)
figure, axes = plt.subplots(figsize=(8, 3.6), layout="constrained")
looks = {
    "every update": ("#009E73", "-", "o"),
    "once per epoch": ("#D55E00", "--", "s"),
    "never": ("#0072B2", ":", "^"),
}
for reset, (color, line, mark) in looks.items():
    shown = np.minimum(np.nan_to_num(curves[reset], nan=np.inf), 1e4)
    axes.loglog(rates, shown, line, color=color, marker=mark, markersize=4, label=f"reset {reset}")
axes.axhline(start_loss, color="gray", linewidth=0.8)
axes.annotate("loss at the start", (rates[0], 1.1 * start_loss))
axes.set(xlabel="learning rate", ylabel="loss after 1000 epochs", ylim=(0.1, 2e4))
axes.legend(loc="upper left", bbox_to_anchor=(0.0, 0.9))
picture(
    figure,
    f"Loss after 1000 epochs by learning rate, cut off at 10 000. Reset at every update: between "
    f"{curves['every update'].min():.4f} "
    f"and {curves['every update'].max():.4f} everywhere. Reset once per epoch: within 5 % of that at "
    f"{hides.sum()} of {len(rates)} rates, "
    f"above the loss at the start at {explodes.sum()} (the lowest is {rates[explodes][0]:.3f}). Never "
    f"reset: it swings, "
    f"from {np.nanmin(curves['never']):.2f} up.",
)

# %% [markdown]
# Three things to see. At small rates the loop with the bug ends where the right one does. Then it explodes. And
# at larger rates it looks fine again, before it explodes once more. Two more questions, answered by the same code:

# %%
early = {reset: final_losses([0.01], reset, epochs=5)[0] for reset in ("every update", "once per epoch")}
for reset, value in early.items():
    print(f"rate 0.01, reset {reset}: loss {value:.4f} after 5 epochs")
faster = min(early, key=early.get)
print(f"Lower, so faster there: reset {faster}.\n")

for batch_size in (200, 100, 50):
    ends = final_losses(rates, "once per epoch", epochs=300, batch_size=batch_size)
    lowest = rates[~(ends < start_loss)][0]
    print(f"{1000 // batch_size:2} batches per epoch: the lowest of these rates that explodes is {lowest:.4f}")

# %% [markdown]
# A pile of gradients that point the same way acts like a larger step: that is why the bug can *help* early on.
# And the rate at which it explodes moves with the number of batches in an epoch: the pile makes the weights
# swing to and fro, and it explodes where that swing keeps step with the resets.
#
# **A good final loss proves nothing about the loop.** That is why your checks here look at what the loop did
# and never at where its loss ended.

# %% [markdown]
# Now move things yourself: lock a prediction, choose a place for the reset, and change the learning rate.

# %%
from autograder.labs import where_zero_grad

where_zero_grad()

# %% [markdown]
# ## 7. None or zeros?
#
# `zero_grad()` sets each `.grad` to `None`. `zero_grad(set_to_none=False)` fills it with zeros. For plain SGD
# both leave `step` with nothing to subtract. With *momentum* the optimizer remembers its last moves and keeps
# going a little.

# %%
predict(
    "05-none",
    "An optimizer with momentum has made three updates. Then: reset, and step without a new backward. "
    "When does w still move?",
    choices=["after None", "after zeros", "after both", "after neither"],
)

# %%
moved = {}
for name, set_to_none in (("None", True), ("zeros", False)):
    model, optimizer = line_model(lr=0.05, momentum=0.9)
    for _ in range(3):
        optimizer.zero_grad()
        loss_fn(model(x), y).backward()
        optimizer.step()
    optimizer.zero_grad(set_to_none=set_to_none)
    before = model.weight.item()
    optimizer.step()
    moved[name] = model.weight.item() - before
    print(f"reset to {name:5}: one more step moves w by {moved[name]:.4f}")

# %%
names = [name for name in moved if moved[name] != 0]
words = {0: "after neither", 1: "after " + "".join(names), 2: "after both"}[len(names)]
outcome("05-none", words, "w still moved: {value}.")

# %% [markdown]
# `None` means "there is no gradient: skip this parameter". Zeros mean "there is one, and it is zero". In a
# loop that calls `backward` before every `step`, the two give the same weights.

# %% [markdown]
# ## 8. A bug hunt
#
# Eight loops, `a` to `h`. Each has one mistake that real people made in public. Do not read their code; look at what
# they *did*. Here each has been recorded for two epochs of 1000 rows in batches of 64.

# %%
from autograder.exercises.bugs import BUGS, bug

x_line, y_line = line_data()


def right_loop(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    """The loop of this notebook, to compare with."""
    for _ in range(epochs):
        for start in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss_fn(model(x[start : start + batch_size]), y[start : start + batch_size]).backward()
            optimizer.step()


traces = {"right": record(right_loop, *line_model(lr=0.05), loss_fn, x, y, epochs=2, batch_size=64)}
for label in BUGS:
    torch.manual_seed(5)
    traces[label] = record(bug(label), *line_model(lr=0.05), loss_fn, x, y, epochs=2, batch_size=64)

# %% [markdown]
# These are the clues that a detective asks a trace for: how many updates and forward passes, how many different rows,
# how many steps found exactly their own batch's gradient in `.grad`, how many losses are those of x with *its own* y, and
# in which order the calls came. Compare each row with the first.


# %% jupyter={"source_hidden": true}
def pairs_fit(trace, number):
    """Is the loss of this pass the one of its rows of x with their own y? Worked out again from the weights."""
    rows, update = trace.pass_rows[number], trace.pass_update[number]
    w, b = trace.weights[[update, max(update - 1, 0)]].T[:, :, None]
    worked_out = np.mean((w * x_line[rows] + b - y_line[rows]) ** 2, axis=1)
    return bool(np.isclose(worked_out, trace.pass_losses[number]).any())


def clues(trace):
    """What a detective asks a trace for."""
    passes = range(len(trace.pass_losses))
    own = np.isclose(trace.stood, trace.fresh, rtol=1e-6).all(axis=1)
    seen = {row for rows in trace.pass_rows for row in rows.tolist()}
    calls = trace.order[1] if len(trace.order[1]) < 7 else (*trace.order[1][:5], "…", trace.order[1][-1])
    return {
        "updates": len(trace),
        "forward passes": len(passes),
        "different rows": len(seen),
        "steps with their own gradient": own.sum(),
        "losses of x with its own y": sum(pairs_fit(trace, number) for number in passes),
        "calls of the second update": ", ".join(calls),
    }


found = {label: clues(trace) for label, trace in traces.items()}
table(
    ["loop", *found["right"]],
    [(label, *found[label].values()) for label in found],
    "Two epochs of the right loop and of each broken one",
)

# %% [markdown]
# And one after the other in the flight recorder: change the letter, run the cell again, and travel. (The recorder
# sees a reset by what it empties. At update 1 nothing stands in `.grad` yet, so none is shown there.)

# %%
from autograder.labs import flight_recorder

flight_recorder(traces["a"])

# %% [markdown]
# Now name the causes. Each loop has one of these; some are nobody's.
#
# | code | what the loop does |
# |---|---|
# | `never-zeroed` | gradients are never reset |
# | `zeroed-once-per-epoch` | reset only at the start of an epoch, with an update per batch |
# | `zeroed-before-step` | reset between backward and step: nothing is learned |
# | `stepped-once-per-epoch` | the update stands outside the batch loop |
# | `step-before-backward` | each update uses the batch before |
# | `backward-twice` | one batch's gradient counted twice |
# | `first-batch-only` | the same batch every time |
# | `one-batch-per-epoch` | the epoch ends after its first batch |
# | `last-batch-dropped` | the smaller last batch is never used |
# | `loops-swapped` | all epochs on batch 1, then all on batch 2 |
# | `whole-dataset-every-batch` | every update sees all rows |
# | `pairs-broken` | x and y no longer belong together |

# %% nbgrader={"grade": false, "grade_id": "diagnoses", "locked": false, "schema_version": 3, "solution": true, "task": false}
diagnoses = {}
# Fill in one code for each of the loops a to h, such as diagnoses["a"] = "backward-twice".
### BEGIN SOLUTION
diagnoses["a"] = "zeroed-once-per-epoch"
diagnoses["b"] = "zeroed-before-step"
diagnoses["c"] = "never-zeroed"
diagnoses["d"] = "stepped-once-per-epoch"
diagnoses["e"] = "first-batch-only"
diagnoses["f"] = "last-batch-dropped"
diagnoses["g"] = "step-before-backward"
diagnoses["h"] = "pairs-broken"
### END SOLUTION

# %%
check("05.bugs", diagnoses)

# %% [markdown]
# Stuck? `hint("05.bugs")`, or `diagnoses = solution("05.bugs")`. The folded cells give the points, one for each loop.

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "bug_a", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the diagnosis of loop a.
from autograder.learn import prove

assert "a" in diagnoses, "loop a has a diagnosis"
### BEGIN HIDDEN TESTS
prove("05.bugs", diagnoses, "bug_a", seed=51000)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "bug_b", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the diagnosis of loop b.
from autograder.learn import prove

assert "b" in diagnoses, "loop b has a diagnosis"
### BEGIN HIDDEN TESTS
prove("05.bugs", diagnoses, "bug_b", seed=51013)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "bug_c", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the diagnosis of loop c.
from autograder.learn import prove

assert "c" in diagnoses, "loop c has a diagnosis"
### BEGIN HIDDEN TESTS
prove("05.bugs", diagnoses, "bug_c", seed=51026)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "bug_d", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the diagnosis of loop d.
from autograder.learn import prove

assert "d" in diagnoses, "loop d has a diagnosis"
### BEGIN HIDDEN TESTS
prove("05.bugs", diagnoses, "bug_d", seed=51039)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "bug_e", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the diagnosis of loop e.
from autograder.learn import prove

assert "e" in diagnoses, "loop e has a diagnosis"
### BEGIN HIDDEN TESTS
prove("05.bugs", diagnoses, "bug_e", seed=51052)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "bug_f", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the diagnosis of loop f.
from autograder.learn import prove

assert "f" in diagnoses, "loop f has a diagnosis"
### BEGIN HIDDEN TESTS
prove("05.bugs", diagnoses, "bug_f", seed=51065)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "bug_g", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the diagnosis of loop g.
from autograder.learn import prove

assert "g" in diagnoses, "loop g has a diagnosis"
### BEGIN HIDDEN TESTS
prove("05.bugs", diagnoses, "bug_g", seed=51078)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "bug_h", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the diagnosis of loop h.
from autograder.learn import prove

assert "h" in diagnoses, "loop h has a diagnosis"
### BEGIN HIDDEN TESTS
prove("05.bugs", diagnoses, "bug_h", seed=51091)
### END HIDDEN TESTS

# %% [markdown]
# ### Where they hide, and where they explode
#
# You found them by what they did. Would you have found them by their loss?

# %%
predict(
    "05-hides",
    "Learning rate 0.05, 20 epochs. How many of the eight broken loops end within 5 % of the right loop's loss?",
    number=True,
)


# %%
def end_of(loop, rate):
    """The loss over all rows after 20 epochs."""
    torch.manual_seed(5)
    model, optimizer = line_model(rate)
    loop(model, optimizer, loss_fn, x, y, epochs=20, batch_size=64)
    return loss_over_all(model)


start_loss = loss_over_all(line_model(0.05)[0])
ends = {rate: end_of(right_loop, rate) for rate in (0.003, 0.01, 0.05, 0.1, 0.3)}
fates = {label: {} for label in BUGS}
for label in BUGS:
    for rate in ends:
        loss = end_of(bug(label), rate)
        word = "hides" if abs(loss / ends[rate] - 1) < 0.05 else "" if loss < 1.01 * start_loss else "explodes"
        fates[label][rate] = (loss, word)

table(
    ["loop", *(f"rate {rate}" for rate in ends)],
    [
        ("right", *(f"{loss:.3g}" for loss in ends.values())),
        *((label, *(f"{loss:.3g} {word}" for loss, word in fates[label].values())) for label in BUGS),
    ],
    f"Loss after 20 epochs; it starts at {start_loss:.3g}. Hides: within 5 % of the right loop. Explodes: "
    f"above the start",
)

# %%
hidden = [label for label in BUGS if fates[label][0.05][1] == "hides"]
outcome("05-hides", len(hidden), f"{{value}} of eight hide at rate 0.05: {', '.join(hidden)}.")

# %% [markdown]
# Read it row by row: a loop that hides at one rate stands out or explodes at another, and some hide wherever the right
# loop works. A line needs few rows for a fine loss, so a loop
# that never sees the others looks fine.

# %% [markdown]
# ## 9. Break it on purpose
#
# Take the line with the reset out of a loop that is right. What will a record of it still show as it should be?

# %%
predict(
    "05-break",
    "No reset at all, 3 epochs. How many of these four still hold: 10 updates per epoch, all rows in every epoch, "
    "one loss per update, step finds the batch's own gradient?",
    number=True,
)


# %%
def train_without_reset(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    """A loop that is right but for one line."""
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), batch_size):
            loss = loss_fn(model(x[start : start + batch_size]), y[start : start + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses


broken = record(train_without_reset, *line_model(lr=0.01), loss_fn, x, y, epochs=3, batch_size=100)
holds = {
    "10 updates per epoch": broken.updates_per_epoch == [10, 10, 10],
    "all 1000 rows in every epoch": broken.rows_per_epoch == [1000, 1000, 1000],
    "one loss per update": len(broken.result) == len(broken) == 30,
    "step finds the batch's own gradient": bool(np.allclose(broken.stood, broken.fresh)),
}
table(
    ["what is asked", "holds"],
    [(what, "yes" if held else "no") for what, held in holds.items()],
    "A loop without its reset",
)
outcome("05-break", sum(holds.values()), "{value} of the four hold.")

# %% [markdown]
# One line is gone and one thing is wrong, but that one decides what is learned. Hand this loop to `check` in a cell
# of your own, and see what it says: `check("05.train", train_without_reset)`.
#
# ## What you settled
#
# - Zeroing gradients does not zero the weights (claim 7): you saw w and b stand still at `zero_grad`.
# - An update subtracts the scaled gradient right after its batch (claims 9 and 17): you did the step by hand.
# - PyTorch does not reset for you (claim 20), and gradients add up exactly where nobody resets (claims 15 and 21).
# - One reset per epoch keeps the epoch before out (claim 6), leaves all batches but the first with a pile (claims 4 and
#   22), and is not enough with an update per batch (claim 5), whether it hides or explodes.
#
# The pile was a bug here because nobody wanted it. **Next, in 06**, you will want it: adding up gradients on purpose.
