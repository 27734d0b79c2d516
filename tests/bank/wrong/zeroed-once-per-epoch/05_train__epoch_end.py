"""Someone whose reset slid out of the batch loop by one indent."""
from torch.utils.data import DataLoader, TensorDataset


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    loader = DataLoader(TensorDataset(x, y), batch_size=batch_size)
    for epoch in range(epochs):
        for xb, yb in loader:
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        optimizer.zero_grad()
    return losses
