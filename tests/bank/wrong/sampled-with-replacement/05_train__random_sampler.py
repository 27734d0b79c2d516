"""Someone who set replacement=True in the sampler."""
from torch.utils.data import DataLoader, RandomSampler, TensorDataset


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    data = TensorDataset(x, y)
    loader = DataLoader(data, batch_size=batch_size, sampler=RandomSampler(data, replacement=True))
    losses = []
    for epoch in range(epochs):
        for xb, yb in loader:
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
