"""Someone who hands the DataLoader a batch_sampler and lets the dataset be indexed by lists."""
from torch.utils.data import BatchSampler, DataLoader, SequentialSampler, TensorDataset


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    data = TensorDataset(x, y)
    loader = DataLoader(data, sampler=BatchSampler(SequentialSampler(data), batch_size, False), batch_size=None)
    losses = []
    for epoch in range(epochs):
        for features, labels in loader:
            optimizer.zero_grad()
            loss = loss_fn(model(features), labels)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
