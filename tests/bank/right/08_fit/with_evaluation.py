"""Someone who evaluates after every epoch and keeps the best weights aside."""
import copy

import torch


def fit(model, optimizer, loss_fn, loader, *, epochs):
    best, means = None, []
    for epoch in range(epochs):
        model.train()
        total = torch.zeros(())
        rows = 0
        for features, target in loader:
            optimizer.zero_grad()
            loss = loss_fn(model(features), target)
            loss.backward()
            optimizer.step()
            total = total + loss.detach() * len(target)
            rows += len(target)
        means.append((total / rows).item())
        model.eval()
        with torch.no_grad():
            hits = sum((model(f).argmax(1) == t).sum().item() for f, t in loader)
        if best is None or hits > best[0]:
            best = hits, copy.deepcopy(model.state_dict())
    return means
