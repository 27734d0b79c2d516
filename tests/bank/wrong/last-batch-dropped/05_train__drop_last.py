"""Someone who copied drop_last=True along."""
from torch.utils.data import DataLoader, TensorDataset


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    loader = DataLoader(TensorDataset(x, y), batch_size=batch_size, shuffle=True, drop_last=True)
    losses = []
    for epoch in range(epochs):
        for xb, yb in loader:
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
