"""The same with a loader outside and epochs in a helper."""
from torch.utils.data import DataLoader, TensorDataset


def fit_batch(model, optimizer, loss_fn, xb, yb, epochs):
    out = []
    for _ in range(epochs):
        optimizer.zero_grad()
        loss = loss_fn(model(xb), yb)
        loss.backward()
        optimizer.step()
        out.append(loss.item())
    return out


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for xb, yb in DataLoader(TensorDataset(x, y), batch_size=batch_size, shuffle=True):
        losses += fit_batch(model, optimizer, loss_fn, xb, yb, epochs)
    return losses
