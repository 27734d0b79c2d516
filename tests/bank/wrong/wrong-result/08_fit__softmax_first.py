"""Someone who makes probabilities before the cross-entropy does."""
# also fair: loss-fn-ignored

import torch


def fit(model, optimizer, loss_fn, loader, *, epochs):
    history = []
    for _ in range(epochs):
        total = n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            out = model(xb)
            if out.shape[-1] > 1:
                out = torch.softmax(out, dim=1)
            loss = loss_fn(out, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb); n += len(xb)
        history.append(total / n)
    return history
