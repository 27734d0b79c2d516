"""Someone who traces the model for speed; the traced one shares its parameters."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    fast = torch.jit.trace(model, x[:1])
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(fast(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
