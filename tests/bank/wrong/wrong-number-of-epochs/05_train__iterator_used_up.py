"""One iterator for all epochs: it is empty after the first."""
from torch.utils.data import DataLoader, TensorDataset
def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    it = iter(DataLoader(TensorDataset(x, y), batch_size, shuffle=True))
    losses = []
    for epoch in range(epochs):
        for xb, yb in it:
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward(); optimizer.step()
            losses.append(loss.item())
    return losses
