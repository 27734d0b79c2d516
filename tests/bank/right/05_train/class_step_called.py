"""Someone who calls the unbound methods of the classes."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    step, zero = type(optimizer).step, type(optimizer).zero_grad
    losses = []
    for _ in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            zero(optimizer)
            loss = loss_fn(torch.nn.Module.__call__(model, xb), yb)
            torch.Tensor.backward(loss)
            step(optimizer)
            losses.append(loss.item())
    return losses
