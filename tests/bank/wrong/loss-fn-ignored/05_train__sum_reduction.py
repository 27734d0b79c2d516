"""Someone with an MSELoss of her own that sums."""
# also fair: raised, gradient-scaled
from torch import nn


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    criterion = nn.MSELoss(reduction="sum")
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = criterion(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
