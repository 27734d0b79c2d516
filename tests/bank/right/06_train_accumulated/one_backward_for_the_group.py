"""Batches are read one by one, their losses added up in one graph, one backward for the group."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    count = 0
    batches = list(zip(x.split(batch_size), y.split(batch_size)))
    for _ in range(epochs):
        for first in range(0, len(batches), accumulation_steps):
            group = batches[first:first + accumulation_steps]
            total = sum(loss_fn(model(xb), yb) * len(xb) for xb, yb in group)
            optimizer.zero_grad()
            (total / sum(len(xb) for xb, _ in group)).backward()
            optimizer.step()
            count += 1
    return count
