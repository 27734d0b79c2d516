"""Someone who zips a shuffled loader of x with a shuffled loader of y."""
from torch.utils.data import DataLoader


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    x_loader = DataLoader(x, batch_size=batch_size, shuffle=True)
    y_loader = DataLoader(y, batch_size=batch_size, shuffle=True)
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x_loader, y_loader):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
