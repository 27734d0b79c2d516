"""A wrong loop hears of its mistake, and of nothing that only looks like another one."""

import pytest
import torch
from torch.utils.data import DataLoader, TensorDataset

from autograder.judge import judge


def groups(x, y, batch_size, accumulation_steps):
    size = batch_size * accumulation_steps
    return [list(zip(a.split(batch_size), b.split(batch_size))) for a, b in zip(x.split(size), y.split(size))]


def update(model, optimizer, loss_fn, group):
    optimizer.zero_grad()
    rows = sum(len(x) for x, _ in group)
    for x, y in group:
        (loss_fn(model(x), y) * len(x) / rows).backward()
    optimizer.step()


def one_epoch_short(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    made = 0
    for _ in range(1, epochs):
        for group in groups(x, y, batch_size, accumulation_steps):
            update(model, optimizer, loss_fn, group)
            made += 1
    return made


def always_the_first_batch(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    loader, made = DataLoader(TensorDataset(x, y), batch_size), 0
    for _ in range(epochs):
        for group in groups(x, y, batch_size, accumulation_steps):
            update(model, optimizer, loss_fn, [next(iter(loader)) for _ in group])
            made += 1
    return made


def drawn_again(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    made = 0
    for _ in range(epochs):
        rows = torch.randint(0, len(x), (len(x),))
        for group in groups(x[rows], y[rows], batch_size, accumulation_steps):
            update(model, optimizer, loss_fn, group)
            made += 1
    return made


def counts_batches(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    made = 0
    for _ in range(epochs):
        for group in groups(x, y, batch_size, accumulation_steps):
            update(model, optimizer, loss_fn, group)
            made += len(group)
    return made


def epoch_mean(model, optimizer, loss_fn, loader):
    total = rows = 0
    for x, y in loader:
        loss = loss_fn(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total, rows = total + loss.item() * len(x), rows + len(x)
    return total / rows


def stops_early(model, optimizer, loss_fn, loader, *, epochs):
    means = []
    for _ in range(epochs):
        means.append(epoch_mean(model, optimizer, loss_fn, loader))
        if len(means) > 5 and means[-1] > means[-2]:
            break
    return means


def trains_in_eval_mode(model, optimizer, loss_fn, loader, *, epochs):
    model.eval()
    return [epoch_mean(model, optimizer, loss_fn, loader) for _ in range(epochs)]


def softmax_first(model, optimizer, loss_fn, loader, *, epochs):
    def probabilities(x):
        scores = model(x)
        return torch.softmax(scores, dim=1) if scores.shape[1] > 1 else scores

    return [epoch_mean(probabilities, optimizer, loss_fn, loader) for _ in range(epochs)]


@pytest.mark.parametrize(
    ("exercise", "loop", "codes"),
    [
        ("06.train_accumulated", one_epoch_short, ["wrong-number-of-epochs"]),
        ("06.train_accumulated", always_the_first_batch, ["first-batch-only"]),
        ("06.train_accumulated", drawn_again, ["sampled-with-replacement"]),
        ("06.train_accumulated", counts_batches, ["wrong-result"]),
        ("08.fit", stops_early, ["wrong-number-of-epochs"]),
        ("08.fit", trains_in_eval_mode, ["mode-left-wrong"]),
        ("08.fit", softmax_first, ["wrong-result"]),
    ],
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_mistake_is_named_and_nothing_else(exercise, loop, codes, seed):
    assert [finding.code for finding in judge(exercise, (loop,), seed).findings] == codes


def test_a_loop_whose_own_numbers_differ_hears_which():
    (finding,) = judge("08.fit", (softmax_first,), 1).findings
    assert finding.message.startswith("The loss of the first batch came out as ")
    (finding,) = judge("06.train_accumulated", (counts_batches,), 1).findings
    assert finding.message.startswith("You returned 18, and the parameters moved 6 times. 18 is how many batches there were.")
