"""Someone who repeats each batch's loss once per row and takes the plain mean."""
import statistics


def fit(model, optimizer, loss_fn, loader, *, epochs):
    means = []
    for e in range(epochs):
        per_row = []
        for batch in loader:
            xb, yb = batch
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            per_row.extend([loss.item()] * xb.shape[0])
        means.append(statistics.fmean(per_row))
    return means
