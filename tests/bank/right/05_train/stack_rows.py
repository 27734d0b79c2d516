"""Someone who collects single rows in a list until it holds batch_size of them."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []

    def flush(rows, targets):
        optimizer.zero_grad()
        loss = loss_fn(model(torch.stack(rows)), torch.stack(targets))
        loss.backward()
        optimizer.step()
        losses.append(loss.item())

    for epoch in range(epochs):
        rows, targets = [], []
        for row, target in zip(x, y):
            rows.append(row)
            targets.append(target)
            if len(rows) == batch_size:
                flush(rows, targets)
                rows, targets = [], []
        if rows:
            flush(rows, targets)
    return losses
