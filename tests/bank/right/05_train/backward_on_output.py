"""The loss is differentiated up to the output alone, and the output with that gradient."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for _ in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            out = model(xb)
            leaf = out.detach().requires_grad_()
            loss = loss_fn(leaf, yb)
            loss.backward()
            out.backward(leaf.grad)
            optimizer.step()
            losses.append(loss.item())
    return losses
