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
# # 08 · Real digits
#
# The line has done its work. Here is the same loop on real images, with a network of thousands of weights instead
# of two. Forward, loss, backward, step, reset: nothing else is coming. What is new stands around the loop: a
# `DataLoader` that hands out the batches, a measure that people care about, and a file that lets you go on tomorrow.
#
# **Afterwards you can** train a network of your own on data of your own, measure it without disturbing it, and
# resume a run so exactly that nobody could tell it was interrupted.
#
# **About 45 minutes.** Builds on 05, and on everything before it.

# %%
import copy
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from autograder.learn import check, digits_data, hint, line_data, outcome, predict, record, solution
from autograder.learn.stills import picture, table

x_train, y_train, x_test, y_test = (torch.from_numpy(part) for part in digits_data())
x_train, x_test = x_train.float(), x_test.float()
print(f"to train on: {tuple(x_train.shape)} pixels, {tuple(y_train.shape)} classes; to test on: {len(x_test)} more")

# %% [markdown]
# ## 1. Look at the data first
#
# Each row is an image of 8 by 8 pixels, and its class is the digit that somebody wrote. People's handwriting, from
# the UCI Optical Recognition of Handwritten Digits set.

# %% jupyter={"source_hidden": true}
figure, axes = plt.subplots(2, 10, figsize=(8, 2), layout="constrained")
for digit in range(10):
    for row, index in enumerate(np.flatnonzero(y_train == digit)[:2]):
        axes[row, digit].imshow(x_train[index].reshape(8, 8), cmap="gray_r", vmin=0, vmax=1)
        axes[row, digit].set(xticks=[], yticks=[])
    axes[0, digit].set_title(str(digit))
counts = np.bincount(y_train)
picture(
    figure,
    f"Two images of each digit, 8 by 8 pixels, dark on white. Among the {len(y_train)} images to train on, "
    f"the rarest digit "
    f"is {counts.argmin()} ({counts.min()} times), the most frequent {counts.argmax()} ({counts.max()} times).",
)

# %% [markdown]
# ## 2. A `DataLoader` hands out the batches
#
# You wrote `batches(x, y, batch_size)` in notebook 02. `DataLoader` is that, with a shuffle switch. One `for` over
# it is one epoch.

# %%
predict("08-batches", "The 797 test images in batches of 100: how many rows does the last batch have?", number=True)

# %%
train_set, test_set = TensorDataset(x_train, y_train), TensorDataset(x_test, y_test)
train_loader, test_loader = DataLoader(train_set, batch_size=100), DataLoader(test_set, batch_size=100)
sizes = [len(x_batch) for x_batch, y_batch in test_loader]
print(f"{len(test_loader)} batches of {sizes} rows")
outcome("08-batches", sizes[-1], "The last batch has {value} rows, and it counts.")

# %% [markdown]
# ## 3. A network
#
# 64 pixels go in, 10 scores come out, one for each digit; the highest score is the guess. `nn.Module` keeps the
# weights and finds them for the optimizer. `BatchNorm1d` in the middle scales its inputs by the mean and spread of
# the batch while training, and by remembered ones while testing: so it matters which **mode** the model is in.


# %%
class DigitNet(nn.Module):
    """64 pixels -> 32 hidden units -> 10 scores."""

    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(64, 32)
        self.norm = nn.BatchNorm1d(32)
        self.scores = nn.Linear(32, 10)

    def forward(self, x):
        return self.scores(torch.relu(self.norm(self.hidden(x))))


def digit_net(lr=0.1, momentum=0.9):
    """A fresh network, the same at every call, and its optimizer."""
    torch.manual_seed(8)
    model = DigitNet()
    return model, torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)


model, _ = digit_net()
table(
    ["parameter", "shape", "numbers"],
    [(name, tuple(value.shape), value.numel()) for name, value in model.named_parameters()],
    f"{sum(value.numel() for value in model.parameters())} numbers to learn, where the line had 2",
)

# %% [markdown]
# The loss for classes is the **cross-entropy**: scores become probabilities, and the loss is −log of the probability
# given to the right digit, averaged over the batch. It wants class numbers as targets, as they are.

# %%
predict(
    "08-first-loss",
    "Before any training all ten digits are about equally likely to the network. What is the loss then, about?",
    choices=["0.1", "1.0", "2.3", "10"],
)

# %%
loss_fn = nn.CrossEntropyLoss()
with torch.no_grad():
    first_loss = loss_fn(model(x_train), y_train).item()
print(f"loss before training {first_loss:.3f}; −log(1/10) = {np.log(10):.3f}")
outcome("08-first-loss", min((0.1, 1.0, 2.3, 10), key=lambda choice: abs(choice - first_loss)), "About {value}.")

# %% [markdown]
# ## 4. Your loop: `fit`
#
# The loop of notebook 05, over a loader. It returns the mean loss of every epoch, in which **each row weighs the
# same**, also those of a smaller last batch. Keep plain numbers, not tensors with their graphs.


# %% nbgrader={"grade": false, "grade_id": "fit", "locked": false, "schema_version": 3, "solution": true, "task": false}
def fit(model, optimizer, loss_fn, loader, *, epochs):
    """Train the model, one update per batch of the loader.

    Returns one number per epoch: the mean loss over all its rows, as each batch found it
    before its update.
    """
    ### BEGIN SOLUTION
    means = []
    model.train()
    for _ in range(epochs):
        total, rows = 0.0, 0
        for x_batch, y_batch in loader:
            optimizer.zero_grad()
            loss = loss_fn(model(x_batch), y_batch)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(x_batch)
            rows += len(x_batch)
        means.append(total / rows)
    return means
    ### END SOLUTION


# %%
check("08.fit", fit)

# %% [markdown]
# Stuck? `hint("08.fit")`. To go on first and come back later: `fit = solution("08.fit")`.

# %% nbgrader={"grade": true, "grade_id": "fit_updates_per_epoch", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import torch
from torch.utils.data import DataLoader, TensorDataset

from autograder.learn import digits_data, prove, record

x, y = (torch.from_numpy(part) for part in digits_data()[:2])
model = torch.nn.Linear(64, 10, dtype=torch.float64)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
loader = DataLoader(TensorDataset(x, y), batch_size=100, shuffle=True)
trace = record(fit, model, optimizer, torch.nn.CrossEntropyLoss(), loader, epochs=3)
assert len(trace) == 30, "1000 digits in batches of 100, three epochs: thirty updates"
loader = DataLoader(TensorDataset(x, y), batch_size=64)
trace = record(fit, model, optimizer, torch.nn.CrossEntropyLoss(), loader, epochs=2)
assert len(trace) == 32, "in batches of 64, two epochs: thirty-two updates"
### BEGIN HIDDEN TESTS
prove("08.fit", fit, "updates_per_epoch", seed=80411)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "fit_every_row_once", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import torch
from torch.utils.data import DataLoader, TensorDataset

from autograder.learn import line_data, prove, record

x, y = (torch.from_numpy(column)[:, None] for column in line_data())
loader = DataLoader(TensorDataset(x, y), batch_size=64)
model = torch.nn.Linear(1, 1, dtype=torch.float64)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
trace = record(fit, model, optimizer, torch.nn.MSELoss(), loader, epochs=2)
assert trace.rows_per_epoch == [1000, 1000], "each epoch sees all 1000 rows"
assert sum(len(rows) for rows in trace.rows) == 2000, "and each of them once"
### BEGIN HIDDEN TESTS
prove("08.fit", fit, "every_row_once", seed=81523)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "fit_fresh_gradients", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np
import torch
from torch.utils.data import DataLoader, TensorDataset

from autograder.learn import line_data, prove, record

x, y = (torch.from_numpy(column)[:, None] for column in line_data())
loader = DataLoader(TensorDataset(x, y), batch_size=100)
model = torch.nn.Linear(1, 1, dtype=torch.float64)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
trace = record(fit, model, optimizer, torch.nn.MSELoss(), loader, epochs=2)
assert len(trace) == 20, "ten updates in each of two epochs"
for before, after, (x_batch, y_batch) in zip(trace.weights, trace.weights[1:], [*loader, *loader]):
    error = before[0] * x_batch + before[1] - y_batch
    own = np.array([2 * torch.mean(error * x_batch).item(), 2 * torch.mean(error).item()])
    assert np.allclose((before - after) / 0.05, own), (
        "every update moves the weights by its own batch's gradient, and nothing older"
    )
### BEGIN HIDDEN TESTS
prove("08.fit", fit, "fresh_gradients", seed=82677)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "fit_weights", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np
import torch
from torch.utils.data import DataLoader, TensorDataset

from autograder.learn import line_data, prove, record

x, y = (torch.from_numpy(column)[:, None] for column in line_data())
loader = DataLoader(TensorDataset(x, y), batch_size=64)
model = torch.nn.Linear(1, 1, dtype=torch.float64)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)
trace = record(fit, model, optimizer, torch.nn.MSELoss(), loader, epochs=2)
assert len(trace) == 32, "sixteen updates in each of two epochs"
velocity = np.zeros(2)
for before, after, (x_batch, y_batch) in zip(trace.weights, trace.weights[1:], [*loader, *loader]):
    error = before[0] * x_batch + before[1] - y_batch
    own = np.array([2 * torch.mean(error * x_batch).item(), 2 * torch.mean(error).item()])
    velocity = 0.9 * velocity + own
    assert np.allclose(after, before - 0.05 * velocity), (
        "the weights are those that SGD with momentum makes of these gradients"
    )
### BEGIN HIDDEN TESTS
prove("08.fit", fit, "weights", seed=83790)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "fit_losses", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np
import torch
from torch.utils.data import DataLoader, TensorDataset

from autograder.learn import line_data, prove, record

x, y = (torch.from_numpy(column)[:, None] for column in line_data())
loader = DataLoader(TensorDataset(x, y), batch_size=64)
model = torch.nn.Linear(1, 1, dtype=torch.float64)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
trace = record(fit, model, optimizer, torch.nn.MSELoss(), loader, epochs=2)
totals = [0.0, 0.0]
for update, ((w, b), (x_batch, y_batch)) in enumerate(zip(trace.weights, [*loader, *loader])):
    totals[update // 16] += torch.sum((w * x_batch + b - y_batch) ** 2).item()
assert len(trace.result) == 2, "one number per epoch"
assert not any(getattr(mean, "requires_grad", False) for mean in trace.result), "which holds no graph"
assert np.allclose([float(mean) for mean in trace.result], np.array(totals) / 1000), (
    "the mean over its 1000 rows, each weighing the same"
)
### BEGIN HIDDEN TESTS
prove("08.fit", fit, "losses", seed=84816)
### END HIDDEN TESTS

# %% [markdown]
# ### The last rung of the ladder
#
# Is it still the same loop? Give `fit` the line of notebook 01, through a `DataLoader`, and lay it beside the loop
# by hand in NumPy, all 10 000 updates.

# %%
x_line, y_line = line_data()
w, b, by_hand = 0.0, 0.0, []
for _ in range(1000):
    for start in range(0, 1000, 100):
        x_batch, y_batch = x_line[start : start + 100], y_line[start : start + 100]
        error = w * x_batch + b - y_batch
        w, b = w - 0.05 * 2 * np.mean(error * x_batch), b - 0.05 * 2 * np.mean(error)
        by_hand.append((w, b))

line = nn.Linear(1, 1, dtype=torch.float64)
nn.init.zeros_(line.weight)
nn.init.zeros_(line.bias)
line_loader = DataLoader(
    TensorDataset(torch.from_numpy(x_line)[:, None], torch.from_numpy(y_line)[:, None]), batch_size=100
)
optimizer, by_loader = torch.optim.SGD(line.parameters(), lr=0.05), []
optimizer.register_step_post_hook(lambda *_: by_loader.append((line.weight.item(), line.bias.item())))
fit(line, optimizer, nn.MSELoss(), line_loader, epochs=1000)
assert len(by_loader) == len(by_hand) == 10_000, "the loop should make as many updates as the one by hand"
difference = np.abs(np.array(by_loader) - np.array(by_hand)).max()
print(f"{len(by_loader)} updates; largest difference of any weight after any update: {difference:.1e}")
assert difference < 1e-12

# %% [markdown]
# ### Now the digits
#
# Momentum keeps a share of the last moves and adds the new gradient to it: `velocity = 0.9 * velocity + gradient`,
# then `w = w − lr * velocity`. That history is the optimizer's **state**. Remember it; it comes back.

# %%
predict("08-updates", "1000 digits, batches of 100, 20 epochs: how many updates?", number=True)
predict(
    "08-momentum",
    "At the same learning rate 0.01: which has the lower loss after 20 epochs?",
    choices=["plain SGD", "SGD with momentum 0.9"],
)

# %%
trace = record(fit, *digit_net(lr=0.01, momentum=0.9), loss_fn, train_loader, epochs=20)
with_momentum, plain = trace.result, fit(*digit_net(lr=0.01, momentum=0.0), loss_fn, train_loader, epochs=20)
print(trace)
outcome("08-updates", len(trace), "{value} updates of all the weights.")
outcome(
    "08-momentum",
    "SGD with momentum 0.9" if with_momentum[-1] < plain[-1] else "plain SGD",
    f"Lower: {{value}} ({with_momentum[-1]:.4f} with, {plain[-1]:.4f} without).",
)

# %% jupyter={"source_hidden": true}
figure, axes = plt.subplots(figsize=(8, 2.8), layout="constrained")
axes.semilogy(range(1, 21), plain, "s--", color="#D55E00", markersize=4, label="plain SGD")
axes.semilogy(range(1, 21), with_momentum, "o-", color="#0072B2", markersize=4, label="momentum 0.9")
axes.set(xlabel="epoch", ylabel="mean loss of the epoch", xticks=[1, 5, 10, 15, 20])
axes.legend()
picture(
    figure,
    f"Mean loss by epoch at learning rate 0.01. Epoch 1: {plain[0]:.2f} plain, {with_momentum[0]:.2f} with momentum. "
    f"Epoch 20: {plain[-1]:.3f} plain, {with_momentum[-1]:.3f} with momentum.",
)

# %% [markdown]
# The same recorder looks at these weights as it did at two. Travel through it:

# %%
from autograder.labs import flight_recorder

flight_recorder(record(fit, *digit_net(lr=0.01), loss_fn, train_loader, epochs=20))

# %% [markdown]
# ## 5. How good is it?
#
# The loss is for the optimizer. People ask: how many digits does it read? And on images it has never seen.
#
# Measuring must leave no trace: **eval mode** while you measure, no graph (`torch.no_grad()`), and afterwards the
# model in the mode in which you found it.


# %% nbgrader={"grade": false, "grade_id": "accuracy", "locked": false, "schema_version": 3, "solution": true, "task": false}
def accuracy(model, loader):
    """The share of the loader's rows whose highest score is at their class, from 0 to 1.

    Leaves the model in the mode in which it was (`model.training`), and builds no graph.
    """
    ### BEGIN SOLUTION
    was_training = model.training
    model.eval()
    right, rows = 0, 0
    with torch.no_grad():
        for x_batch, y_batch in loader:
            right += (model(x_batch).argmax(dim=1) == y_batch).sum().item()
            rows += len(y_batch)
    model.train(was_training)
    return right / rows
    ### END SOLUTION


# %%
check("08.accuracy", accuracy)

# %% [markdown]
# Stuck? `hint("08.accuracy")`, or `accuracy = solution("08.accuracy")`.

# %% nbgrader={"grade": true, "grade_id": "accuracy_value", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import torch
from torch.utils.data import DataLoader, TensorDataset

from autograder.learn import prove

scores = torch.tensor([[2.0, 1.0], [0.0, 3.0], [5.0, 4.0], [1.0, 2.0]])
loader = DataLoader(TensorDataset(scores, torch.tensor([0, 1, 1, 1])), batch_size=3)
assert accuracy(torch.nn.Identity(), loader) == 0.75, "three of four highest scores are at their class"
### BEGIN HIDDEN TESTS
prove("08.accuracy", accuracy, "value", seed=85933)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "accuracy_eval_mode", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import torch
from torch.utils.data import DataLoader, TensorDataset

from autograder.learn import prove


class Watched(torch.nn.Module):
    """Hands its input on, and writes down in which mode it was each time."""

    def __init__(self):
        super().__init__()
        self.modes = []

    def forward(self, x):
        self.modes.append("train" if self.training else "eval")
        return x


watched = Watched()
loader = DataLoader(TensorDataset(torch.eye(4), torch.arange(4)), batch_size=3)
assert accuracy(watched, loader) == 1.0 and set(watched.modes) == {"eval"}, "measured in eval mode"
### BEGIN HIDDEN TESTS
prove("08.accuracy", accuracy, "eval_mode", seed=86047)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "accuracy_no_graph", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import torch
from torch.utils.data import DataLoader, TensorDataset

from autograder.learn import prove


class Watched(torch.nn.Linear):
    """Writes down of each output whether it holds a graph."""

    graphs = []

    def forward(self, x):
        output = super().forward(x)
        self.graphs.append(output.requires_grad)
        return output


watched = Watched(4, 4)
loader = DataLoader(TensorDataset(torch.eye(4), torch.arange(4)), batch_size=3)
accuracy(watched, loader)
assert watched.graphs and not any(watched.graphs), "no output holds a graph"
### BEGIN HIDDEN TESTS
prove("08.accuracy", accuracy, "no_graph", seed=87152)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "accuracy_mode_kept", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import torch
from torch.utils.data import DataLoader, TensorDataset

from autograder.learn import prove

model = torch.nn.Identity()
loader = DataLoader(TensorDataset(torch.eye(4), torch.arange(4)), batch_size=3)
for training in (True, False):
    model.train(training)
    accuracy(model, loader)
    assert model.training == training, "the model is left in the mode in which it was found"
### BEGIN HIDDEN TESTS
prove("08.accuracy", accuracy, "mode_kept", seed=88269)
### END HIDDEN TESTS

# %%
predict(
    "08-accuracy",
    "After 20 epochs: of 100 digits that it has never seen, how many does the network read rightly?",
    choices=["50 or so", "70 or so", "80 or so", "95 or so"],
)

# %%
model, optimizer = digit_net()
before = accuracy(model, test_loader)
fit(model, optimizer, loss_fn, train_loader, epochs=20)
seen, unseen = accuracy(model, train_loader), accuracy(model, test_loader)
print(
    f"before training {before:.1%} of the test digits; after it {unseen:.1%}, and {seen:.1%} of the digits trained on"
)
outcome(
    "08-accuracy",
    f"{min((50, 70, 80, 95), key=lambda n: abs(n - 100 * unseen))} or so",
    f"{{value}}: {unseen:.1%}.",
)

# %% [markdown]
# Why so careful with the mode? Here is a copy of the model, measured by somebody who forgot it, in batches of 10.

# %%
predict(
    "08-mode",
    "Measured in train mode, without a single update: is the model afterwards what it was before?",
    choices=["yes", "no"],
)

# %%
looked_at, small_batches = copy.deepcopy(model), DataLoader(test_set, batch_size=10)
looked_at.train()
with torch.no_grad():
    hits = sum((looked_at(x_batch).argmax(dim=1) == y_batch).sum().item() for x_batch, y_batch in small_batches)
print(
    f"in train mode {hits / len(test_set):.1%}, in eval mode {accuracy(model, small_batches):.1%} of the test digits"
)
same = torch.equal(looked_at.norm.running_mean, model.norm.running_mean)
outcome(
    "08-mode",
    "yes" if same else "no",
    "Unchanged: {value}. BatchNorm remembers the test digits now, and each answer depended on its neighbours.",
)

# %% [markdown]
# And these it reads wrongly. Would you have done better?

# %%
model.eval()
with torch.no_grad():
    guesses = model(x_test).argmax(dim=1)
wrong = torch.nonzero(guesses != y_test).flatten().tolist()

# %% jupyter={"source_hidden": true}
figure, axes = plt.subplots(1, 10, figsize=(8, 1.4), layout="constrained")
for axis in axes:
    axis.set_axis_off()
for axis, index in zip(axes, wrong):
    axis.imshow(x_test[index].reshape(8, 8), cmap="gray_r", vmin=0, vmax=1)
    axis.set_title(f"{y_test[index]}, not {guesses[index]}", fontsize=8)
shown = ", ".join(f"{y_test[index]} read as {guesses[index]}" for index in wrong[:10])
picture(
    figure, f"The first {len(wrong[:10])} of {len(wrong)} misread test digits, of {len(x_test)} in all: {shown}."
)

# %% [markdown]
# ## 6. Stop, and go on as if nothing had happened
#
# A run is interrupted after epoch 10 of 20. What must be in the file, so that the resumed run ends with *the same
# bits*? Save a dictionary with `torch.save`, read it with `torch.load(path, weights_only=True)`. Both the model and
# the optimizer have `state_dict()` and `load_state_dict(…)`.


# %% nbgrader={"grade": false, "grade_id": "checkpoint", "locked": false, "schema_version": 3, "solution": true, "task": false}
def save_checkpoint(path, model, optimizer, epoch):
    """Write to one file at `path` all that a run needs to go on after `epoch` epochs."""
    ### BEGIN SOLUTION
    model_state, optimizer_state = model.state_dict(), optimizer.state_dict()
    torch.save({"model": model_state, "optimizer": optimizer_state, "epoch": epoch}, path)
    ### END SOLUTION


def load_checkpoint(path, model, optimizer):
    """Put that state into a model and an optimizer made anew. Returns the epoch."""
    ### BEGIN SOLUTION
    state = torch.load(path, weights_only=True)
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    return state["epoch"]
    ### END SOLUTION


# %%
check("08.checkpoint", save_checkpoint, load_checkpoint)

# %% [markdown]
# Stuck? `hint("08.checkpoint")`, or `save_checkpoint, load_checkpoint = solution("08.checkpoint")`.

# %% nbgrader={"grade": true, "grade_id": "checkpoint_one_file", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import tempfile
from pathlib import Path

import torch

from autograder.learn import prove


def new_run():
    model = torch.nn.Linear(3, 2)
    return model, torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)


with tempfile.TemporaryDirectory() as folder:
    save_checkpoint(Path(folder) / "run.pt", *new_run(), 7)
    assert [path.name for path in Path(folder).iterdir()] == ["run.pt"], "one file, at the path"
    torch.load(Path(folder) / "run.pt", weights_only=True)
### BEGIN HIDDEN TESTS
prove("08.checkpoint", save_checkpoint, load_checkpoint, "one_file", seed=89304)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "checkpoint_weights", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import tempfile
from pathlib import Path

import torch

from autograder.learn import prove


def new_run():
    model = torch.nn.Linear(3, 2)
    return model, torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)


with tempfile.TemporaryDirectory() as folder:
    (before, optimizer), (after, new_optimizer) = new_run(), new_run()
    save_checkpoint(Path(folder) / "run.pt", before, optimizer, 7)
    load_checkpoint(Path(folder) / "run.pt", after, new_optimizer)
assert torch.equal(before.weight, after.weight) and torch.equal(before.bias, after.bias), (
    "the same weights, to the last bit"
)
### BEGIN HIDDEN TESTS
prove("08.checkpoint", save_checkpoint, load_checkpoint, "weights", seed=90416)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "checkpoint_epoch", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import tempfile
from pathlib import Path

import torch

from autograder.learn import prove


def new_run():
    model = torch.nn.Linear(3, 2)
    return model, torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)


with tempfile.TemporaryDirectory() as folder:
    save_checkpoint(Path(folder) / "run.pt", *new_run(), 7)
    assert load_checkpoint(Path(folder) / "run.pt", *new_run()) == 7, "the epoch comes back"
### BEGIN HIDDEN TESTS
prove("08.checkpoint", save_checkpoint, load_checkpoint, "epoch", seed=91528)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "checkpoint_resumed", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import tempfile
from pathlib import Path

import torch

from autograder.learn import prove


def new_run():
    model = torch.nn.Linear(3, 2)
    return model, torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)


def one_update(model, optimizer):
    optimizer.zero_grad()
    torch.sum(model(torch.ones(1, 3)) ** 2).backward()
    optimizer.step()


before, optimizer = new_run()
one_update(before, optimizer)
with tempfile.TemporaryDirectory() as folder:
    save_checkpoint(Path(folder) / "run.pt", before, optimizer, 1)
    after, new_optimizer = new_run()
    load_checkpoint(Path(folder) / "run.pt", after, new_optimizer)
one_update(before, optimizer)
one_update(after, new_optimizer)
assert torch.equal(before.weight, after.weight), (
    "it goes on as if nothing had happened, with the optimizer's momentum"
)
### BEGIN HIDDEN TESTS
prove("08.checkpoint", save_checkpoint, load_checkpoint, "resumed", seed=92645)
### END HIDDEN TESTS

# %% [markdown]
# ### Break it on purpose
#
# Two runs are resumed from epoch 10. One gets the whole checkpoint. The other gets the weights alone, and a new
# optimizer: many people save just that.

# %%
predict(
    "08-resume",
    "Which of the two ends with exactly the weights of the run that was never interrupted?",
    choices=["both", "only the whole checkpoint", "only the weights alone", "neither"],
)


# %%
def weights_of(model):
    """All that the model holds, in one row of numbers."""
    return torch.cat([value.detach().flatten().double() for value in model.state_dict().values()])


unbroken, optimizer = digit_net()
fit(unbroken, optimizer, loss_fn, train_loader, epochs=20)

half, optimizer = digit_net()
fit(half, optimizer, loss_fn, train_loader, epochs=10)
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "epoch_10.pt"
    save_checkpoint(path, half, optimizer, 10)
    print(f"the checkpoint has {path.stat().st_size} bytes")
    resumed, optimizer = digit_net()
    epoch = load_checkpoint(path, resumed, optimizer)
fit(resumed, optimizer, loss_fn, train_loader, epochs=20 - epoch)

weights_only, optimizer = digit_net()
weights_only.load_state_dict(half.state_dict())
fit(weights_only, optimizer, loss_fn, train_loader, epochs=10)

off = {
    "the whole checkpoint": (weights_of(resumed) - weights_of(unbroken)).abs().max().item(),
    "the weights alone": (weights_of(weights_only) - weights_of(unbroken)).abs().max().item(),
}
for name, difference in off.items():
    print(f"resumed with {name:20}: largest difference of a weight {difference:.2g}")
exact = [name for name, difference in off.items() if difference == 0]
outcome(
    "08-resume", {0: "neither", 2: "both"}.get(len(exact), "only " + "".join(exact)), "To the last bit: {value}."
)

# %% [markdown]
# The momentum is part of where the run stands, and so are BatchNorm's remembered means. Our loader does not
# shuffle. If yours does, the order comes from a random generator, and its state belongs into the file as well.
#
# ## 7. The old bug, on real data
#
# One last time: the reset once per epoch, now on the network, with plain SGD.

# %%
predict(
    "08-bug",
    "Reset once per epoch, learning rate 0.01: how does the accuracy on the test digits compare with the "
    "right loop's?",
    choices=["far worse", "within 3 points, or better"],
)


# %%
def train_with_reset(reset, model, optimizer, loss_fn, loader, *, epochs):
    """The loop, with its reset at "every update" or "once per epoch"."""
    for _ in range(epochs):
        optimizer.zero_grad()
        for x_batch, y_batch in loader:
            if reset == "every update":
                optimizer.zero_grad()
            loss_fn(model(x_batch), y_batch).backward()
            optimizer.step()


def score(reset, lr):
    """The share of test digits read rightly after 20 epochs with this reset."""
    model, optimizer = digit_net(lr, momentum=0.0)
    train_with_reset(reset, model, optimizer, loss_fn, train_loader, epochs=20)
    model.eval()
    with torch.no_grad():
        return (model(x_test).argmax(dim=1) == y_test).double().mean().item()


scores = {lr: (score("every update", lr), score("once per epoch", lr)) for lr in (0.01, 0.1, 1.0)}
table(
    ["learning rate", "reset every update", "reset once per epoch"],
    [(lr, f"{right:.1%}", f"{broken:.1%}") for lr, (right, broken) in scores.items()],
    "Share of the test digits read rightly after 20 epochs",
)
right, broken = scores[0.01]
outcome(
    "08-bug",
    "far worse" if broken < right - 0.03 else "within 3 points, or better",
    f"{{value}}: {broken:.1%} with the bug, {right:.1%} without.",
)

# %%
model, optimizer = digit_net(lr=0.01, momentum=0.0)
trace = record(train_with_reset, "once per epoch", model, optimizer, loss_fn, train_loader, epochs=1)
fresh, stood = np.linalg.norm(trace.fresh, axis=1), np.linalg.norm(trace.stood, axis=1)
table(
    ["update", "size of its own gradient", "size of what step found"],
    [(k + 1, f"{fresh[k]:.3f}", f"{stood[k]:.3f}") for k in range(len(trace))],
    "The first epoch of the broken loop, as the recorder sees it",
)

# %% [markdown]
# At the smallest rate the bug even looks like a remedy: its pile makes larger steps. Should you want larger steps, raise
# the rate and know what you do; the next row shows the right loop reading as well. Nobody would find this bug by
# looking at the accuracy. The recorder finds it at the second update.
#
# ## What you settled
#
# - The loop of two numbers is the loop of thousands: forward, loss, backward, step, reset, once per batch (claims 1, 2
#   and 9), and the last rung of the ladder, a `DataLoader`, gave the weights of your NumPy loop.
# - One reset per epoch is not enough, and a good score does not clear a loop (claims 5 and 22).
# - What is learned lives in the weights; a saved model holds no gradients (claim 11). To *go on*, a run needs the
#   optimizer's state with them (claims 12 and 17).
# - An update uses a scaled gradient with plain SGD, and a history of gradients with momentum (claim 17).
#
# That is the course. Take your own data, write these loops from memory, and when something looks odd, do not look at
# the loss alone: `record` it.
