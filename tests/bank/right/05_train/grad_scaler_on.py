"""Someone who uses a GradScaler with a power of two, which changes no bit."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    scaler = torch.amp.GradScaler("cpu", init_scale=2.0**10)
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            scaler.scale(loss).backward()
            scaler.unscale_(optimizer)
            scaler.step(optimizer)
            scaler.update()
            losses.append(loss.item())
    return losses
