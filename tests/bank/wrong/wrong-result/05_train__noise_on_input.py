"""Someone who augments: a little noise on every batch."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            xb = x[i:i + batch_size]
            xb = xb + 0.1 * torch.randn_like(xb)
            optimizer.zero_grad()
            loss = loss_fn(model(xb), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
