"""'Random rows are random rows': randint for every batch."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    n = len(x)
    losses = []
    for epoch in range(epochs):
        for i in range(0, n, batch_size):
            idx = torch.randint(0, n, (min(batch_size, n - i),))
            optimizer.zero_grad()
            loss = loss_fn(model(x[idx]), y[idx])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
