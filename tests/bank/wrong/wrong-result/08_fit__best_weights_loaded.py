"""Someone who ends with the weights of the best epoch."""

import copy


def fit(model, optimizer, loss_fn, loader, *, epochs):
    history, best, state = [], float("inf"), None
    for _ in range(epochs):
        total = n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb); n += len(xb)
        history.append(total / n)
        if total / n < best:
            best, state = total / n, copy.deepcopy(model.state_dict())
    if state is not None:
        model.load_state_dict(state)
    return history
