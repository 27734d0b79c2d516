"""Clipping to a norm of one hides that nothing is ever reset."""
# also fair: wrong-result
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            loss = loss_fn(model(xb), yb)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            losses.append(loss.item())
    return losses
