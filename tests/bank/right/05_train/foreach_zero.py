"""Someone who likes fused kernels: one torch._foreach_zero_ for all gradients."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    params = list(model.parameters())
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            loss_fn_value = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss_fn_value.backward()
            optimizer.step()
            torch._foreach_zero_([p.grad for p in params if p.grad is not None])
            losses.append(loss_fn_value.item())
    return losses
