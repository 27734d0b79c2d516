"""No more than ten batches of the loader."""
# also fair: wrong-result
from itertools import islice


def fit(model, optimizer, loss_fn, loader, *, epochs):
    history = []
    for epoch in range(epochs):
        total = rows = 0
        for xb, yb in islice(loader, 10):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward(); optimizer.step()
            total += loss.item() * len(xb); rows += len(xb)
        history.append(total / rows)
    return history
