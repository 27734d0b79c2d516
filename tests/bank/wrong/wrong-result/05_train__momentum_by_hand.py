"""Someone who adds a momentum of her own to the gradients of the given optimizer."""
# also fair: zeroed-irregularly
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    velocity = [torch.zeros_like(p) for p in model.parameters()]
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            for v, p in zip(velocity, model.parameters()):
                v.mul_(0.5).add_(p.grad)
                p.grad.copy_(v)
            optimizer.step()
            losses.append(loss.item())
    return losses
