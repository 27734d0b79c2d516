"""Someone who looks for the best batch first and then trains on it alone."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    batches = list(zip(x.split(batch_size), y.split(batch_size)))
    for epoch in range(epochs):
        with torch.no_grad():
            scores = [loss_fn(model(xb), yb).item() for xb, yb in batches]
        xb, yb = batches[scores.index(min(scores))]
        optimizer.zero_grad()
        loss = loss_fn(model(xb), yb)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses
# also fair: one-batch-per-epoch
