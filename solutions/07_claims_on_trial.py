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
# # 07 · Claims on trial
#
# A learner once wrote down how training works: 1000 data points, 1000 epochs, batches of 100. Half of it was wrong,
# in ways that many explanations repeat. You now have everything it takes to judge it: a recorder, and loops.
#
# There are 23 claims in five sittings. For each claim you predict a number, run the experiment, and look. After
# each sitting you rule: `"true"`, `"false"` or `"depends"`. Rule by what you saw, and by no sentence.
#
# **Afterwards you can** tell for each claim what would show it, and show it. Three experiments are yours to write.
#
# **About 45 minutes**, two for each claim. Builds on 01 to 06.

# %%
from collections import Counter

import matplotlib.pyplot as plt
import numpy as np
import torch
from torch import nn

from autograder.learn import check, hint, line_data, outcome, predict, record, solution
from autograder.learn.stills import picture, table

x, y = (torch.from_numpy(column)[:, None] for column in line_data())
loss_fn = nn.MSELoss()


def line_model(lr=0.05, kind=torch.optim.SGD, **more):
    """A line that starts at w = 0, b = 0, and its optimizer."""
    model = nn.Linear(1, 1, dtype=torch.float64)
    nn.init.zeros_(model.weight)
    nn.init.zeros_(model.bias)
    return model, kind(model.parameters(), lr=lr, **more)


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size=100, reset="every update"):
    """The loop of notebook 05. reset: "every update" (the right one), "once per epoch" or "never"."""
    for _ in range(epochs):
        for start in range(0, len(x), batch_size):
            if reset == "every update" or (reset == "once per epoch" and start == 0):
                optimizer.zero_grad()
            loss = loss_fn(model(x[start : start + batch_size]), y[start : start + batch_size])
            loss.backward()
            optimizer.step()


def loss_over_all(model):
    """The loss over all rows, as a number."""
    with torch.no_grad():
        return loss_fn(model(x), y).item()


right = record(train, *line_model(), loss_fn, x, y, epochs=3)
print(right)

# %% jupyter={"source_hidden": true}
evidence = {}


def found(claim, value, sentence):
    """Show what came out beside your prediction, and keep it as evidence."""
    evidence[claim] = sentence.format(value=value)
    outcome(f"07-claim-{claim:02}", value, sentence)


def remember(first, *others):
    """Show the evidence on these claims once more."""
    table(
        ["claim", "what you saw"],
        [(claim, evidence.get(claim, "(not run yet)")) for claim in (first, *others)],
        "Evidence",
    )


def yours(experiment, *given):
    """Run an experiment that you write. While it is a stub, say so and go on."""
    try:
        return experiment(*given)
    except NotImplementedError:
        print(f"`{experiment.__name__}` is still to be written; the claim waits for it. You can go on meanwhile.")


# %% [markdown]
# The folded cell keeps what you find as evidence. `right` is the trace of three epochs of the right loop:
# `right.order` (the calls of each update), `right.rows`, `right.fresh` (each batch's own gradient), `right.stood`
# (what `step` found in `.grad`), `right.weights`.
#
# # First sitting: counting
#
# ### Claim 1. 1000 points in batches of 100 make 10 iterations per epoch.

# %%
predict("07-claim-01", "And with batches of 64, how many updates does an epoch of 1000 points make?", number=True)

# %%
counts = {}
for n, batch_size in ((1000, 100), (1000, 64), (999, 100), (7, 100)):
    counts[n, batch_size] = len(
        record(train, *line_model(), loss_fn, x[:n], y[:n], epochs=1, batch_size=batch_size)
    )
    print(
        f"n = {n:4}, batch size {batch_size:3}: {counts[n, batch_size]:2} updates, and n / batch size = "
        f"{n / batch_size:.2f}"
    )
found(1, counts[1000, 64], f"Batches of 100 gave {counts[1000, 100]} updates, batches of 64 gave {{value}}.")

# %% [markdown]
# ### Claim 3. When the 10 iterations are done and all 1000 points have gone forward and backward, the next epoch starts.

# %%
predict(
    "07-claim-03",
    "After how many updates has every one of the 1000 rows been seen for the first time?",
    number=True,
)

# %%
seen, new = set(), []
for rows in right.rows:
    new.append(len(set(rows.tolist()) - seen))
    seen |= set(rows.tolist())
print("rows never seen before, update by update:", new)
found(
    3,
    int(np.argmin(np.array(new) > 0)),
    "After {value} updates all rows had been seen once; then the first came round again.",
)

# %% [markdown]
# ### Claim 14. The data is divided into epochs.
#
# This experiment is yours. If the data were divided among three epochs, no two epochs would share a row.


# %%
predict("07-claim-14", "How many rows do epoch 1 and epoch 2 have in common?", choices=["0", "100", "333", "1000"])


# %% nbgrader={"grade": false, "grade_id": "rows_in_common", "locked": false, "schema_version": 3, "solution": true, "task": false}
def rows_in_common(trace, first_epoch, second_epoch):
    """How many rows these two epochs (counted from 0) have in common.

    trace.rows: the row numbers of each update. trace.epoch: the epoch of each update, from 0.
    """
    ### BEGIN SOLUTION
    seen = {
        epoch: {row for rows, of in zip(trace.rows, trace.epoch) if of == epoch for row in rows.tolist()}
        for epoch in (first_epoch, second_epoch)
    }
    return len(seen[first_epoch] & seen[second_epoch])
    ### END SOLUTION


# %%
shared = yours(rows_in_common, right, 0, 1)
if shared is not None:
    found(14, shared, "Epochs 1 and 2 share {value} rows.")

# %% [markdown]
# ### Claim 8. Batch level, epoch level and model level are nested.

# %%
predict(
    "07-claim-08",
    "In these 3 epochs, how many different gradients were there, one for each batch visited?",
    number=True,
)

# %%
gradients = len({tuple(gradient) for gradient in right.fresh.tolist()})
levels = list(zip(right.epoch.tolist(), right.batch.tolist()))
table(
    ["level", "how many there were", "what belongs to it"],
    [
        ("model", 1, "the weights and the optimizer's state"),
        ("epoch", len(set(right.epoch.tolist())), "one pass over the rows, and their order"),
        ("batch", gradients, "its rows, its loss, its gradient"),
    ],
    "Three levels",
)
print("in order, epoch by epoch and batch by batch:", levels == sorted(levels))
found(8, gradients, f"1 model, {len(set(right.epoch.tolist()))} epochs in it, {{value}} batch gradients in those.")

# %% [markdown]
# Your first ruling. Write `"true"`, `"false"` or `"depends"` for each, such as `verdicts[1] = "depends"`.

# %%
remember(1, 3, 8, 14)

# %% nbgrader={"grade": false, "grade_id": "rule_counting", "locked": false, "schema_version": 3, "solution": true, "task": false}
verdicts = {}
# Rule on claims 1, 3, 8 and 14.
### BEGIN SOLUTION
verdicts[1] = "true"
verdicts[3] = "true"
verdicts[8] = "true"
verdicts[14] = "false"
### END SOLUTION

# %% [markdown]
# # Second sitting: one update
#
# ### Claim 2. Each iteration is one forward pass, one loss, one backward pass, one update of w and b.

# %%
predict(
    "07-claim-02",
    "Leave zero_grad aside. In the 30 updates of the right loop, how many different sequences of calls will you see?",
    number=True,
)

# %%
sequences = Counter(tuple(verb for verb in verbs if verb != "zero_grad") for verbs in right.order[: len(right)])
for verbs, times in sequences.items():
    print(f"{times} times: {', '.join(verbs)}")
found(
    2,
    len(sequences),
    f"At {max(sequences.values())} of {len(right)} updates: "
    f"{', '.join(max(sequences, key=sequences.get))}. Different sequences: {{value}}.",
)

# %% [markdown]
# ### Claim 9. Each batch's gradient updates the parameters right after it.

# %%
predict(
    "07-claim-09",
    "After how many of the 30 batches did the weights change, by exactly 0.05 times that batch's own gradient?",
    number=True,
)

# %%
moves = right.weights[1:] - right.weights[:-1]
own = np.isclose(moves, -0.05 * right.fresh, rtol=1e-9, atol=1e-15).all(axis=1)
found(
    9,
    int((own & (moves != 0).any(axis=1)).sum()),
    f"At {{value}} of {len(right)} updates the weights moved by their own batch's gradient.",
)

# %% [markdown]
# ### Claim 17. An update subtracts a scaled gradient from the parameters.

# %%
predict(
    "07-claim-17",
    "Two updates each with SGD, SGD with momentum, and Adam. In the second, who moves w by exactly −lr × gradient?",
    choices=["SGD", "SGD and momentum", "all three", "none"],
)

# %%
optimizers = {
    "SGD": line_model(),
    "momentum": line_model(momentum=0.9),
    "Adam": line_model(kind=torch.optim.Adam),
}
plain = []
for name, (model, optimizer) in optimizers.items():
    trace = record(train, model, optimizer, loss_fn, x[:200], y[:200], epochs=1)
    moved, gradient = trace.weights[2, 0] - trace.weights[1, 0], trace.fresh[1, 0]
    print(f"{name:8} moved w by {moved:.6f}; -lr * gradient is {-0.05 * gradient:.6f}")
    plain += [name] if np.isclose(moved, -0.05 * gradient, rtol=1e-9) else []
found(
    17,
    " and ".join(plain) if len(plain) < 3 else "all three",
    "Exactly −lr × gradient: {value}. The others use a history of gradients.",
)

# %% [markdown]
# ### Claim 7. Zeroing gradients does not zero the weights.

# %%
predict(
    "07-claim-07",
    "w stands somewhere near 3 after training. After optimizer.zero_grad() it is …",
    choices=["0", "unchanged", "back at its start"],
)

# %%
model, optimizer = line_model()
train(model, optimizer, loss_fn, x, y, epochs=10)
before = model.weight.item()
optimizer.zero_grad()
after = model.weight.item()
print(f"w before {before:.6f}, after {after:.6f}; .grad is now {model.weight.grad}")
found(7, "unchanged" if after == before else "0" if after == 0 else "changed", "After zero_grad w is {value}.")

# %%
remember(2, 7, 9, 17)

# %% nbgrader={"grade": false, "grade_id": "rule_update", "locked": false, "schema_version": 3, "solution": true, "task": false}
# Rule on claims 2, 7, 9 and 17. For 17 take plain SGD, the optimizer of this course.
### BEGIN SOLUTION
verdicts[2] = "true"
verdicts[7] = "true"
verdicts[9] = "true"
verdicts[17] = "true"
### END SOLUTION

# %% [markdown]
# # Third sitting: the pile
#
# ### Claim 4. Within an epoch, gradients pile up over the batches, and the pile adjusts the parameters.

# %%
predict(
    "07-claim-04",
    "The right loop, update 10. How many earlier batches' gradients are in .grad when step runs?",
    number=True,
)


# %%
def older_in_pile(trace, update):
    """How many gradients before this update's own (counted from 0) add up with it to what step found."""
    for older in range(update + 1):
        if np.allclose(
            trace.stood[update], trace.fresh[update - older : update + 1].sum(axis=0), rtol=1e-9, atol=1e-12
        ):
            return older
    return -1


found(4, older_in_pile(right, 9), "At update 10 of the right loop, {value} earlier gradients were in .grad.")

# %% [markdown]
# ### Claim 20. There is no need to zero for each batch: PyTorch does it.
#
# **Break it on purpose:** the same loop with the line left out.

# %%
predict(
    "07-claim-20",
    "No zero_grad anywhere. At update 10, how many earlier batches' gradients are in .grad?",
    number=True,
)

# %%
never = record(train, *line_model(), loss_fn, x, y, epochs=3, reset="never")
print(
    "earlier gradients in .grad, update by update:", [older_in_pile(never, update) for update in range(len(never))]
)
found(
    20,
    older_in_pile(never, 9),
    "Without the line, {value} earlier gradients were in .grad at update 10: nobody had cleared it.",
)

# %% [markdown]
# ### Claim 15. Gradients are computed batch by batch and add up over the epoch.

# %%
predict(
    "07-claim-15",
    "Right loop, or loop without reset: in which is .grad at update 10 the sum over the epoch so far?",
    choices=["in both", "only with the reset", "only without the reset", "in neither"],
)

# %%
sums = {}
for name, trace in (("with the reset", right), ("without the reset", never)):
    sums[name] = np.allclose(trace.stood[9], trace.fresh[:10].sum(axis=0))
    print(f"{name:17}: .grad of w {trace.stood[9, 0]:8.3f}, sum of ten gradients {trace.fresh[:10, 0].sum():8.3f}")
words = [f"only {name}" for name, is_sum in sums.items() if is_sum]
found(
    15,
    {0: "in neither", 2: "in both"}.get(len(words), "".join(words)),
    "The sum over the epoch so far stood in .grad {value}.",
)

# %% [markdown]
# ### Claim 21. A batch's gradient is computed and accumulated, yet earlier batches' are not retained.

# %%
predict(
    "07-claim-21",
    "Backward on batch 1, then on batch 2, no reset. What is in .grad minus the gradient of batch 2?",
    choices=["nothing", "the gradient of batch 1", "their mean"],
)

# %%
alone = []
for first in (0, 100):
    model, _ = line_model()
    loss_fn(model(x[first : first + 100]), y[first : first + 100]).backward()
    alone.append(model.weight.grad.item())
model, _ = line_model()
for first in (0, 100):
    loss_fn(model(x[first : first + 100]), y[first : first + 100]).backward()
left = model.weight.grad.item() - alone[1]
print(f"batch 1 alone {alone[0]:.4f}, batch 2 alone {alone[1]:.4f}, both in a row {model.weight.grad.item():.4f}")
found(
    21,
    "the gradient of batch 1" if np.isclose(left, alone[0]) else "nothing" if left == 0 else "something else",
    "What is left is {value}.",
)

# %% [markdown]
# ### Claim 22. Zeroing at the start of the epoch gives every batch fresh gradients.
#
# Yours again. The **stale part** of an update is what `step` found beyond the batch's own gradient.


# %%
predict(
    "07-claim-22",
    "Reset once per epoch: at how many of an epoch's 10 updates is .grad purely the batch's own gradient?",
    number=True,
)


# %% nbgrader={"grade": false, "grade_id": "stale_part", "locked": false, "schema_version": 3, "solution": true, "task": false}
def stale_part(trace):
    """For each update the size of what step found in .grad for w, beyond the batch's own gradient.

    trace.stood and trace.fresh are arrays with one row per update; column 0 belongs to w.
    Returns one number per update, none below 0.
    """
    ### BEGIN SOLUTION
    return np.abs(trace.stood[:, 0] - trace.fresh[:, 0])
    ### END SOLUTION


# %%
once = record(train, *line_model(), loss_fn, x, y, epochs=3, reset="once per epoch")
stale = yours(stale_part, once)
if stale is not None:
    found(22, int((stale[:10] < 1e-12).sum()), "Purely its own gradient: {value} of the epoch's 10 updates.")

# %% jupyter={"source_hidden": true}
if stale is not None:
    figure, axes = plt.subplots(figsize=(8, 2.8), layout="constrained")
    axes.bar(np.arange(1, 31) - 0.2, np.abs(once.fresh[:, 0]), 0.4, color="#0072B2", label="own gradient")
    axes.bar(
        np.arange(1, 31) + 0.2, stale, 0.4, color="#D55E00", hatch="///", edgecolor="white", label="stale part"
    )
    axes.set(xlabel="update", ylabel="size, for w", xticks=[1, 5, 11, 15, 21, 25, 30], ylim=(0, 1.4 * stale.max()))
    axes.legend()
    picture(
        figure,
        f"Reset once per epoch. The stale part is {stale[0]:.1f} at update 1, {stale[4]:.1f} at update 5 "
        f"and {stale[9]:.1f} at "
        f"update 10; at updates 11 and 21, just after the reset, it is {stale[10]:.1f} and {stale[20]:.1f} again.",
    )

# %% [markdown]
# ### Claim 6. That keeps an earlier epoch's gradients out of this one.

# %%
predict(
    "07-claim-06",
    "Reset once per epoch: how many gradients of epoch 1 are in .grad at update 11, the first of epoch 2?",
    number=True,
)

# %%
print("earlier gradients at updates 9 to 13:", [older_in_pile(once, update) for update in range(8, 13)])
found(6, older_in_pile(once, 10), "At the border, at update 11, {value} gradients of the epoch before were left.")

# %% [markdown]
# ### Claim 5. It is enough, and essential, to zero gradients at the start of each epoch.
#
# You know what this loop carries along. Does it harm? And is the place essential?

# %%
predict(
    "07-claim-05",
    "Reset once per epoch, 100 epochs: at which rate does the loss end above where it started?",
    choices=["0.01", "0.05", "0.1", "at none"],
)

# %%
ends, start_loss = {}, loss_over_all(line_model()[0])
for rate in (0.01, 0.05, 0.1):
    for reset in ("every update", "once per epoch"):
        model, optimizer = line_model(rate)
        train(model, optimizer, loss_fn, x, y, epochs=100, reset=reset)
        ends[rate, reset] = loss_over_all(model)
table(
    ["learning rate", "reset every update", "reset once per epoch"],
    [
        (rate, f"{ends[rate, 'every update']:.4g}", f"{ends[rate, 'once per epoch']:.4g}")
        for rate in (0.01, 0.05, 0.1)
    ],
    f"Loss after 100 epochs; it starts at {start_loss:.4g}",
)
above = [str(rate) for rate in (0.01, 0.05, 0.1) if not ends[rate, "once per epoch"] < start_loss]
found(
    5,
    " and ".join(above) or "at none",
    "With one reset per epoch the loss ended above its start at rate: {value}. With one per update it never did.",
)

# %% [markdown]
# Look at it update by update, if you like. The recorder's slider travels through the trace with one reset per epoch.

# %%
from autograder.labs import flight_recorder

flight_recorder(once)

# %%
remember(4, 5, 6, 15, 20, 21, 22)

# %% nbgrader={"grade": false, "grade_id": "rule_pile", "locked": false, "schema_version": 3, "solution": true, "task": false}
# Rule on claims 4, 5, 6, 15, 20, 21 and 22.
# The setting of 4 and 5 is mini-batch training, one update per batch.
### BEGIN SOLUTION
verdicts[4] = "false"
verdicts[5] = "false"
verdicts[6] = "true"
verdicts[15] = "depends"
verdicts[20] = "false"
verdicts[21] = "false"
verdicts[22] = "false"
### END SOLUTION

# %% [markdown]
# # Fourth sitting: what is kept
#
# ### Claim 10. From each batch only the best gradient is kept.

# %%
predict(
    "07-claim-10",
    "start − 0.05 × (sum of some gradients) = end, over 30 updates. How many of the 30 gradients must be in the sum?",
    number=True,
)

# %%
start, end = right.weights[0], right.weights[-1]
all_of_them = start - 0.05 * right.fresh.sum(axis=0)
best = [min(range(10 * epoch, 10 * epoch + 10), key=lambda k: right.losses[k]) for epoch in range(3)]
best_only = start - 0.05 * right.fresh[best].sum(axis=0)
table(
    ["ledger", "w", "b", "off by"],
    [
        ("the end of the loop", f"{end[0]:.6f}", f"{end[1]:.6f}", "0"),
        (
            "start − lr × all 30",
            f"{all_of_them[0]:.6f}",
            f"{all_of_them[1]:.6f}",
            f"{np.abs(all_of_them - end).max():.1e}",
        ),
        (
            "start − lr × best of each epoch",
            f"{best_only[0]:.6f}",
            f"{best_only[1]:.6f}",
            f"{np.abs(best_only - end).max():.1e}",
        ),
    ],
    "Which gradients lead from the start to the end",
)
found(
    10,
    len(right.fresh) if np.allclose(all_of_them, end, rtol=1e-12) else 0,
    "The ledger closes with {value} gradients; none was chosen, none left out.",
)

# %% [markdown]
# ### Claim 11. The final model holds the gradients of all epochs, the best of each batch.

# %%
predict(
    "07-claim-11",
    "A model is saved after 1 epoch, another after 100. How many numbers are in the second file's state?",
    number=True,
)

# %%
held = {}
for epochs in (1, 100):
    model, optimizer = line_model()
    train(model, optimizer, loss_fn, x, y, epochs=epochs)
    held[epochs] = {name: value.numel() for name, value in model.state_dict().items()}
    print(f"after {epochs:3} epochs the saved state holds {held[epochs]}")
found(
    11,
    sum(held[100].values()),
    "After 100 epochs the model's state is {value} numbers, w and b, as many as after 1.",
)

# %% [markdown]
# ### Claim 12. Zeroing does not make epochs independent: the weights carry on.
#
# The third experiment of yours: two epochs in one call against one epoch and one more.


# %%
predict(
    "07-claim-12",
    "How far apart are the weights at the end?",
    choices=["the same to the last bit", "a little", "far apart"],
)


# %% nbgrader={"grade": false, "grade_id": "one_and_one", "locked": false, "schema_version": 3, "solution": true, "task": false}
def two_against_one_and_one():
    """How far apart the weights end: one call of `train` with 2 epochs, against two calls with 1 epoch each.

    Use line_model() and train(model, optimizer, loss_fn, x, y, epochs=…). Returns the larger of the two differences
    of w and b, as a number, 0 or above.
    """
    ### BEGIN SOLUTION
    together, optimizer = line_model()
    train(together, optimizer, loss_fn, x, y, epochs=2)
    apart, optimizer = line_model()
    train(apart, optimizer, loss_fn, x, y, epochs=1)
    train(apart, optimizer, loss_fn, x, y, epochs=1)
    return max((p - q).abs().max().item() for p, q in zip(together.parameters(), apart.parameters()))
    ### END SOLUTION


# %%
gap = yours(two_against_one_and_one)
if gap is not None:
    words = "the same to the last bit" if gap == 0 else "a little" if gap < 0.01 else "far apart"
    found(12, words, f"Two epochs at once, or one and one: {{value}} (difference {gap:.1g}).")

# %% [markdown]
# ### Claim 13. Weights start at random values.

# %%
predict(
    "07-claim-13",
    "A network with 8 hidden units starts with all its weights at zero. After training, how many of its 8 "
    "units differ?",
    choices=["8: all differ", "4 or so", "1: all the same"],
)

# %%
line_ends = []
for start in (0.0, 5.0):
    model, optimizer = line_model()
    nn.init.constant_(model.weight, start)
    train(model, optimizer, loss_fn, x, y, epochs=100)
    line_ends.append(model.weight.item())
print(f"the line: w ends at {line_ends[0]:.6f} from zero, at {line_ends[1]:.6f} from 5")

different = {}
for how in ("zero", "random"):
    torch.manual_seed(7)
    network = nn.Sequential(nn.Linear(1, 8), nn.Tanh(), nn.Linear(8, 1)).double()
    if how == "zero":
        for parameter in network.parameters():
            nn.init.zeros_(parameter)
    train(network, torch.optim.SGD(network.parameters(), lr=0.05), loss_fn, x, y**2 / 10, epochs=20)
    units = torch.cat([network[0].weight, network[0].bias[:, None], network[2].weight.T], dim=1)
    different[how] = len({tuple(unit) for unit in units.tolist()})
    with torch.no_grad():
        print(
            f"the network from {how}: {different[how]} different units, loss "
            f"{loss_fn(network(x), y**2 / 10).item():.4f}"
        )
found(
    13,
    {1: "1: all the same", 8: "8: all differ"}.get(different["zero"], "4 or so"),
    f"Different units after training: {different['zero']} from zero, {different['random']} from random. "
    f"The line ends at w = {line_ends[0]:.4f} and {line_ends[1]:.4f}.",
)

# %% [markdown]
# ### Claim 18. At the next epoch gradients are reset and weights are kept.

# %%
predict(
    "07-claim-18",
    "Leave zero_grad out, as in claim 20. At update 11, the first of epoch 2, how many gradients of epoch "
    "1 are in .grad?",
    number=True,
)

# %%
model, optimizer = line_model()
train(model, optimizer, loss_fn, x, y, epochs=1)
kept = np.array_equal([model.weight.item(), model.bias.item()], right.weights[10])
print("weights at the end of epoch 1 are those that epoch 2 starts from:", kept)
found(
    18,
    older_in_pile(never, 10),
    "Weights were kept. Without the line that resets, {value} gradients of epoch 1 were in .grad at update 11.",
)

# %%
remember(10, 11, 12, 13, 18)

# %% nbgrader={"grade": false, "grade_id": "rule_kept", "locked": false, "schema_version": 3, "solution": true, "task": false}
# Rule on claims 10, 11, 12, 13 and 18.
# For 13: as usual practice. For 18: of a loop that has its reset.
### BEGIN SOLUTION
verdicts[10] = "false"
verdicts[11] = "false"
verdicts[12] = "true"
verdicts[13] = "true"
verdicts[18] = "true"
### END SOLUTION

# %% [markdown]
# # Fifth sitting: one update per epoch, and getting better
#
# ### Claim 16. The optimizer updates once, after the epoch, from the sum.

# %%
predict(
    "07-claim-16",
    "A loop with one update per epoch, 100 epochs. How many updates does it make, where the loop of this "
    "course makes 1000?",
    number=True,
)


# %%
def train_once_per_epoch(model, optimizer, loss_fn, x, y, *, epochs, divide):
    """One update per epoch from all batches of 100; with `divide`, each loss weighs its share of the rows."""
    for _ in range(epochs):
        optimizer.zero_grad()
        for start in range(0, len(x), 100):
            loss = loss_fn(model(x[start : start + 100]), y[start : start + 100])
            (loss * 100 / len(x) if divide else loss).backward()
        optimizer.step()


full = record(train, *line_model(0.02), loss_fn, x, y, epochs=100, batch_size=1000)
divided = record(train_once_per_epoch, *line_model(0.02), loss_fn, x, y, epochs=100, divide=True)
summed = record(train_once_per_epoch, *line_model(0.02), loss_fn, x, y, epochs=100, divide=False)
print(
    f"updates: {len(divided)}; off from full-batch gradient descent by "
    f"{np.abs(divided.weights - full.weights).max():.1e}"
)
print(
    f"with the plain sum instead, the first step is {summed.weights[1, 0] / full.weights[1, 0]:.2f} times as long"
)
found(
    16,
    len(divided),
    "{value} updates, and the path of full-batch gradient descent: another algorithm, not the one of claim 9.",
)

# %% [markdown]
# ### Claim 19. The update typically takes a weighted average of all batches' gradients.

# %%
predict(
    "07-claim-19",
    "Three batches of 40, 40 and 20 rows, backward each, no division. .grad is then …",
    choices=["the sum of the three gradients", "their mean", "their mean, weighted by rows"],
)

# %%
pieces, parts = [slice(0, 40), slice(40, 80), slice(80, 100)], []
for rows in pieces:
    model, _ = line_model()
    loss_fn(model(x[rows]), y[rows]).backward()
    parts.append(model.weight.grad.item())
model, _ = line_model()
for rows in pieces:
    loss_fn(model(x[rows]), y[rows]).backward()
ways = {
    "the sum of the three gradients": sum(parts),
    "their mean": np.mean(parts),
    "their mean, weighted by rows": np.average(parts, weights=[40, 40, 20]),
}
model_all, _ = line_model()
loss_fn(model_all(x[:100]), y[:100]).backward()
print(
    f"all 100 rows at once: {model_all.weight.grad.item():.6f};  .grad after three backwards: "
    f"{model.weight.grad.item():.6f}"
)
for name, value in ways.items():
    print(f"{name:31}: {value:.6f}")
closest = min(ways, key=lambda name: abs(ways[name] - model.weight.grad.item()))
found(
    19,
    closest,
    ".grad holds {value}. Only the mean weighted by rows equals the whole batch, and you get it only by "
    "dividing yourself.",
)

# %% [markdown]
# ### Claim 23. Over many epochs the parameters get better step by step.

# %%
predict(
    "07-claim-23",
    "20 epochs, 200 updates of the right loop at rate 0.05. At how many updates does the loss over all rows go up?",
    choices=["0", "1 to 20", "more than 20"],
)

# %%
long = record(train, *line_model(0.05), loss_fn, x, y, epochs=20)
w, b = long.weights.T
path = np.mean((np.outer(w, x[:, 0]) + b[:, None] - y[:, 0].numpy()) ** 2, axis=1)
ups = int((np.diff(path) > 0).sum())
best_w, best_b = np.polyfit(x[:, 0], y[:, 0], 1)
best_loss = np.mean((best_w * x[:, 0].numpy() + best_b - y[:, 0].numpy()) ** 2)
too_fast = record(train, *line_model(1.1), loss_fn, x, y, epochs=20)
w_fast, b_fast = too_fast.weights[-1]
end_fast = np.mean((w_fast * x[:, 0].numpy() + b_fast - y[:, 0].numpy()) ** 2)
found(
    23,
    "0" if ups == 0 else "1 to 20" if ups <= 20 else "more than 20",
    f"Updates at which the loss went up: {{value}} ({ups} of {len(long)}). At rate 1.1 it ends at {end_fast:.3g}.",
)

# %% jupyter={"source_hidden": true}
figure, axes = plt.subplots(figsize=(8, 2.8), layout="constrained")
axes.semilogy(path - best_loss, color="#0072B2")
axes.set(xlabel="update", ylabel="loss over all rows,\nabove the best possible")
picture(
    figure,
    f"Rate 0.05: the loss over all rows falls from {path[0]:.2f} to {path[-1]:.4f} (best possible {best_loss:.4f}) in 200 updates, and "
    f"goes up at {ups} of them. "
    f"At rate 1.1 the same loop ends at {end_fast:.3g}.",
)

# %%
remember(16, 19, 23)

# %% nbgrader={"grade": false, "grade_id": "rule_once", "locked": false, "schema_version": 3, "solution": true, "task": false}
# Rule on claims 16, 19 and 23.
# For 16: can a loop rightly do so, and is it then the loop of this course?
### BEGIN SOLUTION
verdicts[16] = "depends"
verdicts[19] = "false"
verdicts[23] = "depends"
### END SOLUTION

# %% [markdown]
# # The rulings

# %%
check("07.claims", verdicts)

# %% [markdown]
# Stuck on one? Run its experiment again and ask: in *which loop* did I see this? `hint("07.claims")` helps, and
# `verdicts = solution("07.claims")` shows all. The folded cells give the points, one for each claim. Below them is the
# whole trial in one table.

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "claim_01", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the ruling on claim 1.
from autograder.learn import prove

assert {1, "1"} & set(verdicts), 'claim 1: verdicts[1] is "true", "false" or "depends"'
### BEGIN HIDDEN TESTS
prove("07.claims", verdicts, "claim_1", seed=70037)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "claim_02", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the ruling on claim 2.
from autograder.learn import prove

assert {2, "2"} & set(verdicts), 'claim 2: verdicts[2] is "true", "false" or "depends"'
### BEGIN HIDDEN TESTS
prove("07.claims", verdicts, "claim_2", seed=70074)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "claim_03", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the ruling on claim 3.
from autograder.learn import prove

assert {3, "3"} & set(verdicts), 'claim 3: verdicts[3] is "true", "false" or "depends"'
### BEGIN HIDDEN TESTS
prove("07.claims", verdicts, "claim_3", seed=70111)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "claim_04", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the ruling on claim 4.
from autograder.learn import prove

assert {4, "4"} & set(verdicts), 'claim 4: verdicts[4] is "true", "false" or "depends"'
### BEGIN HIDDEN TESTS
prove("07.claims", verdicts, "claim_4", seed=70148)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "claim_05", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the ruling on claim 5.
from autograder.learn import prove

assert {5, "5"} & set(verdicts), 'claim 5: verdicts[5] is "true", "false" or "depends"'
### BEGIN HIDDEN TESTS
prove("07.claims", verdicts, "claim_5", seed=70185)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "claim_06", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the ruling on claim 6.
from autograder.learn import prove

assert {6, "6"} & set(verdicts), 'claim 6: verdicts[6] is "true", "false" or "depends"'
### BEGIN HIDDEN TESTS
prove("07.claims", verdicts, "claim_6", seed=70222)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "claim_07", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the ruling on claim 7.
from autograder.learn import prove

assert {7, "7"} & set(verdicts), 'claim 7: verdicts[7] is "true", "false" or "depends"'
### BEGIN HIDDEN TESTS
prove("07.claims", verdicts, "claim_7", seed=70259)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "claim_08", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the ruling on claim 8.
from autograder.learn import prove

assert {8, "8"} & set(verdicts), 'claim 8: verdicts[8] is "true", "false" or "depends"'
### BEGIN HIDDEN TESTS
prove("07.claims", verdicts, "claim_8", seed=70296)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "claim_09", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the ruling on claim 9.
from autograder.learn import prove

assert {9, "9"} & set(verdicts), 'claim 9: verdicts[9] is "true", "false" or "depends"'
### BEGIN HIDDEN TESTS
prove("07.claims", verdicts, "claim_9", seed=70333)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "claim_10", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the ruling on claim 10.
from autograder.learn import prove

assert {10, "10"} & set(verdicts), 'claim 10: verdicts[10] is "true", "false" or "depends"'
### BEGIN HIDDEN TESTS
prove("07.claims", verdicts, "claim_10", seed=70370)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "claim_11", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the ruling on claim 11.
from autograder.learn import prove

assert {11, "11"} & set(verdicts), 'claim 11: verdicts[11] is "true", "false" or "depends"'
### BEGIN HIDDEN TESTS
prove("07.claims", verdicts, "claim_11", seed=70407)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "claim_12", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the ruling on claim 12.
from autograder.learn import prove

assert {12, "12"} & set(verdicts), 'claim 12: verdicts[12] is "true", "false" or "depends"'
### BEGIN HIDDEN TESTS
prove("07.claims", verdicts, "claim_12", seed=70444)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "claim_13", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the ruling on claim 13.
from autograder.learn import prove

assert {13, "13"} & set(verdicts), 'claim 13: verdicts[13] is "true", "false" or "depends"'
### BEGIN HIDDEN TESTS
prove("07.claims", verdicts, "claim_13", seed=70481)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "claim_14", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the ruling on claim 14.
from autograder.learn import prove

assert {14, "14"} & set(verdicts), 'claim 14: verdicts[14] is "true", "false" or "depends"'
### BEGIN HIDDEN TESTS
prove("07.claims", verdicts, "claim_14", seed=70518)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "claim_15", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the ruling on claim 15.
from autograder.learn import prove

assert {15, "15"} & set(verdicts), 'claim 15: verdicts[15] is "true", "false" or "depends"'
### BEGIN HIDDEN TESTS
prove("07.claims", verdicts, "claim_15", seed=70555)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "claim_16", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the ruling on claim 16.
from autograder.learn import prove

assert {16, "16"} & set(verdicts), 'claim 16: verdicts[16] is "true", "false" or "depends"'
### BEGIN HIDDEN TESTS
prove("07.claims", verdicts, "claim_16", seed=70592)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "claim_17", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the ruling on claim 17.
from autograder.learn import prove

assert {17, "17"} & set(verdicts), 'claim 17: verdicts[17] is "true", "false" or "depends"'
### BEGIN HIDDEN TESTS
prove("07.claims", verdicts, "claim_17", seed=70629)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "claim_18", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the ruling on claim 18.
from autograder.learn import prove

assert {18, "18"} & set(verdicts), 'claim 18: verdicts[18] is "true", "false" or "depends"'
### BEGIN HIDDEN TESTS
prove("07.claims", verdicts, "claim_18", seed=70666)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "claim_19", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the ruling on claim 19.
from autograder.learn import prove

assert {19, "19"} & set(verdicts), 'claim 19: verdicts[19] is "true", "false" or "depends"'
### BEGIN HIDDEN TESTS
prove("07.claims", verdicts, "claim_19", seed=70703)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "claim_20", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the ruling on claim 20.
from autograder.learn import prove

assert {20, "20"} & set(verdicts), 'claim 20: verdicts[20] is "true", "false" or "depends"'
### BEGIN HIDDEN TESTS
prove("07.claims", verdicts, "claim_20", seed=70740)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "claim_21", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the ruling on claim 21.
from autograder.learn import prove

assert {21, "21"} & set(verdicts), 'claim 21: verdicts[21] is "true", "false" or "depends"'
### BEGIN HIDDEN TESTS
prove("07.claims", verdicts, "claim_21", seed=70777)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "claim_22", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the ruling on claim 22.
from autograder.learn import prove

assert {22, "22"} & set(verdicts), 'claim 22: verdicts[22] is "true", "false" or "depends"'
### BEGIN HIDDEN TESTS
prove("07.claims", verdicts, "claim_22", seed=70814)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "claim_23", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# One point: the ruling on claim 23.
from autograder.learn import prove

assert {23, "23"} & set(verdicts), 'claim 23: verdicts[23] is "true", "false" or "depends"'
### BEGIN HIDDEN TESTS
prove("07.claims", verdicts, "claim_23", seed=70851)
### END HIDDEN TESTS

# %%
table(
    ["claim", "your ruling", "what shows it"],
    [(claim, verdicts.get(claim, "open"), evidence.get(claim, "(not run)")) for claim in range(1, 24)],
    "All 23 claims",
)

# %% [markdown]
# ## What you settled
#
# All of it. If one sentence should stay: *every batch makes its own gradient, every update uses exactly that and then
# forgets it, and what is learned lives in the weights.* Most claims that are false keep a gradient longer than its
# update, or make it vanish by itself; those that depend leave out which loop they speak of.
#
# Look once more at your predictions beside the results: where they differ is where you learned something today.
#
# **Next, in 08**, the same loop reads handwriting.
