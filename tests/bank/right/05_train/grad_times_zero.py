"""Someone who multiplies the gradients by zero, or fills them, under no_grad."""
import torch


@torch.no_grad()
def clear(model):
    for k, p in enumerate(model.parameters()):
        if p.grad is not None:
            if k % 2:
                p.grad.fill_(0)
            else:
                p.grad *= 0


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            loss = loss_fn(model(xb), yb)
            clear(model)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
