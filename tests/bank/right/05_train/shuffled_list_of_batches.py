"""Someone who cuts the batches once and shuffles the list of them with Python's random."""
import random


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    batches = [(x[i:i + batch_size], y[i:i + batch_size]) for i in range(0, len(x), batch_size)]
    losses = []
    for epoch in range(epochs):
        random.shuffle(batches)
        for xb, yb in batches:
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
