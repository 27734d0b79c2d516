"""An evaluation after each epoch, and nobody calls train() again."""
import torch


def fit(model, optimizer, loss_fn, loader, *, epochs):
    history = []
    for epoch in range(epochs):
        total = rows = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward(); optimizer.step()
            total += loss.item() * len(xb); rows += len(xb)
        history.append(total / rows)
        model.eval()
        with torch.no_grad():
            for xb, yb in loader:
                model(xb)
    return history
