"""Someone whose loader still says 16."""
from torch.utils.data import DataLoader, TensorDataset


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    dataloader = DataLoader(TensorDataset(x, y), batch_size=16, shuffle=False)
    losses = []
    for epoch in range(epochs):
        for inputs, labels in dataloader:
            optimizer.zero_grad()
            loss = loss_fn(model(inputs), labels)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
